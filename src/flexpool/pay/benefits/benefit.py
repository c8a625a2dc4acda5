"""A benefit over the months of a year, and how it follows from circumstances that change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import groupby
from typing import TypeVar

from flexpool.money import CENTS_PER_EURO
from flexpool.pay.benefits.household import Household
from flexpool.pay.explanation import Line
from flexpool.text import Text

MONTHS = 12
MONTH_NAMES = (
    Text("januari", "January"),
    Text("februari", "February"),
    Text("maart", "March"),
    Text("april", "April"),
    Text("mei", "May"),
    Text("juni", "June"),
    Text("juli", "July"),
    Text("augustus", "August"),
    Text("september", "September"),
    Text("oktober", "October"),
    Text("november", "November"),
    Text("december", "December"),
)
WHOLE_EUROS_DOWN = Text("naar beneden op hele euro's", "down to whole euros")
Circumstance = TypeVar("Circumstance", bound=Hashable)


class BenefitName(StrEnum):
    """The four benefits of Dienst Toeslagen."""

    HEALTH_CARE = "health_care"
    RENT = "rent"
    CHILD_BUDGET = "child_budget"
    CHILD_CARE = "child_care"


TITLES = {
    BenefitName.HEALTH_CARE: Text("Zorgtoeslag", "Health care benefit"),
    BenefitName.RENT: Text("Huurtoeslag", "Rent benefit"),
    BenefitName.CHILD_BUDGET: Text("Kindgebonden budget", "Child budget"),
    BenefitName.CHILD_CARE: Text("Kinderopvangtoeslag", "Child care benefit"),
}


@dataclass(frozen=True, slots=True)
class Benefit:
    """What a household may receive of one benefit.

    Parameters
    ----------
    name
        Which benefit.
    months
        Cents per month, January first; whole euros.
    explain
        Gives the explanation.
    """

    name: BenefitName
    months: tuple[int, ...]
    explain: Callable[[], Line] = field(compare=False, repr=False)

    @property
    def explanation(self) -> Line:
        """How it came about; when there is nothing to receive, why not."""
        return self.explain()

    @property
    def month(self) -> int:
        """Cents in January."""
        return self.months[0]

    @property
    def year(self) -> int:
        """Cents over the whole year."""
        return sum(self.months)


def nothing(name: BenefitName, why: Text, *parts: Line) -> Benefit:
    """Give a benefit of nothing, with the reason."""
    line = Line(f"{name}_benefit", TITLES[name], 0, formula=why, parts=parts)
    return Benefit(name, (0,) * MONTHS, lambda: line)


def refused(key: str, why: Text) -> Line:
    """Give the line of a month without a benefit, with the reason."""
    return Line(key, Text("Geen toeslag", "No benefit"), 0, formula=why)


def over_the_year(
    name: BenefitName,
    household: Household,
    circumstance: Callable[[date], Circumstance],
    month_line: Callable[[Circumstance], Line],
) -> Benefit:
    """Give a benefit of which the circumstances may differ per month.

    Parameters
    ----------
    name
        Which benefit.
    household
        Whose.
    circumstance
        What counts in a month, such as the ages of the children, by its first day.
    month_line
        The amount of one month in those circumstances, explained; whole euros in cents.
    """
    stretches = [(month_line(found), days) for found, days in _stretches(household, circumstance)]
    months = tuple(int(line.amount) for line, days in stretches for _day in days)
    return Benefit(name, months, partial(_explanation, name, stretches))


def _stretches(
    household: Household, circumstance: Callable[[date], Circumstance]
) -> list[tuple[Circumstance, tuple[date, ...]]]:
    months = household.months()
    everybody = (*household.adults, *household.children, *household.co_residents)
    if all(one.born is None for one in everybody):  # then nobody grows older within the year
        return [(circumstance(months[0]), months)]
    return [(found, tuple(days)) for found, days in groupby(months, circumstance)]


def _explanation(name: BenefitName, stretches: list[tuple[Line, tuple[date, ...]]]) -> Line:
    total = sum(int(line.amount) * len(days) for line, days in stretches)
    parts = tuple(_stretch(line, days) for line, days in stretches)
    return Line(f"{name}_benefit", TITLES[name], total, parts=parts)


def _stretch(line: Line, days: tuple[date, ...]) -> Line:
    first, last = MONTH_NAMES[days[0].month - 1], MONTH_NAMES[days[-1].month - 1]
    what = Text(
        f"per maand, {first.nl} t/m {last.nl}" if len(days) > 1 else f"in {first.nl}",
        f"per month, {first.en} up to {last.en}" if len(days) > 1 else f"in {first.en}",
    )
    return replace(line, what=what)


def whole_euros(cents: int) -> int:
    """Give cents rounded down to whole euros."""
    return cents // CENTS_PER_EURO * CENTS_PER_EURO
