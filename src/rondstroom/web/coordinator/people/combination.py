"""One job at two organisations: the engine lays its roster, as one, from places open now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from flexpool.periods import day_period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.people import permissions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.web.components.guard import account_of, found
from rondstroom.web.coordinator import access

HOURS = (8, 12, 16, 20, 24, 28, 32)


class CombinationForm(forms.Form):
    """Where, and for how many hours a week together."""

    marks_optional = False
    first = forms.TypedChoiceField(label=gettext_lazy("Eerste organisatie"), coerce=int)
    second = forms.TypedChoiceField(label=gettext_lazy("Tweede organisatie"), coerce=int)
    hours = forms.TypedChoiceField(
        label=gettext_lazy("Hoeveel uur per week erbij, samen?"),
        choices=[(n, str(n)) for n in HOURS],
        coerce=int,
        initial=16,
    )

    def __init__(self, *given: Any, places: list[tuple[int, str]], **more: Any) -> None:
        super().__init__(*given, **more)
        for name, number in (("first", 0), ("second", 1)):
            field: Any = self.fields[name]
            field.choices = places
            field.initial = places[min(number, len(places) - 1)][0] if places else None

    def clean(self) -> dict[str, Any]:
        """Refuse the same organisation twice."""
        told = super().clean() or {}
        if told.get("first") and told.get("first") == told.get("second"):
            self.add_error("second", _("Kies twee verschillende organisaties."))
        return told


@dataclass(frozen=True, slots=True)
class Line:
    """One shift of the roster: rostered already, or what the job would add."""

    shift: Any
    is_new: bool


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_coordinator
def combination(request: HttpRequest, worker_id: int) -> HttpResponse:
    """Ask which two and how many hours; show the four weeks as one roster. Nothing is booked."""
    may_see = permissions.may_see_in_region(request.user, worker_id)
    worker = found(people.worker(worker_id) if may_see else None)
    names = {one.pk: one.name for one in access.every_organisation()}
    form = CombinationForm(request.POST or None, places=_within_reach(worker.pk, names))
    context: dict[str, Any] = {"worker": worker, "form": form}
    is_wrong = request.method == "POST" and not form.is_valid()
    if request.method == "POST" and not is_wrong:
        context |= _laid(request, worker, form.cleaned_data, names)
    status = 422 if is_wrong else 200
    return render(request, "coordinator/people/combination.html", context, status=status)


def _within_reach(worker_id: int, names: dict[int, str]) -> list[tuple[int, str]]:
    """Give the employers of now and the organisations where this person wants to work too."""
    ties = people.engagements_of(worker_id, timezone.localdate())
    there = {one.organisation_id for one in ties} | people.willing_organisation_ids(worker_id)
    return sorted(((pk, names[pk]) for pk in there if pk in names), key=lambda one: one[1])


def _laid(
    request: HttpRequest, worker: Any, told: dict[str, Any], names: dict[int, str]
) -> dict[str, Any]:
    both = [told["first"], told["second"]]
    laid = actions.imagine_more(
        worker=worker,
        minutes_per_week=told["hours"] * 60,
        only_at=both,
        by=account_of(request),
        at=timezone.now(),
    )
    added = demand.shifts(laid.shift_ids)
    lines = [Line(one, True) for one in added.values()]
    lines += [Line(row.shift, False) for row in _rostered(worker.pk, laid)]
    minutes: Counter[int] = Counter()
    for one in added.values():
        minutes[one.organisation_id] += _minutes(one)
    return {
        "laid": laid,
        "hours": told["hours"],
        "per_week": laid.minutes // actions.WEEKS,
        "lines": sorted(lines, key=lambda one: (one.shift.starts_at, one.shift.pk)),
        "shares": [(names[pk], minutes[pk] // actions.WEEKS) for pk in both],
    }


def _rostered(worker_id: int, laid: Any) -> list[Any]:
    """Give what is known to the worker already in these weeks, anywhere."""
    first: datetime = day_period(laid.starts_on).starts_at
    last: datetime = day_period(laid.ends_on).ends_at
    rows = queries.assignments_of_worker(worker_id, first, last)
    return [row for row in rows if row.state != AssignmentState.PLANNED]


def _minutes(shift: Any) -> int:
    whole = int((shift.ends_at - shift.starts_at).total_seconds()) // 60
    return whole - int(shift.break_minutes)
