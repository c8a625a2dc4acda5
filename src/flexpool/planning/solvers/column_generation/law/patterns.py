"""Sets of shifts that are known to break the law, and which of them a row holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Ints

NO_DAY, NOTHING = -1, -9
"""The place of a day that is not there, which is the last of a row with one more; and what stands
there."""


class Held(NamedTuple):
    """A pattern that a row holds: the days of its shifts, and those that are free and must be."""

    worked: list[int]
    free: list[int]


class Patterns:
    """Patterns of rows of some workers, in the order in which they came.

    A pattern is held where its shifts are worked, and nothing on the days that must be free.
    """

    def __init__(self) -> None:
        self._day: Ints = np.empty((0, 1), dtype=np.int64)
        self._times: Ints = np.empty((0, 1), dtype=np.int64)
        self._free: list[list[int]] = []
        self._known: set[tuple[tuple[tuple[int, int], ...], tuple[int, ...]]] = set()

    def __len__(self) -> int:
        return len(self._free)

    def add(self, worked: Mapping[int, int], free: Sequence[int]) -> None:
        """Add a pattern: what is worked on which day, and which days must be free; once only."""
        key = tuple(sorted(worked.items())), tuple(free)
        if key in self._known:
            return
        self._known.add(key)
        width = max(len(worked), self._day.shape[1])
        self._day = _with(self._day, list(worked), width, NO_DAY)
        self._times = _with(self._times, list(worked.values()), width, NOTHING)
        self._free.append(list(free))

    def held(self, row: Ints) -> Held | None:
        """Give the first pattern that a row holds; None when it holds none.

        Parameters
        ----------
        row
            What is worked on each day, -1 for nothing, and `NOTHING` at the end.
        """
        for number in self.worked(row):
            if (row[self._free[number]] < 0).all():
                return Held(self.days_of(number), self._free[number])
        return None

    def worked(self, row: Ints) -> list[int]:
        """Give the patterns whose shifts are all worked in a row, whatever must be free."""
        found: list[int] = np.flatnonzero((row[self._day] == self._times).all(axis=1)).tolist()
        return found

    def days_of(self, number: int) -> list[int]:
        """Give the days of the shifts of a pattern."""
        day = self._day[number]
        days: list[int] = day[day != NO_DAY].tolist()
        return days


def _with(table: Ints, values: Sequence[int], width: int, padding: int) -> Ints:
    """Give a table with one more row, as wide as it must be."""
    wider = np.full((len(table) + 1, width), padding, dtype=np.int64)
    wider[:-1, : table.shape[1]] = table
    wider[-1, : len(values)] = values
    return wider
