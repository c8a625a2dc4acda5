"""What a planner fills in for a vacancy."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.rooms.demand import actions
from rondstroom.rooms.people.states import DayPart, EngagementForm
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.planner.shifts.forms import WEEKDAYS, DateInput, new_mark
from rondstroom.web.planner.shifts.offering import offer

CELLS = [
    (f"{day}:{part.value}", f"{name} {part.label}") for part in DayPart for day, name in WEEKDAYS
]


class VacancyForm(forms.Form):
    """One vacancy: where, what, how much, when, in which form, for how many."""

    mark = forms.RegexField(
        r"^[0-9a-f]{16}$", required=False, initial=new_mark, widget=forms.HiddenInput
    )
    team = forms.TypedChoiceField(label=gettext_lazy("Team"), coerce=int)
    function = forms.TypedChoiceField(label=gettext_lazy("Functie"), coerce=int)
    hours = forms.DecimalField(
        label=gettext_lazy("Uren per week"),
        min_value=Decimal(1),
        max_value=Decimal(48),
        max_digits=4,
        decimal_places=2,
        widget=forms.NumberInput({"class": "short", "step": "0.25"}),
    )
    starts_on = forms.DateField(label=gettext_lazy("Begint op"), widget=DateInput())
    ends_on = forms.DateField(
        label=gettext_lazy("Laatste dag"),
        required=False,
        widget=DateInput(),
        help_text=gettext_lazy("Leeg: zonder einddatum. Anders is het een langere opdracht."),
    )
    pattern = forms.MultipleChoiceField(
        label=gettext_lazy("Op deze delen van de week"),
        choices=CELLS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Niets gekozen: in overleg."),
    )
    contracts = forms.MultipleChoiceField(
        label=gettext_lazy("Soort contract"),
        choices=EngagementForm.choices,
        initial=[EngagementForm.PERMANENT, EngagementForm.TEMPORARY],
        widget=forms.CheckboxSelectMultiple,
    )
    places = forms.IntegerField(
        label=gettext_lazy("Aantal plaatsen"), min_value=1, max_value=99, initial=1
    )
    answer_days = forms.IntegerField(
        label=gettext_lazy("Antwoord binnen hoeveel dagen"),
        min_value=1,
        max_value=actions.MOST_ANSWER_DAYS,
        initial=7,
    )
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
        offer(self, "team", [(team.pk, f"{team.location.name}, {team.name}") for team in teams])
        offer(self, "function", [(pk, row.name) for pk, row in self._functions.items()])

    def grid(self) -> list[tuple[str, list[Any]]]:
        """Give the boxes of the pattern: a row per part of the day, a column per weekday."""
        boxes = list(self["pattern"].subwidgets)
        return [
            (str(part.label), boxes[number * 7 : number * 7 + 7])
            for number, part in enumerate(DayPart)
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a last day before the first."""
        said = super().clean() or {}
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("De laatste dag ligt vóór de eerste."))
        return said

    @property
    def source_key(self) -> str:
        """The key under which the vacancy is made once."""
        mark = self.cleaned_data.get("mark")
        return f"desk:{mark}" if mark else ""

    def values(self) -> dict[str, Any]:
        """Give what the actions of demand take."""
        said = self.cleaned_data
        cells = [one.split(":") for one in said["pattern"]]
        return {
            "team": self._teams[said["team"]],
            "function": self._functions[said["function"]],
            "minutes_per_week": int(said["hours"] * 60),
            "pattern": [(int(day), DayPart(part)) for day, part in cells],
            "forms": [EngagementForm(one) for one in said["contracts"]],
            **{
                name: said[name]
                for name in ("starts_on", "ends_on", "places", "answer_days", "remarks")
            },
        }


def filled_from(vacancy: Any) -> dict[str, Any]:
    """Give a vacancy as the form shows it."""
    names = ("starts_on", "ends_on", "pattern", "places", "answer_days", "remarks")
    return {
        **{name: getattr(vacancy, name) for name in names},
        "contracts": vacancy.forms,
        "team": vacancy.team_id,
        "function": vacancy.function_id,
        "hours": (Decimal(vacancy.minutes_per_week) / 60).normalize(),
    }
