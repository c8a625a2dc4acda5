"""The benefit for care insurance (zorgtoeslag; Wet op de zorgtoeslag art. 2, Awir art. 14)."""

from __future__ import annotations

from fractions import Fraction

from flexpool.money import CENTS_PER_EURO, Rounding, rounded
from flexpool.pay.benefits.benefit import (
    MONTHS,
    WHOLE_EUROS_DOWN,
    Benefit,
    BenefitName,
    nothing,
    over_the_year,
    refused,
    whole_euros,
)
from flexpool.pay.benefits.household import Household
from flexpool.pay.benefits.wealth import too_wealthy, wealth_line
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents, rate
from flexpool.pay.wording import SHOWN_IN_CENTS, formula, number, percent
from flexpool.text import Text

NAME = BenefitName.HEALTH_CARE
AREA = "healthcare_benefit"
INSURED_FROM_AGE = 18


def health_care_benefit(household: Household) -> Benefit:
    """Give the zorgtoeslag of every month.

    Raises
    ------
    NoFigureForDate
        When the figures of the household's year are not known.
    """
    limit = wealth_line(household, AREA)
    too_much = too_wealthy(household, limit)
    if too_much:
        return nothing(NAME, too_much, limit)
    return over_the_year(
        NAME,
        household,
        lambda month: household.applicant.age_on(month) >= INSURED_FROM_AGE,
        lambda of_age: _month(household) if of_age else _too_young(),
    )


def _too_young() -> Line:
    return refused(f"{NAME}.month", Text("Jonger dan 18 jaar.", "Younger than 18."))


def _month(household: Household) -> Line:
    year = _year(household)
    return Line(
        f"{NAME}.month",
        Text("Per maand", "Per month"),
        whole_euros(int(year.amount) // MONTHS),
        formula=formula("{} / {}", int(year.amount), str(MONTHS)),
        rounding=WHOLE_EUROS_DOWN,
        parts=(year,),
    )


def _year(household: Household) -> Line:
    premium, (own_exact, own) = _premium(household), _own_share(household)
    insured = Fraction(sum(a.insured for a in household.adults), len(household.adults))
    exact = (int(premium.amount) - own_exact) * insured
    least, figure = cents(f"{AREA}.year_min", household.first_day)
    amount = rounded(max(exact, Fraction(0)) / CENTS_PER_EURO, Rounding.HALF_UP) * CENTS_PER_EURO
    return Line(
        f"{NAME}.year",
        Text("Per jaar, als het het hele jaar zo is", "Per year, if it stays so all year"),
        amount if amount >= least else 0,
        formula=formula(
            "({} - {}) x {}; < {} = 0",
            int(premium.amount),
            int(own.amount),
            number(insured),
            least,
        ),
        figures=(figure,),
        rounding=Text("op hele euro's", "to whole euros"),
        parts=(premium, own),
    )


def _premium(household: Household) -> Line:
    premium, figure = cents(f"{AREA}.standard_premium", household.first_day)
    people = len(household.adults)
    return Line(
        f"{NAME}.standard_premium",
        Text("Standaardpremie van de zorgverzekering", "Standard premium of the care insurance"),
        people * premium,
        formula=formula("{} x {}", str(people), premium),
        figures=(figure,),
    )


def _own_share(household: Household) -> tuple[Fraction, Line]:
    """Give the part one pays oneself (normpremie), exact: the threshold counts in full."""
    day = household.first_day
    threshold, threshold_figure = cents(f"{AREA}.threshold_income", day)
    name = "partner" if household.partner else "single"
    below, below_figure = rate(f"{AREA}.norm_threshold_{name}", day)
    above, above_figure = rate(f"{AREA}.norm_above", day)
    over = max(household.income_euros * CENTS_PER_EURO - threshold, 0)
    exact = below * threshold + above * over
    return exact, Line(
        f"{NAME}.own_share",
        Text("Wat je zelf betaalt (normpremie)", "What you pay yourself (normpremie)"),
        rounded(exact, Rounding.HALF_UP),
        formula=formula("{} x {} + {} x {}", percent(below), threshold, percent(above), over),
        figures=(threshold_figure, below_figure, above_figure),
        rounding=SHOWN_IN_CENTS,
    )
