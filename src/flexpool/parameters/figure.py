"""One figure of law or agreement, with its values over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from flexpool.text import Text


class Confidence(StrEnum):
    """How sure we are of a value; memory without a source (D) is not shipped."""

    HIGH = "H"
    """Read in the official text."""
    MEDIUM = "M"
    """Official or good secondary source, perhaps of an earlier period."""
    LOW = "L"
    """One secondary source, or a choice where the law is silent."""
    TESTED = "T"
    """Reproduces official worked examples."""
    OFFICIAL = "A"
    """Stated by an official publication."""
    SECOND_HAND = "B"
    """Stated by a party that must know."""
    SINGLE = "S"
    """Stated by a single other source."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a figure is from one date on, with where that is written.

    Parameters
    ----------
    name
        The figure's full name.
    value
        A number, text, truth value or list, in `unit`.
    unit
        What the value counts, such as `hours` or `euro_cents`.
    valid_from, valid_until
        The first day and the day after the last; None when no end is known.
    source
        Article or publication.
    confidence
        How sure we are.
    """

    name: str
    value: Any
    unit: str
    valid_from: date
    valid_until: date | None
    source: str
    confidence: Confidence

    def holds_on(self, day: date) -> bool:
        """Tell whether this is the value on a day."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True)
class Figure:
    """A named figure: what it means and every known value, oldest first."""

    name: str
    description: str
    unit: str
    values: tuple[Value, ...]

    def on(self, day: date) -> Value | None:
        """Give the value on a day, or None when none is known."""
        for value in reversed(self.values):
            if value.holds_on(day):
                return value
        return None

    @property
    def known_range(self) -> Text:
        """The dates for which a value is known, in words; a gap between two values shows."""
        spells: list[tuple[date, date | None]] = []
        for value in self.values:
            first = value.valid_from
            if spells and spells[-1][1] == first:
                first = spells.pop()[0]
            spells.append((first, value.valid_until))
        return Text(
            " en ".join(f"vanaf {first}" + (f" tot {end}" if end else "") for first, end in spells),
            " and ".join(
                f"from {first}" + (f" until {end}" if end else "") for first, end in spells
            ),
        )
