"""Tax in brackets: each part of an income by its own rate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache

from flexpool.parameters import Value, lookup
from flexpool.pay.taxes.age import TaxAge


@dataclass(frozen=True, slots=True)
class InBracket:
    """The part of an income within one bracket, in euros, and the exact tax over it."""

    income: Fraction
    rate: Fraction

    @property
    def tax(self) -> Fraction:
        """Exact euros of tax."""
        return self.income * self.rate


def in_brackets(
    income: Fraction | int, age: TaxAge, on: date
) -> tuple[tuple[InBracket, ...], Value]:
    """Divide the euros of a year, not negative, over the brackets of box 1.

    Returns
    -------
    The parts, lowest bracket first and without empty ones, and the figure they come from.

    Raises
    ------
    NoFigureForDate
        When the brackets of that age and year are not known.
    """
    rows, figure = _brackets(age, on)
    parts = []
    lower = Fraction(0)
    for upper, rate in rows:
        if income > lower:
            within = Fraction(income if upper is None else min(income, upper)) - lower
            parts.append(InBracket(within, rate))
        lower = upper or lower
    return tuple(parts), figure


@lru_cache(maxsize=64)
def _brackets(age: TaxAge, on: date) -> tuple[tuple[tuple[Fraction | None, Fraction], ...], Value]:
    figure = lookup(f"pay.tax.brackets_{age}", on)
    rows = tuple(
        (None if upper is None else Fraction(upper), Fraction(rate)) for upper, rate in figure.value
    )
    return rows, figure
