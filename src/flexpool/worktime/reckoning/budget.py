"""The shared budget of exceptions for nights, kept exactly.

Let S be the nights that use the shortened rest, and P[k] how many of the first k nights are in S.
Every limit bounds P[b] - P[a] for two positions: at most one in 7 x 24 hours, and in a window at
least as many as the uses of 5:8(3) would otherwise be too many. Such a system of difference
constraints is solved by shortest paths, and its solutions are whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from flexpool.worktime.clock import day_of, week_of
from flexpool.worktime.law import Law
from flexpool.worktime.reckoning.spell import Spell


class Way(Enum):
    """Which exceptions a night can use."""

    LONG = "long"
    """Only 5:8(3)."""
    SHORTENED = "shortened"
    """Only the shortened rest of 5:8(4)."""
    EITHER = "either"
    """One of the two."""


Edge = tuple[int, int, int]
"""P[second] may be at most P[first] + third."""


@dataclass(slots=True)
class Budget:
    """The nights accepted so far, and one lawful choice for them."""

    law: Law
    spells: list[Spell] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    counts: list[int] = field(default_factory=lambda: [0])

    def accepts(self, spell: Spell, way: Way) -> bool:
        """Take a night in, if there is a choice of exceptions that is lawful for all.

        Parameters
        ----------
        spell
            The night dienst, later than those before.
        way
            Which exceptions it can use.
        """
        self.spells.append(spell)
        self.ways.append(way)
        new = self._edges_of_last()
        last = len(self.spells)
        counts = [*self.counts, min(self.counts[a] + w for a, b, w in new if b == last)]
        if self._solves([*self.edges, *new], counts):
            self.edges += new
            self.counts = counts
            return True
        self.spells.pop()
        self.ways.pop()
        return False

    def chosen(self) -> list[Way]:
        """Give for each night taken in which exception it uses."""
        return [
            Way.SHORTENED if after > before else Way.LONG for before, after in pairwise(self.counts)
        ]

    def _edges_of_last(self) -> list[Edge]:
        last = len(self.spells)
        way = self.ways[-1]
        least, most = int(way is Way.SHORTENED), int(way is not Way.LONG)
        return [
            (last - 1, last, most),
            (last, last - 1, -least),
            (self._first_within_shortened(), last, 1),
            self._at_most_long(self._first_within_days(), self.law["nights.long_shifts_max"]),
            self._at_most_long(
                self._first_within_weeks(), self.law["nights.long_shifts_per_year_max"]
            ),
        ]

    def _at_most_long(self, first: int, most: int) -> Edge:
        """Bound the uses of 5:8(3) from a night to the last: the others must be shortened."""
        return (len(self.spells), first, most - (len(self.spells) - first))

    def _first_within_shortened(self) -> int:
        window = self.law["nights.shortened_rest_days"]
        rest_starts = self.spells[-1].end
        return next(
            number
            for number, spell in enumerate(self.spells)
            if rest_starts < spell.start + window or spell is self.spells[-1]
        )

    def _first_within_days(self) -> int:
        since = self.spells[-1].start - self.law["nights.long_shift_days"]
        return next(number for number, spell in enumerate(self.spells) if spell.start > since)

    def _first_within_weeks(self) -> int:
        starts_on = self.law["definitions.week_starts_on"]
        last = week_of(day_of(self.spells[-1].start), starts_on)
        weeks = self.law["nights.long_shift_weeks"]
        return next(
            number
            for number, spell in enumerate(self.spells)
            if week_of(day_of(spell.start), starts_on) > last - weeks
        )

    @staticmethod
    def _solves(edges: list[Edge], counts: list[int]) -> bool:
        """Lower the counts until every edge holds; False when that never ends."""
        for _ in range(len(counts) + 1):
            changed = False
            for first, second, most in edges:
                if counts[second] > counts[first] + most:
                    counts[second] = counts[first] + most
                    changed = True
            if not changed:
                return True
        return False
