"""What a planner fills in for a shift."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.periods import AMSTERDAM, Period, shift_period
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.planner.shifts.offering import offer
from rondstroom.web.planner.shifts.tasks import TaskFields

WEEKDAYS = [
    ("0", gettext_lazy("ma")),
    ("1", gettext_lazy("di")),
    ("2", gettext_lazy("wo")),
    ("3", gettext_lazy("do")),
    ("4", gettext_lazy("vr")),
    ("5", gettext_lazy("za")),
    ("6", gettext_lazy("zo")),
]


class DateInput(forms.DateInput):
    """A date as the browser's own date field reads it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time as the browser's own time field reads it."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


def new_mark() -> str:
    """Give a name for the form itself, so that sending it twice makes a shift once."""
    return secrets.token_hex(8)


class ShiftForm(TaskFields):
    """One shift: where, when, what, how many."""

    mark = forms.RegexField(
        r"^[0-9a-f]{16}$", required=False, initial=new_mark, widget=forms.HiddenInput
    )
    team = forms.TypedChoiceField(label=gettext_lazy("Team"), coerce=int)
    day = forms.DateField(label=gettext_lazy("Dag"), widget=DateInput())
    starts = forms.TimeField(label=gettext_lazy("Van"), widget=TimeInput())
    ends = forms.TimeField(
        label=gettext_lazy("Tot"),
        widget=TimeInput(),
        help_text=gettext_lazy("Vroeger dan het begin, of even laat: dan is het de volgende dag."),
    )
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Pauze in minuten"), min_value=0, max_value=240, initial=30
    )
    function = forms.TypedChoiceField(
        label=gettext_lazy("Functie"), coerce=int, empty_value=None, required=False
    )
    skills = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Nodige bekwaamheden"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    places = forms.IntegerField(
        label=gettext_lazy("Aantal plaatsen"), min_value=1, max_value=99, initial=1
    )
    sign_up = forms.ChoiceField(
        label=gettext_lazy("Hoe iemand de dienst krijgt"),
        choices=SignUp.choices,
        initial=SignUp.REQUEST,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=gettext_lazy("Reden"), max_length=60, required=False)
    remarks = forms.CharField(
        label=gettext_lazy("Bijzonderheden voor wie komt werken"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *arguments: Any, teams: list[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._teams = {team.pk: team for team in teams}
        self._functions = {row.pk: row for row in skills.functions()}
        self._skills = {row.pk: row for row in skills.skills()}
        offer(self, "team", [(team.pk, f"{team.location.name}, {team.name}") for team in teams])
        functions = [(row.pk, f"{row.code}: {row.name}") for row in self._functions.values()]
        offer(self, "function", [("", _("geen: iedereen mag")), *functions])
        offer(self, "skills", [(row.pk, row.name) for row in self._skills.values()])
        self.offer_tasks({team.location.organisation_id for team in teams})

    @property
    def period(self) -> Period:
        """The period that was filled in; an end not after the start lies on the next day."""
        filled = self.cleaned_data
        return shift_period(filled["day"], filled["starts"], filled["ends"])

    @property
    def source_key(self) -> str:
        """The key under which the shift is made once; none when the form came without a mark."""
        mark = self.cleaned_data.get("mark")
        return f"desk:{mark}" if mark else ""

    def values(self) -> dict[str, Any]:
        """Give what the actions of demand take."""
        filled = self.cleaned_data
        tasks = self.chosen_tasks()
        # Who does a task must be able to: what its tasks ask, the shift asks.
        asked = {*filled["skills"], *(skill.pk for one in tasks for skill in one.skills.all())}
        return {
            "team": self._teams[filled["team"]],
            "starts_at": self.period.starts_at,
            "ends_at": self.period.ends_at,
            "break_minutes": filled["break_minutes"],
            "function": self._functions.get(filled["function"]),
            "skills": [self._skills[pk] for pk in sorted(asked)],
            "tasks": skills.kept_tasks(tasks),
            "places": filled["places"],
            "sign_up": filled["sign_up"],
            "reason": filled["reason"],
            "remarks": filled["remarks"],
        }

    def clean(self) -> dict[str, Any]:
        """Refuse a break that leaves no work."""
        filled = super().clean() or {}
        if {"day", "starts", "ends", "break_minutes"} <= filled.keys() and (
            self.period.minutes <= filled["break_minutes"]
        ):
            self.add_error("break_minutes", _("De pauze duurt even lang als de dienst of langer."))
        return filled


def filled_from(shift: Any) -> dict[str, Any]:
    """Give a shift as the form shows it."""
    starts, ends = (moment.astimezone(AMSTERDAM) for moment in (shift.starts_at, shift.ends_at))
    return {
        "team": shift.team_id,
        "day": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "break_minutes": shift.break_minutes,
        "function": shift.function_id or "",
        "skills": [skill.pk for skill in shift.skills.all()],
        "places": shift.places,
        "sign_up": shift.sign_up,
        "reason": shift.reason,
        "remarks": shift.remarks,
        "tasks": [one["code"] for one in shift.tasks],
    }
