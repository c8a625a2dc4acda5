"""Somebody calls that they do not come: one button frees the shifts and asks around."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.guard import found
from rondstroom.web.planner import access
from rondstroom.web.planner.cascade.words import told as rings
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.findings import told_all
from rondstroom.web.planner.shifts.forms import DateInput
from rondstroom.web.planner.undo import last_step, remember
from rondstroom.web.planner.week.grid import day_of

ONE_DAY = timedelta(days=1)
MOST_DAYS = 366


class DaysForm(forms.Form):
    """Until when somebody is away; left empty it is the day of the shift."""

    last_on = forms.DateField(label=gettext_lazy("Tot en met"), widget=DateInput(), required=False)

    def __init__(self, *arguments: Any, first: date, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._first = first

    def clean_last_on(self) -> date:
        """Refuse a day before the first, or one more than a year on."""
        last: date = self.cleaned_data["last_on"] or self._first
        if not 0 <= (last - self._first).days < MOST_DAYS:
            raise forms.ValidationError(_("Kies een dag vanaf de dienst, binnen een jaar."))
        return last


@planner
def absent(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Show what would become open; when that is sent, do all of it at once."""
    row = access.assignment(request, assignment_id)
    first = day_of(row.shift)
    given = request.POST if request.method == "POST" else request.GET or None
    form = DaysForm(given, first=first, initial={"last_on": first})
    last = form.cleaned_data["last_on"] if form.is_bound and form.is_valid() else first
    if request.method == "POST" and form.is_valid() and (done := _replace(request, row, last)):
        return done
    freed = queries.freed_by_absence(
        row.worker_id, row.shift.organisation_id, first, last + ONE_DAY, timezone.now()
    )
    context = {"row": row, "form": form, "freed": freed, "first": first}
    return render(request, "planner/absent.html", context)


def _replace(request: HttpRequest, row: Any, last: date) -> HttpResponse | None:
    try:
        done = matching.replace_absent(
            worker=row.worker,
            organisation=row.shift.organisation,
            starts_on=day_of(row.shift),
            ends_on=last + ONE_DAY,
            **signed(request),
        )
    except UnableToAct as refusal:
        messages.error(request, str(refusal))
        return None
    said = ngettext(
        "%(name)s is afwezig. %(number)d dienst staat open.",
        "%(name)s is afwezig. %(number)d diensten staan open.",
        len(done.freed),
    ) % {"name": row.worker.name, "number": len(done.freed)}
    freed = [[one.pk, str(state)] for one, state in done.freed]
    remember(request, "absent", said, absence=done.absence.pk, freed=freed)
    for why in done.refused:
        messages.warning(request, why)
    return redirect("planner:absence", done.absence.pk)


@planner
def absence(request: HttpRequest, absence_id: int) -> HttpResponse:
    """Show how it stands after somebody was marked absent: cover, asking around, and the law."""
    row = found(people.absence(absence_id))
    mine = {one.pk for one in access.organisations_of(request)}
    found(row if row.organisation_id in mine else None)
    shifts = _shifts(row)
    filled = rosters.filled_places(shift.pk for shift in shifts)
    asking = {shift.pk: queries.cascades_of_shift(shift.pk)[:1] for shift in shifts}
    context = {
        "absence": row,
        "last_on": row.ends_on - ONE_DAY,
        "shifts": [
            (shift, filled[shift.pk], [(one, rings(one)) for one in asking[shift.pk]])
            for shift in shifts
        ],
        "findings": _findings(row, shifts),
        "undo": last_step(request),
    }
    return render(request, "planner/absence.html", context)


def _shifts(row: Any) -> list[Any]:
    """Give the shifts that this absence freed, in order of time."""
    ids = rosters.shifts_left(row.worker_id, row.organisation_id, row.starts_on, row.ends_on)
    return sorted(demand.shifts(ids).values(), key=lambda shift: shift.starts_at)


def _findings(row: Any, shifts: list[Any]) -> list[Any]:
    """Give what the law finds now in the teams that miss somebody, in those days."""
    last = row.ends_on - ONE_DAY
    found_by_worker: dict[int, Any] = {}
    for team_id in {shift.team_id for shift in shifts}:
        found_by_worker |= rosters.findings_of_team(team_id, row.starts_on, last)
    return told_all(found_by_worker.values())
