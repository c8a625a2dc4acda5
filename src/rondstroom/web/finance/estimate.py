"""The figures a comparison needs: the organisation's own, or an example until it keeps some."""

from __future__ import annotations

from fractions import Fraction

from django import forms
from django.utils.translation import gettext_lazy

from flexpool.pay.ownership.vat import IN_WORDS, VatGround
from rondstroom.web.components.fields import Amount, Number, Percentage
from rondstroom.web.components.words import said_later

GROUNDS = [(one.value, said_later(ground.name)) for one, ground in IN_WORDS.items()]
YES_NO = [("yes", gettext_lazy("ja")), ("no", gettext_lazy("nee"))]


class Estimate(forms.Form):
    """What one function costs to employ and to hire. Every number is the organisation's own."""

    full_time_month = Amount(
        label=gettext_lazy("Bruto maandsalaris voltijd (in euro)"),
        initial=359_300,
        least=1,
        most=15_000,
    )
    hours_week = Number(
        label=gettext_lazy("Contracturen per week"), initial=Fraction(28), least=1, most=48
    )
    full_time_hours = Number(
        label=gettext_lazy("Uren per week bij voltijd"), initial=Fraction(36), least=20, most=48
    )
    holiday_allowance = Percentage(
        label=gettext_lazy("Vakantietoeslag (in %)"), initial=Fraction(8, 100), most=30
    )
    year_end_bonus = Percentage(
        label=gettext_lazy("Eindejaarsuitkering (in %)"), initial=Fraction(833, 10_000), most=30
    )
    irregular_year = Amount(
        label=gettext_lazy("ORT per jaar (in euro)"), initial=250_000, most=50_000
    )
    permanent = forms.ChoiceField(
        label=gettext_lazy("Vast contract op schrift"), choices=YES_NO, initial="yes"
    )
    sick_leave = Percentage(
        label=gettext_lazy("Ziekteverzuim (in %)"), initial=Fraction(7, 100), most=60
    )
    leave_hours = Number(label=gettext_lazy("Verlofuren per jaar"), initial=Fraction(190), most=600)
    training_hours = Number(
        label=gettext_lazy("Scholingsuren per jaar"), initial=Fraction(24), most=400
    )
    other_year = Amount(
        label=gettext_lazy("Overige kosten per jaar (scholing, reizen, arbodienst, in euro)"),
        initial=400_000,
        most=100_000,
    )
    recruitment = Amount(
        label=gettext_lazy("Werving van één medewerker (in euro)"), initial=400_000, most=100_000
    )
    induction_hours = Number(
        label=gettext_lazy("Inwerkuren van collega's"), initial=Fraction(40), most=1_000
    )
    learning_months = forms.IntegerField(
        label=gettext_lazy("Maanden tot alles zelfstandig gaat"),
        initial=3,
        min_value=0,
        max_value=24,
    )
    learning_productivity = Percentage(
        label=gettext_lazy("Productiviteit in die maanden (in %)"),
        initial=Fraction(60, 100),
        most=100,
    )
    development = Amount(
        label=gettext_lazy("Ontwikkeling per jaar (in euro)"), initial=50_000, most=50_000
    )
    stay_months = forms.IntegerField(
        label=gettext_lazy("Hoeveel maanden iemand blijft"),
        initial=48,
        min_value=1,
        max_value=480,
    )
    agency_wage = Amount(
        label=gettext_lazy("Uitzendbureau: bruto uurloon (in euro)"), initial=23_03, most=150
    )
    agency_factor = Number(
        label=gettext_lazy("Uitzendbureau: omrekenfactor"),
        help_text=gettext_lazy("Uit de offerte. Bronnen noemen 1,7 tot 2,8."),
        initial=Fraction(22, 10),
        least=1,
        most=5,
    )
    secondment_cost = Amount(
        label=gettext_lazy("Detachering: loonkosten van een uur zorg (in euro)"),
        initial=49_00,
        most=250,
    )
    secondment_ground = forms.ChoiceField(
        label=gettext_lazy("Detachering: waarom er geen btw over komt"),
        choices=GROUNDS,
        initial=VatGround.NONE,
    )
    rate = Amount(
        label=gettext_lazy("Zelfstandige: tarief per uur (in euro)"), initial=45_00, most=250
    )
    margin = Percentage(
        label=gettext_lazy("Zelfstandige: marge van de bemiddelaar (in %)"),
        initial=Fraction(10, 100),
        most=100,
    )
    exempt = forms.ChoiceField(
        label=gettext_lazy("Zelfstandige: zorg is vrij van btw (BIG-register)"),
        choices=YES_NO,
        initial="no",
    )
    months = forms.IntegerField(
        label=gettext_lazy("Over hoeveel maanden vergelijken?"),
        initial=36,
        min_value=6,
        max_value=120,
    )
    marks_optional = False


def example_figures() -> dict[str, str]:
    """Give the example as it would be typed."""
    form = Estimate()
    return {name: str(form[name].value()) for name in form.fields}
