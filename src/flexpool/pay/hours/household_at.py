"""How the household changes along with the hours: child care, travel, and who has which credit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, rounded
from flexpool.parameters import lookup
from flexpool.pay.benefits.household import Adult, Care, Child, Household
from flexpool.pay.hours.situation import Situation
from flexpool.pay.taxes.age import FIRST_YEAR_OF_THE_SHORTER_BRACKET, TaxAge, tax_age_of_year

CREDIT_UNTIL_AGE = 12
ALL, NOTHING = Fraction(1), Fraction(0)


def household_at(situation: Situation, hours: Fraction, income_cents: int) -> Household:
    """Give the household at a number of contract hours, with the income earned in them.

    Child care lies as far between now and wanted as the hours do, and stays beyond either.
    """
    home = situation.household
    applicant = replace(home.applicant, income_cents=income_cents)
    if not situation.care_wanted:
        return replace(home, applicant=applicant)
    way = _way(situation, hours)
    children = tuple(
        replace(child, care=_between(child.care, wanted, way))
        for child, wanted in zip(home.children, situation.care_wanted, strict=True)
    )
    return replace(home, applicant=applicant, children=children)


def _way(situation: Situation, hours: Fraction) -> Fraction:
    now, wanted = situation.hours_now, situation.hours_wanted
    if now == wanted:
        return NOTHING
    return min(max((hours - now) / (wanted - now), NOTHING), ALL)


def _between(now: tuple[Care, ...], wanted: tuple[Care, ...], way: Fraction) -> tuple[Care, ...]:
    if now == wanted:
        return now
    hours: Counter[Care] = Counter()
    for contracts, part in ((now, ALL - way), (wanted, way)):
        for care in contracts:
            hours[replace(care, hours_month=NOTHING)] += care.hours_month * part  # type: ignore[assignment]  # exact hours, not counts
    return tuple(
        replace(care, hours_month=Fraction(found)) for care, found in hours.items() if found
    )


def child_care_cost(household: Household) -> int:
    """Give what child care costs in a year before the benefit, in cents, all hours counted."""
    return sum(cost for _care, _months, cost in care_costs(household))


def care_costs(household: Household) -> Iterator[tuple[Care, int, int]]:
    """Give each contract for care, its months in the year, and what it costs in them, in cents."""
    for child in household.children:
        months = sum(child.age_on(month) >= 0 for month in household.months())
        for care in child.care:
            month = rounded(care.hours_month * care.rate_cents, Rounding.HALF_UP)
            yield care, months, month * months


def travel_cost(situation: Situation, hours: Fraction) -> int:
    """Give what going to work costs in a year, in cents."""
    travel = situation.travel
    days = hours / travel.hours_day * travel.weeks_year
    return rounded(days * travel.cost_day_cents, Rounding.HALF_UP)


def has_young_child(household: Household) -> bool:
    """Tell whether a child under 12 on 1 January lives there for at least half of the year."""
    half = date(household.year, 7, 1)
    return any(_counts(child, household.first_day, half) for child in household.children)


def _counts(child: Child, first_day: date, half: date) -> bool:
    return child.age_on(first_day) < CREDIT_UNTIL_AGE and child.age_on(half) >= 0


def tax_age_of(adult: Adult, year: int) -> TaxAge:
    """Give the age group for tax in a year.

    Raises
    ------
    AowInThisYear
        When a day of birth is given and the AOW age is reached within the year.
    """
    if adult.born is not None:
        return tax_age_of_year(adult.born, year)
    assert adult.age is not None
    if adult.age < lookup("pay.tax.aow_age_years", date(year, 1, 1)).value:
        return TaxAge.UNDER_AOW
    old = year - adult.age < FIRST_YEAR_OF_THE_SHORTER_BRACKET
    return TaxAge.AOW_1945 if old else TaxAge.AOW_1946
