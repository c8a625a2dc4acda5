"""Telling the hours of a shift: times, the break, and why they are not as planned."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from flexpool.periods import AMSTERDAM, at
from rondstroom.rooms.settlement.queries import Said
from rondstroom.rooms.settlement.states import Deviation, HoursKind

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.models import Assignment

LONGEST_BREAK = 240
TIME = {"type": "time"}


class HoursForm(forms.Form):
    """What became of one shift; filled in with what is known, so that most change nothing."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wat werd het"), widget=forms.RadioSelect, choices=[]
    )
    starts = forms.TimeField(label=gettext_lazy("Van"), widget=forms.TimeInput(TIME, "%H:%M"))
    ends = forms.TimeField(
        label=gettext_lazy("Tot"),
        widget=forms.TimeInput(TIME, "%H:%M"),
    )
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Pauze (minuten)"), min_value=0, max_value=LONGEST_BREAK
    )
    deviation = forms.ChoiceField(
        label=gettext_lazy("Waarom anders dan gepland"),
        required=False,
        choices=Deviation.choices,
        help_text=gettext_lazy("Zet hier nooit iets over gezondheid: dat hoort niet bij de uren."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    marks_optional = False

    def __init__(
        self, data: Any = None, *, said: Said, kinds: list[HoursKind], seen: int = 0
    ) -> None:
        begun = {
            "kind": said.kind,
            "starts": said.starts_at.astimezone(AMSTERDAM).time(),
            "ends": said.ends_at.astimezone(AMSTERDAM).time(),
            "break_minutes": said.break_minutes,
            "deviation": said.deviation,
            "seen": seen,
        }
        super().__init__(data, initial=begun)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = [(one.value, one.label) for one in kinds]

    def said(self, assignment: Assignment) -> Said:
        """Give what was typed; who did not work keeps the planned times."""
        told = self.cleaned_data
        if told["kind"] != HoursKind.WORKED:
            shift = assignment.shift
            return Said(assignment.starts_at, assignment.ends_at, shift.break_minutes, told["kind"])
        return Said(
            starts_at=nearest(told["starts"], assignment.starts_at),
            ends_at=nearest(told["ends"], assignment.ends_at),
            break_minutes=told["break_minutes"],
            deviation=told["deviation"],
        )


def nearest(wall_clock: time, planned: datetime) -> datetime:
    """Give the moment nearest to the planned one at which the clock on the wall shows this."""
    there = planned.astimezone(AMSTERDAM)
    if (there.hour, there.minute) == (wall_clock.hour, wall_clock.minute):
        return planned
    plain = wall_clock.replace(second=0, microsecond=0)
    days = [there.date() + timedelta(days=number) for number in (-1, 0, 1)]
    return min((at(day, plain) for day in days), key=lambda moment: abs(moment - planned))
