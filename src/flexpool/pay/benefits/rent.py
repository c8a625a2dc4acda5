"""The benefit for rent (huurtoeslag) by the rules from 2026 (Wet op de huurtoeslag)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import CENTS_PER_EURO, Rounding, rounded
from flexpool.pay.benefits.benefit import (
    MONTHS,
    WHOLE_EUROS_DOWN,
    Benefit,
    BenefitName,
    nothing,
    over_the_year,
    whole_euros,
)
from flexpool.pay.benefits.household import CoResident, Household
from flexpool.pay.benefits.rent_parts import rent_parts
from flexpool.pay.benefits.wealth import too_wealthy, wealth_line
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents, rate
from flexpool.pay.wording import SHOWN_IN_CENTS, formula, percent
from flexpool.text import Text

NAME = BenefitName.RENT
AREA = "rent_benefit"
YOUNG_UNTIL = 21
CHILD_UNTIL = 23


@dataclass(frozen=True, slots=True)
class _Residents:
    """What counts in one month: how many people, whether all are young, the income in euros."""

    people: int
    all_young: bool
    income: int


def rent_benefit(household: Household) -> Benefit:
    """Give the huurtoeslag of every month.

    Raises
    ------
    NoFigureForDate
        When the household rents and the figures of its year are not known.
    """
    if household.rent_cents is None:
        return nothing(NAME, Text("Geen huur opgegeven.", "No rent was given."))
    limit = wealth_line(household, AREA)
    too_much = too_wealthy(household, limit) or _too_wealthy_resident(household)
    if too_much:
        return nothing(NAME, too_much, limit)
    return over_the_year(
        NAME,
        household,
        lambda month: _residents(household, month),
        lambda residents: _month(household, residents),
    )


def _too_wealthy_resident(household: Household) -> Text | None:
    limit, _figure = cents(f"{AREA}.wealth_limit_resident", household.first_day)
    over = [one.wealth_cents for one in household.co_residents if one.wealth_cents > limit]
    why = Text(
        "Een medebewoner heeft meer vermogen dan mag", "A co-resident has more wealth than allowed"
    )
    return formula("{}: {} > {}", why, over[0], limit) if over else None


def _residents(household: Household, month: date) -> _Residents:
    children = [child for child in household.children if child.age_on(month) >= 0]
    grown = (*household.adults, *household.co_residents)
    young = not children and all(one.age_on(month) < YOUNG_UNTIL for one in grown)
    income = household.income_euros + sum(
        _counted_income(one, household, month) for one in household.co_residents
    )
    return _Residents(len(grown) + len(children), young, income)


def _counted_income(one: CoResident, household: Household, month: date) -> int:
    if not one.own_child or one.age_on(month) >= CHILD_UNTIL:
        return one.income_cents // CENTS_PER_EURO
    free, _figure = cents(f"{AREA}.child_income_free", household.first_day)
    return max(one.income_cents - free, 0) // CENTS_PER_EURO


def _month(household: Household, residents: _Residents) -> Line:
    assert household.rent_cents is not None
    day = household.first_day
    paid, parts = rent_parts(household.rent_cents, residents.people, residents.all_young, day)
    less, taper = _taper(residents, day)
    return Line(
        f"{NAME}.month",
        Text("Per maand", "Per month"),
        whole_euros(rounded(max(paid - less, Fraction(0)), Rounding.DOWN)),
        formula=formula(
            "{} - {}", rounded(paid, Rounding.HALF_UP), rounded(less, Rounding.HALF_UP)
        ),
        rounding=WHOLE_EUROS_DOWN,
        parts=(*parts, taper),
    )


def _taper(residents: _Residents, day: date) -> tuple[Fraction, Line]:
    size = "one" if residents.people == 1 else "more"
    start, start_figure = cents(f"{AREA}.income_from_{size}", day)
    share, share_figure = rate(f"{AREA}.taper_{size}", day)
    over = max(residents.income * CENTS_PER_EURO - start, 0)
    exact = over * share / MONTHS
    return exact, Line(
        f"{NAME}.taper",
        Text("Minder omdat er meer inkomen is", "Less because there is more income"),
        -rounded(exact, Rounding.HALF_UP),
        formula=formula("{} x {} / {}", over, percent(share), str(MONTHS)),
        figures=(start_figure, share_figure),
        rounding=SHOWN_IN_CENTS,
    )
