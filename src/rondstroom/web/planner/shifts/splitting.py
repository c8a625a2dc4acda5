"""Cutting a shift in two: somebody can work a part, and the rest becomes a shift of its own."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.components.words import when
from rondstroom.web.planner import access
from rondstroom.web.planner.desk import planner, signed
from rondstroom.web.planner.shifts.forms import TimeInput
from rondstroom.web.planner.undo import remember

FIRST, LAST = "first", "last"
_STEP = timedelta(minutes=30)


class SplitForm(forms.Form):
    """Where to cut, and which part stays with whoever works the shift."""

    cut = forms.TimeField(label=gettext_lazy("Knip om"), widget=TimeInput())
    keep = forms.ChoiceField(
        label=gettext_lazy("Wie erop staat, houdt"),
        choices=[
            (FIRST, gettext_lazy("het eerste deel")),
            (LAST, gettext_lazy("het laatste deel")),
        ],
        initial=FIRST,
        widget=forms.RadioSelect,
        required=False,
    )


@planner
def split(request: HttpRequest, shift_id: int) -> HttpResponse:
    """Show where a shift can be cut and who stays; cut it."""
    shift = access.shift(request, shift_id)
    working = rosters.assignments_of_shifts([shift.pk])[shift.pk]
    form = SplitForm(request.POST or None, initial={"cut": _middle(shift)})
    form.fields["keep"].required = bool(working)
    if request.method == "POST" and form.is_valid() and _cut(request, shift, form):
        return redirect("planner:shift", shift.pk)
    context = {"shift": shift, "form": form, "working": working}
    # A key that the desk gave itself is no number of somebody's own system.
    context["number"] = "" if shift.source_key.startswith("desk:") else shift.source_key
    status = 422 if form.is_bound else 200
    return render(request, "planner/shift_split.html", context, status=status)


def _cut(request: HttpRequest, shift: Any, form: SplitForm) -> bool:
    cut_at = moment_within(shift, form.cleaned_data["cut"])
    if cut_at is None:
        words = _("Deze tijd valt niet in de dienst van %s.") % when(shift)
        form.add_error("cut", words)
        return False
    keep_last = form.cleaned_data["keep"] == LAST
    try:
        made = demand.split_shift(
            shift=shift, cut_at=cut_at, keep_last=keep_last, **signed(request)
        )
    except UnableToAct as refusal:
        form.add_error(None, str(refusal))
        return False
    said = _("De dienst is in tweeën: %(one)s en %(other)s.") % {
        "one": when(shift),
        "other": when(made),
    }
    remember(request, "split", said, shift=shift.pk, part=made.pk)
    return True


def moment_within(shift: Any, clock: time) -> datetime | None:
    """Give the first moment inside a shift at which the clock shows a time, if there is one."""
    day = shift.starts_at.astimezone(AMSTERDAM).date()
    for number in (0, 1):
        for fold in (0, 1):
            wall = datetime.combine(day + timedelta(days=number), clock).replace(fold=fold)
            moment = wall.replace(tzinfo=AMSTERDAM)
            really = datetime.fromtimestamp(moment.timestamp(), AMSTERDAM)
            if really.time() == clock and shift.starts_at < moment < shift.ends_at:
                return moment
    return None


def _middle(shift: Any) -> time:
    half = (shift.ends_at - shift.starts_at) / 2 // _STEP * _STEP
    middle: time = (shift.starts_at + half).astimezone(AMSTERDAM).time()
    return middle
