"""Reads the dated figures of pay: exact rates and whole amounts, each with where it is written.

In the YAML a rate is a text such as "0.3575": a YAML float is not the number that the law says.
Amounts are whole numbers, in `euro_cents` or, where the law uses whole euros, in `euro`.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache

from flexpool.money import CENTS_PER_EURO
from flexpool.parameters import Value, lookup

REMEMBERED = 4096  # a text becomes an exact number once, not for every row of a payroll
CENTS_IN = {"euro": CENTS_PER_EURO, "euro_cents": 1}


@lru_cache(maxsize=REMEMBERED)
def rate(name: str, on: date) -> tuple[Fraction, Value]:
    """Give a rate exactly, and the figure it comes from.

    Parameters
    ----------
    name
        The figure without the area, such as `employer.awf_low`.
    on
        The day on which it must hold.

    Raises
    ------
    NoSuchFigure, NoFigureForDate
        When it is not known; the text names figure, date and the dates that are known.
    """
    figure = lookup(f"pay.{name}", on)
    return Fraction(figure.value), figure


@lru_cache(maxsize=REMEMBERED)
def rates(name: str, on: date) -> tuple[tuple[Fraction, ...], Value]:
    """Give a list of rates exactly, and the figure they come from; raises as `rate`."""
    figure = lookup(f"pay.{name}", on)
    return tuple(Fraction(part) for part in figure.value), figure


@lru_cache(maxsize=REMEMBERED)
def cents(name: str, on: date) -> tuple[int, Value]:
    """Give an amount in euro cents, whether the law writes it in euros or in cents.

    Raises
    ------
    NoSuchFigure, NoFigureForDate
        As `rate`.
    ValueError
        When the figure is no amount.
    """
    figure = lookup(f"pay.{name}", on)
    if figure.unit not in CENTS_IN:
        raise ValueError(f"{figure.name} is no amount of money but counts {figure.unit}")
    return figure.value * CENTS_IN[figure.unit], figure
