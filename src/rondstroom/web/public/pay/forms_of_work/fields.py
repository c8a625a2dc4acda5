"""What one tells about each form of work."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flexpool.pay.comparison import CERTAINTIES, SAYS, Certainty, Say
from flexpool.pay.ownership.vat import IN_WORDS
from rondstroom.web.components.fields import Amount, Number, Percentage
from rondstroom.web.components.words import said_later

SAY_CHOICES = [(one.value, said_later(text)) for one, text in SAYS.items()]
CERTAINTY_CHOICES = [(one.value, said_later(text)) for one, text in CERTAINTIES.items()]
GROUND_CHOICES = [(one.value, said_later(words.name)) for one, words in IN_WORDS.items()]
WEEKS_A_YEAR = 52
ESTIMATE = gettext_lazy("Eigen schatting.")


class Part(forms.Form):
    """A group of fields with a heading."""

    title: str | Promise
    marks_optional = False


class Work(Part):
    """What is the same in every form."""

    title = gettext_lazy("Het werk")
    full_time_month = Amount(
        label=gettext_lazy("Bruto maandsalaris bij een voltijd baan (in euro)"),
        initial=359_300,
        least=1,
        most=15_000,
    )
    hours_week = Number(
        label=gettext_lazy("Uren per week"),
        help_text=gettext_lazy(
            "In loondienst: de uren van je contract, met verlof, ziekte en scholing. "
            "Als zelfstandige: de uren zorg in een week dat je werkt."
        ),
        initial=Fraction(28),
        least=1,
        most=48,
    )


class Conditions(Part):
    """What a form means beside money."""

    say = forms.ChoiceField(
        label=gettext_lazy("Zeggenschap over je uren"), choices=SAY_CHOICES, initial=Say.CHOSEN
    )
    certainty = forms.ChoiceField(
        label=gettext_lazy("Zekerheid"),
        choices=CERTAINTY_CHOICES,
        initial=Certainty.PER_ASSIGNMENT,
    )
    evenings = Percentage(
        label=gettext_lazy("Deel van de uren in avond, nacht en weekend (in %)"),
        help_text=ESTIMATE,
        initial=Fraction(35, 100),
        most=100,
    )


class Employed(Conditions):
    """A form of employment: at the own organisation, the pool or an agency."""

    irregular_month = Amount(
        label=gettext_lazy("ORT per maand (bruto, in euro)"), help_text=ESTIMATE, most=5_000
    )
    leave_hours = Number(label=gettext_lazy("Verlofuren per jaar"), help_text=ESTIMATE, most=600)
    sick_leave = Percentage(
        label=gettext_lazy("Deel van de uren dat je ziek bent (in %)"),
        help_text=ESTIMATE,
        initial=Fraction(7, 100),
        most=60,
    )
    paid_training = Number(
        label=gettext_lazy("Betaalde uren scholing per jaar"), help_text=ESTIMATE, most=500
    )
    administration = Number(
        label=gettext_lazy("Eigen uren administratie per jaar"), help_text=ESTIMATE, most=500
    )

    def refuse_a_year_without_care(self, hours_week: Fraction) -> None:
        """Refuse leave, illness and training that take all hours of the contract."""
        told = self.cleaned_data
        present = hours_week * WEEKS_A_YEAR * (1 - told["sick_leave"])
        if present <= told["leave_hours"] + told["paid_training"]:
            self.add_error(
                "leave_hours",
                _("Verlof, ziekte en scholing laten zo geen uren over voor zorg."),
            )


class Agency(Employed):
    """An agency: it may have another pension, and weeks without work."""

    unpaid_weeks = Number(
        label=gettext_lazy("Weken per jaar zonder werk en loon"), help_text=ESTIMATE, most=51
    )
    pension_own = Amount(
        label=gettext_lazy("Pensioenpremie die je zelf betaalt, per jaar (in euro)"),
        help_text=gettext_lazy("Staat in de brief van het pensioenfonds."),
        most=20_000,
    )
    pension_employer = Amount(
        label=gettext_lazy("Pensioenpremie van het bureau, per jaar (in euro)"), most=40_000
    )


class SelfEmployedPart(Conditions):
    """Self-employment: price, costs, insurance and the weeks without income."""

    rate = Amount(label=gettext_lazy("Tarief per uur zonder btw (in euro)"), least=1, most=250)
    intermediary = Percentage(
        label=gettext_lazy("Deel dat een bemiddelaar houdt (in %)"), initial=Fraction(0), most=50
    )
    business_costs = Amount(
        label=gettext_lazy("Zakelijke kosten per jaar (in euro)"),
        help_text=gettext_lazy("Aansprakelijkheid, klachtenregeling, boekhouder, scholing."),
        most=100_000,
    )
    disability_premium = Amount(
        label=gettext_lazy("Arbeidsongeschiktheidsverzekering per jaar (in euro)"),
        help_text=gettext_lazy("Vraag een offerte. Geen verzekering is 0."),
        most=50_000,
    )
    pension_saving = Amount(
        label=gettext_lazy("Wat je per jaar opzij zet voor later (in euro)"), most=100_000
    )
    holiday_weeks = Number(label=gettext_lazy("Weken vrij per jaar"), most=52)
    sick_weeks = Number(label=gettext_lazy("Weken ziek per jaar"), most=52)
    empty_weeks = Number(label=gettext_lazy("Weken zonder opdracht per jaar"), most=52)
    administration_week = Number(
        label=gettext_lazy("Uren administratie per week, onbetaald"), most=40
    )
    training = Number(label=gettext_lazy("Uren scholing per jaar, onbetaald"), most=500)

    def clean(self) -> dict[str, Any]:
        """Refuse more weeks without income than a year has."""
        filled = super().clean() or {}
        weeks = [filled.get(name) or 0 for name in ("holiday_weeks", "sick_weeks", "empty_weeks")]
        if sum(weeks) >= WEEKS_A_YEAR:
            self.add_error("empty_weeks", _("Zo blijft er geen week over om te werken."))
        return filled


class Prices(Part):
    """What the organisation pays for an hour; an empty field leaves that out."""

    title = gettext_lazy("Wat de organisatie betaalt (mag leeg blijven)")
    pool_base = Amount(
        label=gettext_lazy("Pool: loonkosten van een uur zorg (in euro)"), required=False, most=250
    )
    pool_ground = forms.ChoiceField(
        label=gettext_lazy("Pool: waarom er geen btw over komt"), choices=GROUND_CHOICES
    )
    agency_factor = Number(
        label=gettext_lazy("Uitzendbureau: omrekenfactor"),
        help_text=gettext_lazy("Uit de offerte. Bronnen noemen 1,7 tot 2,8."),
        required=False,
        least=1,
        most=5,
    )
    margin = Percentage(
        label=gettext_lazy("Zelfstandige: marge van de bemiddelaar bovenop het tarief (in %)"),
        required=False,
        most=100,
    )
    exempt = forms.ChoiceField(
        label=gettext_lazy("Zelfstandige: de zorg zelf is vrij van btw (eigen zorg, BIG-register)"),
        choices=[("no", gettext_lazy("nee")), ("yes", gettext_lazy("ja"))],
    )
