"""What is filled in for an arrangement and for the answer of a works council."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from rondstroom.rooms.organisations.actions import Arranged
from rondstroom.rooms.organisations.states import LONGEST_ARTICLE, Council, Shared
from rondstroom.web.components.fields import Percentage

WHOLE = 10_000


class DateInput(forms.DateInput):
    """A date as the browser's own date field reads it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _text(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, widget=forms.Textarea({"rows": 3}), max_length=LONGEST_ARTICLE
    )


class ArrangementForm(forms.Form):
    """A version of the arrangement."""

    after = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    starts_on = forms.DateField(label=gettext_lazy("Geldt vanaf"), widget=DateInput())
    aim = _text(gettext_lazy("Doel"))
    boundaries = _text(gettext_lazy("Grenzen: wie doet mee, waar, en waarvoor niet"))
    work = _text(gettext_lazy("Soort werk"))
    conditions = _text(gettext_lazy("Voorwaarden"))
    ending = _text(gettext_lazy("Hoe het eindigt"))
    shares = forms.MultipleChoiceField(
        label=gettext_lazy("Dit delen de organisaties"),
        choices=Shared.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    needs_consent = forms.MultipleChoiceField(
        label=gettext_lazy("Pas nadat de ondernemingsraad heeft ingestemd"),
        choices=Shared.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    most_fee = Percentage(
        label=gettext_lazy("Hoogste vergoeding voor het werkgeverschap (in %)"),
        most=50,
        required=False,
    )
    reference = forms.CharField(
        label=gettext_lazy("Waar is de getekende regeling te vinden?"), max_length=200
    )

    @property
    def arranged(self) -> Arranged:
        """What was filled in, as the room asks it."""
        told = self.cleaned_data
        names = ("starts_on", "aim", "boundaries", "work", "conditions", "ending", "reference")
        fee: Fraction | None = told["most_fee"]
        return Arranged(
            shares=[Shared(one) for one in told["shares"]],
            needs_consent=[Shared(one) for one in told["needs_consent"]],
            most_fee_bp=None if fee is None else round(fee * WHOLE),
            **{name: told[name] for name in names},
        )


class CouncilForm(forms.Form):
    """What a works council answered."""

    organisation = forms.IntegerField()
    answer = forms.ChoiceField(choices=Council.choices)
    answered_on = forms.DateField()
    reference = forms.CharField(max_length=200)
