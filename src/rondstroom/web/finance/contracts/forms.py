"""What is filled in for an agreement, a rate and a supplier."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.contracts.price import PriceTerms
from rondstroom.rooms.contracts.actions import Agreed
from rondstroom.rooms.contracts.states import (
    BETWEEN_ORGANISATIONS,
    Authority,
    Basis,
    RateKind,
    SupplierKind,
)
from rondstroom.rooms.skills import queries as skills
from rondstroom.web.components.fields import Amount, Percentage
from rondstroom.web.finance.contracts.reading import DateInput

DIRECTIONS = [
    ("lends", gettext_lazy("wij lenen uit aan")),
    ("borrows", gettext_lazy("wij lenen in van")),
]
BASES = [(one.value, one.label) for one in Basis if one in BETWEEN_ORGANISATIONS]
OWN_WORK = gettext_lazy("De mensen zijn in dienst voor het eigen werk van de uitlener")


def offer(form: forms.Form, name: str, choices: list[Any]) -> None:
    """Let a field choose from these."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


class Period(forms.Form):
    """From when, until when, and where the paper is."""

    reference = forms.CharField(
        label=gettext_lazy("Kenmerk van de getekende overeenkomst"), max_length=120, required=False
    )
    starts_on = forms.DateField(label=gettext_lazy("Eerste dag"), widget=DateInput())
    ends_on = forms.DateField(
        label=gettext_lazy("Tot (deze dag telt niet mee)"), widget=DateInput(), required=False
    )

    @property
    def agreed(self) -> Agreed:
        """What was filled in, as the room asks it."""
        told = self.cleaned_data
        names = ("starts_on", "ends_on", "reference", "authority", "for_own_enterprise")
        return Agreed(**{name: told[name] for name in names if name in told})


class AgreementForm(Period):
    """A new agreement between two organisations."""

    direction = forms.ChoiceField(
        label=gettext_lazy("Wie leent uit?"), choices=DIRECTIONS, widget=forms.RadioSelect
    )
    other = forms.ChoiceField(label=gettext_lazy("De andere organisatie"))
    basis = forms.ChoiceField(label=gettext_lazy("Op welke grond?"), choices=BASES)
    for_own_enterprise = forms.BooleanField(
        label=OWN_WORK,
        required=False,
        help_text=gettext_lazy(
            "Nodig voor collegiale hulp. Anders gelden alle plichten van een uitlener (Waadi)."
        ),
    )
    authority = forms.ChoiceField(
        label=gettext_lazy("Wie geeft leiding op het werk?"), choices=Authority.choices
    )
    field_order = ["direction", "other", "basis", "for_own_enterprise", "authority"]

    def __init__(self, *arguments: Any, others: list[Any], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._others = {str(one.pk): one for one in others}
        offer(self, "other", [(key, one.name) for key, one in self._others.items()])

    @property
    def other_side(self) -> Any:
        """The organisation that was chosen."""
        return self._others[self.cleaned_data["other"]]


class EndForm(forms.Form):
    """The day on which an agreement no longer holds."""

    ends_on = forms.DateField(
        label=gettext_lazy("Geldt niet meer vanaf"), widget=DateInput(), required=True
    )


class RateForm(forms.Form):
    """The price of an hour, from a day on."""

    function = forms.TypedChoiceField(
        label=gettext_lazy("Functie"), coerce=int, empty_value=None, required=False
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Hoe is de prijs gemaakt?"),
        choices=RateKind.choices,
        widget=forms.RadioSelect,
    )
    hour = Amount(
        label=gettext_lazy("Bruto uurloon, of de afgesproken uurprijs (in euro)"), most=300
    )
    holiday_allowance = Percentage(
        label=gettext_lazy("Vakantietoeslag (in %)"), initial=Fraction(8, 100), most=30
    )
    year_end_bonus = Percentage(
        label=gettext_lazy("Eindejaarsuitkering (in %)"), initial=Fraction(833, 10_000), most=30
    )
    charges = Percentage(
        label=gettext_lazy("Werkgeverslasten (in %)"), initial=Fraction(22, 100), most=150
    )
    fee = Percentage(
        label=gettext_lazy("Vergoeding voor het werkgeverschap (in %)"),
        initial=Fraction(0),
        most=50,
    )
    pays_allowance = forms.BooleanField(
        label=gettext_lazy("Toeslag voor onregelmatige uren komt er bovenop"),
        required=False,
        initial=True,
    )
    starts_on = forms.DateField(label=gettext_lazy("Geldt vanaf"), widget=DateInput())
    marks_optional = False

    def __init__(self, *arguments: Any, agreement: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._functions = {row.pk: row for row in skills.functions()}
        functions = [(row.pk, f"{row.code}: {row.name}") for row in self._functions.values()]
        offer(self, "function", [("", _("alle functies")), *functions])
        if agreement.basis == Basis.COLLEGIAL:
            offer(self, "kind", [(RateKind.COST.value, RateKind.COST.label)])

    @property
    def chosen_function(self) -> Any:
        """The function that was chosen, or None for all."""
        return self._functions.get(self.cleaned_data["function"] or 0)

    @property
    def terms(self) -> PriceTerms:
        """The price; an agreed one has no build-up."""
        told = self.cleaned_data
        shares = ("holiday_allowance", "year_end_bonus", "charges", "fee")
        if told["kind"] == RateKind.AGREED:
            return PriceTerms(hour_cents=told["hour"])
        return PriceTerms(hour_cents=told["hour"], **{name: told[name] for name in shares})


class SupplierForm(forms.Form):
    """A supplier in the file."""

    name = forms.CharField(label=gettext_lazy("Naam"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("Soort"), choices=SupplierKind.choices)
    chamber_number = forms.CharField(
        label=gettext_lazy("KvK-nummer"), max_length=12, required=False
    )


class PaperForm(Period):
    """An agreement with a supplier, signed on paper."""

    authority = forms.ChoiceField(
        label=gettext_lazy("Wie geeft leiding op het werk?"), choices=Authority.choices
    )
