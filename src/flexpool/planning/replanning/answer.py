"""Changes of a roster as people read them: who goes from what to what, on which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.replanning.verdict import Row, Rows

Slot = tuple[str, str]
"""Kind and skill."""
FREE: Slot = ("", "")
"""A day off."""
Cells = Mapping[tuple[str, int], Slot]
"""Worker and day → slot, of every assignment."""


@dataclass(frozen=True, slots=True)
class Move:
    """One day of one worker that becomes something else."""

    worker: str
    day: int
    before: Slot
    after: Slot


@dataclass(frozen=True, slots=True)
class Option:
    """One way to fill a place.

    Parameters
    ----------
    moves
        All that changes, the taker of the place first.
    cost
        What it adds to the objective; negative when it is better than leaving the place open.
    """

    moves: tuple[Move, ...]
    cost: int

    @property
    def workers(self) -> tuple[str, ...]:
        """Whose roster changes, the taker first."""
        return tuple(dict.fromkeys(move.worker for move in self.moves))


def moves_of(problem: Problem, before: list[Row], rows: Rows) -> Iterator[Move]:
    """Give every day that differs, worker by worker, a shift that is taken before one that goes."""
    slots: list[Slot] = [*problem.tables.slots, FREE]
    for worker, row in rows.items():
        days = [day for day, slot in enumerate(row) if slot != before[worker][day]]
        for day in sorted(days, key=lambda day: (row[day] == OFF, day)):
            who = problem.workers[worker].id
            yield Move(who, day, slots[before[worker][day]], slots[row[day]])


def moves_between(before: Cells, after: Cells) -> Iterator[Move]:
    """Give every day of every worker that differs, in order of day."""
    for who, day in sorted(before.keys() | after.keys(), key=lambda at: (at[1], at[0])):
        old, new = before.get((who, day), FREE), after.get((who, day), FREE)
        if old != new:
            yield Move(who, day, old, new)
