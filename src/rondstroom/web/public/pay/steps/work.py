"""The first step: the contract, and the wish."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.parameters import NoFigureForDate
from flexpool.pay.hours.situation import ScaleStep
from flexpool.pay.wage.scales import HIGHEST, LOWEST, NoSuchStep, month_salary, scales
from rondstroom.web.components.fields import Amount, Number
from rondstroom.web.public.pay.steps.step import SHORT, Step

CAOS = [
    ("vvt", gettext_lazy("verpleging, verzorging en thuiszorg (VVT)")),
    ("ghz", gettext_lazy("gehandicaptenzorg (GHZ)")),
    ("zkh", gettext_lazy("ziekenhuizen")),
    ("other", gettext_lazy("een andere cao")),
]
STEP_WORDS = {"laagste": LOWEST, "hoogste": HIGHEST, "lowest": LOWEST, "highest": HIGHEST}
FURTHEST = timedelta(days=731)


def first_of_next_month() -> date:
    """Give the day from which a new contract usually holds."""
    return (timezone.localdate().replace(day=1) + timedelta(days=31)).replace(day=1)


class Work(Step):
    """The contract, and the wish."""

    title = gettext_lazy("Je werk")
    hours_now = Number(
        label=gettext_lazy("Hoeveel uur per week werk je nu?"),
        help_text=gettext_lazy("De uren in je contract, bijvoorbeeld 24,5."),
        least=1,
        most=48,
    )
    hours_wanted = Number(
        label=gettext_lazy("Hoeveel uur zou je willen werken?"),
        help_text=gettext_lazy("Meer of minder: allebei kan."),
        least=1,
        most=48,
    )
    cao = forms.ChoiceField(label=gettext_lazy("Je cao"), choices=CAOS)
    full_time_month = Amount(
        label=gettext_lazy("Bruto maandsalaris bij een voltijd baan (in euro)"),
        help_text=gettext_lazy(
            "Het salaris bij 100 % op je loonstrook, zonder toeslagen. Ook als je deeltijd werkt."
        ),
        required=False,
        least=1,
        most=15_000,
    )
    scale = forms.CharField(
        label=gettext_lazy("Of je schaal (FWG)"),
        help_text=gettext_lazy("Als je je salaris niet weet, bij de VVT en de GHZ."),
        required=False,
        max_length=3,
        widget=forms.TextInput(SHORT),
    )
    scale_step = forms.CharField(
        label=gettext_lazy("En je trede"),
        help_text=gettext_lazy("Een nummer, of: laagste of hoogste."),
        required=False,
        max_length=8,
        widget=forms.TextInput(SHORT),
    )
    starts_on = forms.DateField(
        label=gettext_lazy("Vanaf welke dag wil je dat?"),
        initial=first_of_next_month,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )

    def clean_starts_on(self) -> date:
        """Refuse a day that is far from now: a slip of the finger."""
        day: date = self.cleaned_data["starts_on"]
        if abs(day - timezone.localdate()) > FURTHEST:
            raise forms.ValidationError(_("Kies een dag binnen twee jaar van nu."))
        return day

    def clean(self) -> dict[str, Any]:
        """Know the salary: as it was told, or from the table of the cao."""
        filled = super().clean() or {}
        if self.errors:
            return filled
        if filled["full_time_month"] is not None:
            return {**filled, "place": None}
        if not filled["scale"]:
            self.add_error("full_time_month", _("Vul je salaris in, of je schaal en trede."))
            return filled
        step = STEP_WORDS.get(filled["scale_step"].lower(), filled["scale_step"])
        place = ScaleStep(filled["scale"], step, timezone.localdate())
        try:
            line = month_salary(filled["cao"], place.scale, place.step, place.on)
        except (NoSuchStep, NoFigureForDate):
            self.add_error("scale", self._known_scales(filled["cao"]))
            return filled
        return {**filled, "place": place, "full_time_month": int(line.amount)}

    def _known_scales(self, cao: str) -> str:
        known = scales(cao)
        if not known:
            return _("Van deze cao hebben we geen salaristabel. Vul hierboven je salaris in.")
        return _(
            "Deze schaal en trede kennen we niet. Bekend zijn FWG %(known)s. "
            "Weet je je trede niet, vul dan laagste of hoogste in."
        ) % {"known": ", ".join(known)}
