"""What is filled in for a version of a work code."""

from __future__ import annotations

from datetime import time
from fractions import Fraction
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from flexpool.contracts.work_code.code import WorkCode
from flexpool.pay.wage.scales import scales
from rondstroom.rooms.contracts.actions import DrawnUp
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.fields import Number, Percentage

MINUTES_HOUR = 60
CAOS = ("vvt", "ghz")
SHARES = ("anw_least", "anw_most", "pay_least", "pay_most")
PLAIN = ("evening_from", "morning_until", "notice_days", "employer_hours", "worker_hours", "cao")


def _date() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, "%Y-%m-%d")


def _clock() -> forms.TimeInput:
    return forms.TimeInput({"type": "time"}, "%H:%M")


class WorkCodeForm(forms.Form):
    """A version; what stays empty is not agreed."""

    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    starts_on = forms.DateField(label=_("Geldt vanaf"), widget=_date())
    ends_on = forms.DateField(
        label=_("Geldt tot"),
        help_text=_("De eerste dag waarop de code niet meer geldt."),
        widget=_date(),
        required=False,
    )
    anw_least = Percentage(
        label=_("Avond, nacht en weekend: minstens (% van de contracturen)"),
        most=100,
        required=False,
    )
    anw_most = Percentage(label=_("Avond, nacht en weekend: hooguit (%)"), most=100, required=False)
    evening_from = forms.TimeField(label=_("De avond begint om"), widget=_clock())
    morning_until = forms.TimeField(label=_("De nacht eindigt om"), widget=_clock())
    notice_days = forms.IntegerField(
        label=_("Rooster bekend (dagen van tevoren)"), min_value=0, max_value=91, required=False
    )
    employer_hours = forms.IntegerField(
        label=_("De werkgever zegt af tot (uren van tevoren)"),
        min_value=0,
        max_value=672,
        required=False,
    )
    worker_hours = forms.IntegerField(
        label=_("De medewerker zegt af tot (uren van tevoren)"),
        min_value=0,
        max_value=672,
        required=False,
    )
    training = Number(label=_("Uren scholing per jaar"), most=400, required=False)
    cao = forms.ChoiceField(
        label=_("Loon in een band rond de cao"),
        choices=[("", _("niet afgesproken")), *((one, one.upper()) for one in CAOS)],
        required=False,
    )
    pay_least = Percentage(
        label=_("Uurloon: minstens (% van de laagste trede)"), most=300, required=False
    )
    pay_most = Percentage(
        label=_("Uurloon: hooguit (% van de hoogste trede)"), most=300, required=False
    )
    reference = forms.CharField(label=_("Waar is de getekende afspraak te vinden?"), max_length=200)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = sorted({scale for cao in CAOS for scale in scales(cao)}, key=int)
        choices = [("", "–"), *((one, f"FWG {one}") for one in known)]
        self.codes = [one.code for one in skills.functions()]
        for one in skills.functions():
            self.fields[f"scale_{one.code}"] = forms.ChoiceField(
                label=one.name, choices=choices, required=False
            )

    @property
    def rules(self) -> list[Any]:
        """The fields but the scales."""
        return [one for one in self.visible_fields() if not one.name.startswith("scale_")]

    @property
    def scales(self) -> list[Any]:
        """The scale of each function."""
        return [self[f"scale_{code}"] for code in self.codes]

    @property
    def drawn(self) -> DrawnUp:
        """What was filled in, as the room asks it."""
        told = self.cleaned_data
        training: Fraction | None = told["training"]
        code = WorkCode(
            **{name: told[name] for name in (*PLAIN, *SHARES)},
            training_minutes=None if training is None else round(training * MINUTES_HOUR),
            scales={code: told[f"scale_{code}"] for code in self.codes if told[f"scale_{code}"]},
        )
        days = {name: told[name] for name in ("starts_on", "ends_on", "reference")}
        return DrawnUp(code=code, **days)


def begun(code: WorkCode | None, version: int) -> dict[str, Any]:
    """Begin with what the newest version says; without one with the clock of evening and night."""
    found: dict[str, Any] = {"after": version, "starts_on": timezone.localdate()}
    if code is None:
        return {**found, "evening_from": time(20), "morning_until": time(7)}
    training = code.training_minutes
    return {
        **found,
        **{name: getattr(code, name) for name in (*PLAIN, *SHARES)},
        **{f"scale_{one}": scale for one, scale in code.scales.items()},
        "training": None if training is None else Fraction(training, MINUTES_HOUR),
    }
