"""How every amount explains itself: a tree of lines, the same for screen, PDF and JSON.

A calculation returns a frozen result of its own that carries one `Line` as `.explanation`; the
line's parts are the lines of the calculations below it, down to the dated figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from flexpool.parameters import Confidence, Value
from flexpool.text import Text

SECONDARY = frozenset({Confidence.SECOND_HAND, Confidence.SINGLE})
"""Figures of this confidence are shown as "secondary source" wherever they are used."""


class LineUnit(StrEnum):
    """What the amount of a line counts."""

    EURO_CENTS = "euro_cents"
    HOURS = "hours"
    FRACTION = "fraction"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Line:
    """One step of a calculation.

    Parameters
    ----------
    key
        Stable name, such as `wage_tax.labour_credit`; tests and screens find the line by it.
    what
        What the amount is, in words for the person concerned.
    amount
        Whole cents for money, otherwise an exact number, in `unit`.
    formula
        The step in words or signs with the numbers filled in, such as `12 x 2.400,00`.
    figures
        The dated figures used in this step itself, with source and confidence.
    rounding
        How the amount was rounded, in words; None when it was not.
    parts
        The lines this one is made of.
    """

    key: str
    what: Text
    amount: int | Decimal | Fraction
    unit: LineUnit = LineUnit.EURO_CENTS
    formula: Text | None = None
    figures: tuple[Value, ...] = ()
    rounding: Text | None = None
    parts: tuple[Line, ...] = ()

    def walk(self) -> Iterator[Line]:
        """Give this line and every line under it, top first."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def find(self, key: str) -> Line:
        """Give the first line with a key; KeyError when there is none."""
        for line in self.walk():
            if line.key == key:
                return line
        raise KeyError(key)

    @property
    def all_figures(self) -> tuple[Value, ...]:
        """Every dated figure used in this line and under it, each once, in order of use."""
        return tuple(dict.fromkeys(figure for line in self.walk() for figure in line.figures))

    @property
    def leans_on_secondary(self) -> bool:
        """Whether a figure in this line or under it has only a secondary source."""
        lines = self.walk()
        return any(figure.confidence in SECONDARY for line in lines for figure in line.figures)

    def as_json(self, language: str = "nl") -> dict[str, Any]:
        """Give the tree as plain values: amounts as integers (cents) or decimal texts."""
        whole = self.unit is LineUnit.EURO_CENTS
        return {
            "key": self.key,
            "what": self.what.in_language(language),
            "amount": int(self.amount) if whole else f"{float(self.amount):.6g}",
            "unit": self.unit.value,
            "formula": self.formula and self.formula.in_language(language),
            "rounding": self.rounding and self.rounding.in_language(language),
            "figures": [figure_as_json(figure) for figure in self.figures],
            "parts": [part.as_json(language) for part in self.parts],
        }


def figure_as_json(figure: Value) -> dict[str, Any]:
    """Give a dated figure as plain values, saying when its source is secondary."""
    return {
        "name": figure.name,
        "value": list(figure.value) if isinstance(figure.value, tuple) else figure.value,
        "unit": figure.unit,
        "valid_from": figure.valid_from.isoformat(),
        "source": figure.source,
        "confidence": figure.confidence.value,
        "secondary_source": figure.confidence in SECONDARY,
    }
