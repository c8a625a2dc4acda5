"""The budget for children (kindgebonden budget; Wet op het kindgebonden budget art. 2)."""

from __future__ import annotations

from collections.abc import Iterable
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
    refused,
    whole_euros,
)
from flexpool.pay.benefits.household import Household
from flexpool.pay.benefits.wealth import too_wealthy, wealth_line
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents, rate
from flexpool.pay.wording import SHOWN_IN_CENTS, formula, percent
from flexpool.text import Text

NAME = BenefitName.CHILD_BUDGET
AREA = "child_budget"
GROWN_UP = 18
EXTRAS = {"extra_12_to_15": range(12, 16), "extra_16_to_17": range(16, 18)}
EXTRA_WORDS = {
    "extra_12_to_15": Text("Extra van 12 tot en met 15 jaar", "Extra from 12 to 15 years"),
    "extra_16_to_17": Text("Extra voor 16 en 17 jaar", "Extra for 16 and 17 years"),
}


def child_budget(household: Household) -> Benefit:
    """Give the kindgebonden budget of every month, by the ages on its first day.

    Raises
    ------
    NoFigureForDate
        When there are children and the figures of the household's year are not known.
    """
    counted = [child for child in household.children if child.child_benefit]
    if not counted:
        why = Text(
            "Geen kind waarvoor je kinderbijslag krijgt.", "No child with child benefit was given."
        )
        return nothing(NAME, why)
    limit = wealth_line(household, AREA)
    too_much = too_wealthy(household, limit)
    if too_much:
        return nothing(NAME, too_much, limit)
    return over_the_year(
        NAME,
        household,
        lambda month: _ages(child.age_on(month) for child in counted),
        lambda ages: _month(household, ages),
    )


def _ages(ages: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(age for age in ages if 0 <= age < GROWN_UP))


def _month(household: Household, ages: tuple[int, ...]) -> Line:
    if not ages:
        return refused(f"{NAME}.month", Text("Geen kind onder 18 jaar.", "No child under 18."))
    day = household.first_day
    most = _most(ages, alone=household.partner is None, day=day)
    less, taper = _taper(household, day)
    year = max(Fraction(most.amount) - less, Fraction(0))
    return Line(
        f"{NAME}.month",
        Text("Per maand", "Per month"),
        whole_euros(rounded(year / MONTHS, Rounding.DOWN)),
        formula=formula("({} - {}) / {}", int(most.amount), -int(taper.amount), str(MONTHS)),
        rounding=WHOLE_EUROS_DOWN,
        parts=(most, taper),
    )


def _most(ages: tuple[int, ...], *, alone: bool, day: date) -> Line:
    parts = [_per(AREA + ".per_child", len(ages), Text("Per kind", "Per child"), day)]
    for name, years in EXTRAS.items():
        extra = sum(age in years for age in ages)
        if extra:
            parts.append(_per(f"{AREA}.{name}", extra, EXTRA_WORDS[name], day))
    if alone:
        words = Text("Extra zonder partner (alo-kop)", "Extra without a partner (alo-kop)")
        parts.append(_per(f"{AREA}.single_parent", 1, words, day))
    total = sum(int(part.amount) for part in parts)
    return Line(
        f"{AREA}.most", Text("Het meeste per jaar", "The most a year"), total, parts=tuple(parts)
    )


def _per(name: str, count: int, what: Text, day: date) -> Line:
    amount, figure = cents(name, day)
    told = formula("{} x {}", str(count), amount)
    return Line(name, what, count * amount, formula=told, figures=(figure,))


def _taper(household: Household, day: date) -> tuple[Fraction, Line]:
    kind = "partner" if household.partner else "single"
    start, start_figure = cents(f"{AREA}.income_from_{kind}", day)
    share, share_figure = rate(f"{AREA}.taper", day)
    over = max(household.income_euros * CENTS_PER_EURO - start, 0)
    exact = over * share
    return exact, Line(
        f"{AREA}.taper",
        Text("Minder omdat er meer inkomen is", "Less because there is more income"),
        -rounded(exact, Rounding.HALF_UP),
        formula=formula("{} x {}", over, percent(share)),
        figures=(start_figure, share_figure),
        rounding=SHOWN_IN_CENTS,
    )
