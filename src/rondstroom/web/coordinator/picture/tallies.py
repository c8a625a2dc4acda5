"""Adding up cover: open and filled hours and places under any heading."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from rondstroom.rooms.rosters.queries import Covered

Key = TypeVar("Key", bound=Hashable)


@dataclass
class Tally:
    """Places and hours under one heading."""

    places: int = 0
    filled: int = 0
    open_minutes: int = 0
    filled_minutes: int = 0

    def add(self, one: Covered) -> None:
        """Count a shift in."""
        on_it = min(one.filled, one.places)
        self.places += one.places
        self.filled += on_it
        self.open_minutes += one.free * one.minutes
        self.filled_minutes += on_it * one.minutes

    @property
    def open_places(self) -> int:
        """Places that nobody has."""
        return self.places - self.filled

    @property
    def open_hours(self) -> int:
        """Open hours, rounded: a picture needs no minutes."""
        return round(self.open_minutes / 60)

    @property
    def filled_hours(self) -> int:
        """Filled hours, rounded."""
        return round(self.filled_minutes / 60)

    @property
    def open_share(self) -> float:
        """Which part of the hours is open, from 0 to 1."""
        whole = self.open_minutes + self.filled_minutes
        return self.open_minutes / whole if whole else 0.0

    @property
    def tone(self) -> str:
        """How bad it is, in three steps; the figures stand beside it."""
        if not self.open_minutes:
            return "none"
        return "much" if self.open_share >= 0.2 else "some"


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation or function: day by day, and together."""

    head: Any
    days: tuple[tuple[date, Tally], ...]
    whole: Tally


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything of the picture that is added up."""

    whole: Tally
    days: list[tuple[date, Tally]] = field(default_factory=list)
    organisations: list[Row] = field(default_factory=list)
    functions: list[Row] = field(default_factory=list)


def per(rows: Iterable[Covered], key: Callable[[Covered], Key]) -> dict[Key, Tally]:
    """Add up under a heading of choice."""
    found: dict[Key, Tally] = {}
    for one in rows:
        found.setdefault(key(one), Tally()).add(one)
    return found


def totals(
    rows: Sequence[Covered],
    days: Sequence[date],
    organisations: Mapping[int, Any],
    functions: Mapping[int | None, Any],
) -> Totals:
    """Add up by day, by organisation and by function; who is shortest of people comes first."""
    whole = Tally()
    for one in rows:
        whole.add(one)
    by_day = per(rows, lambda one: one.on)
    return Totals(
        whole,
        [(day, by_day.get(day, Tally())) for day in days],
        _laid(rows, days, organisations, lambda one: one.organisation_id),
        _laid(rows, days, functions, lambda one: one.function_id),
    )


def _laid(
    rows: Sequence[Covered],
    days: Sequence[date],
    heads: Mapping[Any, Any],
    key: Callable[[Covered], Any],
) -> list[Row]:
    cells = per(rows, lambda one: (key(one), one.on))
    wholes = per(rows, key)
    order = sorted(wholes, key=lambda head: (-wholes[head].open_minutes, str(head)))
    return [
        Row(heads.get(head), tuple((day, cells.get((head, day), Tally())) for day in days), whole)
        for head in order
        if (whole := wholes[head])
    ]
