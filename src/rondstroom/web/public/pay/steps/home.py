"""The fourth step: what living costs, and what is saved."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from rondstroom.web.components.fields import Amount
from rondstroom.web.public.pay.steps.step import Step


class Home(Step):
    """What living costs, and what is saved."""

    title = gettext_lazy("Wonen en spaargeld")
    rent = Amount(
        label=gettext_lazy("Kale huur per maand (in euro)"),
        help_text=gettext_lazy(
            "Zonder servicekosten. Koop je, of huur je een kamer? Laat het leeg."
        ),
        required=False,
        most=5_000,
    )
    co_residents = forms.IntegerField(
        label=gettext_lazy("Hoeveel anderen van 18 jaar of ouder wonen er bij je?"),
        help_text=gettext_lazy("Niet je partner, en niet wie een kamer van je huurt."),
        initial=0,
        min_value=0,
        max_value=6,
    )
    co_income = Amount(
        label=gettext_lazy("Wat verdienen zij samen per jaar? (bruto, in euro)"),
        initial=0,
        most=500_000,
    )
    wealth = Amount(
        label=gettext_lazy("Spaargeld en ander bezit op 1 januari (in euro)"),
        help_text=gettext_lazy("Van jou en je partner samen. Je eigen huis telt niet mee."),
        initial=0,
        most=10_000_000,
    )
