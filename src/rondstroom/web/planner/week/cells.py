"""The values that a week is drawn with: slots in cells, cells in rows, and the cover of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from flexpool.periods import Period
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import DayPart, Wish

Origin = str  # "own", "pool" or "external": where the person on a place comes from


@dataclass(frozen=True, slots=True)
class Slot:
    """One shift in one cell; with an assignment when somebody works it."""

    shift: Any
    assignment: Any = None
    free: int = 0

    @property
    def period(self) -> Period:
        """When it is."""
        return Period(self.shift.starts_at, self.shift.ends_at)

    @property
    def runs_on(self) -> date | None:
        """The next day when the shift ends there, as a night shift does."""
        last = list(self.period.local_days())[-1]
        return None if last == self.period.local_day() else last

    @property
    def state(self) -> str:
        """The word for the badge: of the assignment, or of the shift."""
        return str(self.assignment.state if self.assignment else self.shift.state)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one person does, wishes and breaks on one day."""

    day: date
    slots: tuple[Slot, ...] = ()
    wishes: Mapping[str, str] = field(default_factory=dict)
    elsewhere: tuple[Any, ...] = ()
    findings: tuple[Any, ...] = ()

    @property
    def is_away(self) -> bool:
        """Whether no part of the day suits."""
        return len(self._said(Wish.UNAVAILABLE)) == len(DayPart)

    @property
    def free_parts(self) -> list[str]:
        """The parts that suit, when the others do not: "alleen nacht"."""
        away = self._said(Wish.UNAVAILABLE)
        return [str(part.label) for part in DayPart if part not in away] if len(away) > 1 else []

    @property
    def away_part(self) -> str:
        """The one part that does not suit: "geen nacht"."""
        away = self._said(Wish.UNAVAILABLE)
        return str(DayPart(away[0]).label) if len(away) == 1 else ""

    @property
    def is_unwelcome(self) -> bool:
        """Whether what is worked here goes against what was said."""
        parts = [people.part_of(slot.shift.starts_at, slot.shift.ends_at) for slot in self.slots]
        return any(self.wishes.get(part, Wish.AVAILABLE) != Wish.AVAILABLE for part in parts)

    def _said(self, wish: Wish) -> list[str]:
        return [part for part in DayPart if self.wishes.get(part) == wish]


@dataclass(frozen=True, slots=True)
class DayCover:
    """What a day needs and who fills it."""

    day: date
    needed: int = 0
    own: int = 0
    pool: int = 0
    external: int = 0

    @property
    def filled(self) -> int:
        """All places taken."""
        return self.own + self.pool + self.external


@dataclass(frozen=True, slots=True)
class Row:
    """One person in one week."""

    worker: Any
    origin: Origin
    minutes: int
    agreed_minutes: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A team's week: the head, the open places, the people."""

    days: tuple[DayCover, ...]
    open_cells: tuple[tuple[Slot, ...], ...]
    draft_cells: tuple[tuple[Slot, ...], ...]
    rows: tuple[Row, ...]
    drafts: int = 0
    planned: int = 0

    @property
    def open_places(self) -> int:
        """Places that nobody has, of published shifts."""
        return sum(slot.free for cell in self.open_cells for slot in cell)

    @property
    def draft_places(self) -> int:
        """Places that nobody has, of shifts that only planners see."""
        return sum(slot.free for cell in self.draft_cells for slot in cell)
