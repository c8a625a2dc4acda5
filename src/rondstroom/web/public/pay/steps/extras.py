"""The second step: what comes on top of the salary, and what it costs to go there."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondstroom.web.components.fields import Amount, Number, Percentage
from rondstroom.web.public.pay.steps.step import YES_NO, Step

UNKNOWN_TERMS = {"ghz", "zkh", "other"}
"""Agreements of which no source tells holiday allowance and year-end bonus."""


class Extras(Step):
    """What comes on top of the salary, and what it costs to go there."""

    title = gettext_lazy("Toeslag en reizen")

    def __init__(self, *arguments: Any, cao: str = "", **options: Any) -> None:
        super().__init__(*arguments, **options)
        for name in ("holiday_allowance", "year_end_bonus") if cao in UNKNOWN_TERMS else ():
            self.fields[name].required = True
            self.fields[name].help_text = _("Van jouw cao kennen we dit niet.")

    irregular_month = Amount(
        label=gettext_lazy("Hoeveel ORT krijg je gemiddeld per maand? (bruto, in euro)"),
        help_text=gettext_lazy("Kijk op een paar loonstroken. Bij meer uren groeit het mee."),
        initial=0,
        most=5_000,
    )
    holiday_allowance = Percentage(
        label=gettext_lazy("Vakantietoeslag (in %)"),
        help_text=gettext_lazy("Leeg is wat je cao zegt."),
        required=False,
        most=30,
    )
    year_end_bonus = Percentage(
        label=gettext_lazy("Eindejaarsuitkering (in %)"),
        help_text=gettext_lazy("Leeg is wat je cao zegt."),
        required=False,
        most=30,
    )
    full_time_hours = Number(
        label=gettext_lazy("Hoeveel uur per week is voltijd in je cao?"),
        initial=Fraction(36),
        least=20,
        most=48,
    )
    pension = forms.ChoiceField(
        label=gettext_lazy("Bouw je pensioen op bij Zorg en Welzijn (PFZW)?"),
        choices=YES_NO,
        initial="yes",
        widget=forms.RadioSelect,
    )
    travel_day = Amount(
        label=gettext_lazy("Wat kost een werkdag je zelf aan reizen? (in euro)"),
        help_text=gettext_lazy("Trek af wat je werkgever vergoedt."),
        initial=0,
        most=200,
    )
    hours_day = Number(
        label=gettext_lazy("Hoeveel uur duurt een werkdag meestal?"),
        initial=Fraction(8),
        least=1,
        most=14,
    )
