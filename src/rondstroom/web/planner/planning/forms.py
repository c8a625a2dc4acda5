"""What a planner asks of the engine: for whom, which days, how long to search."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.web.planner.shifts.forms import DateInput
from rondstroom.web.planner.shifts.offering import offer

LONGEST_DAYS = 42
WHOLE = "whole"


class PlanForm(forms.Form):
    """One question to the engine."""

    team = forms.ChoiceField(label=gettext_lazy("Voor"))
    starts_on = forms.DateField(label=gettext_lazy("Van"), widget=DateInput())
    last_on = forms.DateField(label=gettext_lazy("Tot en met"), widget=DateInput())
    seconds = forms.TypedChoiceField(
        label=gettext_lazy("Hoe lang zoeken"),
        coerce=int,
        choices=[
            (10, gettext_lazy("10 seconden: snel een eerste voorstel")),
            (30, gettext_lazy("30 seconden")),
            (60, gettext_lazy("1 minuut")),
            (300, gettext_lazy("5 minuten: voor een hele maand")),
        ],
        initial=30,
        help_text=gettext_lazy("Je kunt altijd eerder stoppen. Het beste rooster tot dan blijft."),
    )

    def __init__(self, *arguments: Any, teams: list[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._teams = {team.pk: team for team in teams}
        one = [(team.pk, f"{team.location.name}, {team.name}") for team in teams]
        offer(self, "team", [(WHOLE, _("de hele organisatie")), *one])

    @property
    def chosen_team(self) -> Any:
        """The team, or None for the whole organisation."""
        chosen = self.cleaned_data["team"]
        return None if chosen == WHOLE else self._teams[int(chosen)]

    def clean(self) -> dict[str, Any]:
        """Refuse days in the wrong order, and more than six weeks at once."""
        filled = super().clean() or {}
        first: date | None = filled.get("starts_on")
        last: date | None = filled.get("last_on")
        if first and last and last < first:
            self.add_error("last_on", _("De laatste dag ligt vóór de eerste."))
        elif first and last and last - first >= timedelta(days=LONGEST_DAYS):
            self.add_error("last_on", _("Plan ten hoogste zes weken tegelijk."))
        return filled
