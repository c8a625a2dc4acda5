"""All functions and teams of an organisation: what is hired today, and what lasting people cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from flexpool.money import Rounding, times
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.components import words
from rondstroom.web.finance.comparing import HIRE_NAMES, Compared, compared
from rondstroom.web.finance.hired import Hours, Looked, hours_of


@dataclass(frozen=True, slots=True)
class Row:
    """One function in one team: hired hours a year, what they cost, and what one's own would."""

    hours: Hours
    hired_a_year: Fraction
    hire_year: int | None
    own_year: int | None

    @property
    def shown_hours(self) -> str:
        """Hired hours a year, in words."""
        return words.plain(self.hired_a_year, 0)

    @property
    def difference(self) -> int | None:
        """Cents a year that own people would cost less; negative when they cost more."""
        if self.hire_year is None or self.own_year is None:
            return None
        return self.hire_year - self.own_year


@dataclass(frozen=True, slots=True)
class FunctionCosts:
    """What an hour of care of one function costs, in each way."""

    function: Any
    compared: Compared
    is_example: bool

    @property
    def bars(self) -> list[tuple[str, int, str]]:
        """The prices as bars: label, cents, tone."""
        return bars_of(self.compared)


def bars_of(one: Compared) -> list[tuple[str, int, str]]:
    """Give the price of an hour of care in each way, own people first."""
    names = {form.value: str(name) for form, name in HIRE_NAMES.items()}
    return [
        (names.get(way, _("in dienst")), cents, "own" if way == "own" else "hired")
        for way, cents in one.hour_prices.items()
    ]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything of one organisation."""

    rows: list[Row]
    functions: list[FunctionCosts]
    days: int

    @property
    def total_hire(self) -> int:
        """Cents a year for all hired hours."""
        return sum(row.hire_year or 0 for row in self.rows)

    @property
    def total_own(self) -> int:
        """Cents a year for the same hours by own people."""
        return sum(row.own_year or 0 for row in self.rows)


def overview_of(organisation_id: int, now: datetime) -> Overview:
    """Give the overview: one comparison per function, whatever the number of teams."""
    kept = organisations.cost_estimates_of(organisation_id)
    found = hours_of(organisation_id, now)
    year = timezone.localdate(now).year
    functions = {one.function.code: one.function for one in found.rows}
    costs = {code: compared(kept.get(code), year) for code in functions}
    return Overview(
        rows=[_row(one, found, costs[one.function.code]) for one in found.rows],
        functions=[
            FunctionCosts(function, costs[code], code not in kept)
            for code, function in sorted(functions.items())
        ],
        days=found.days,
    )


def _row(hours: Hours, looked: Looked, one: Compared) -> Row:
    hired = looked.a_year(hours.hired_hours)
    prices = one.hour_prices
    if not prices:
        return Row(hours, hired, None, None)
    hire = sum(
        times(prices[way], looked.a_year(some), Rounding.HALF_UP)
        for way, some in hours.hired.items()
    )
    return Row(hours, hired, hire, times(prices["own"], hired, Rounding.HALF_UP))
