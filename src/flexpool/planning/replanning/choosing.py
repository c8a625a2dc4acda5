"""Chooses one way for each place so that no worker is asked twice and the whole costs least.

Exact for what a day brings: branch and bound over the places, the one with fewest ways first.
"""

from __future__ import annotations

from collections.abc import Sequence

from flexpool.planning.replanning.search import Found

MOST_STEPS = 20_000
"""Beyond this the best choice so far stands: a first choice is made in as many steps as places."""
Worth = tuple[int, int]
"""Units of hard constraints not mended, and cost: less is better."""


def choose(ways: Sequence[Sequence[Found]]) -> list[Found | None]:
    """Give the way chosen for each place; None for a place that stays as it is."""
    return _Choice(ways).best


class _Choice:
    def __init__(self, ways: Sequence[Sequence[Found]]) -> None:
        self._ways = ways
        self._order = sorted(range(len(ways)), key=lambda place: (len(ways[place]), place))
        self._steps = 0
        self._least = [(0, 0)]
        for place in reversed(self._order):
            best = min((_worth(found) for found in ways[place]), default=(0, 0))
            self._least.append(_plus(self._least[-1], min(best, (0, 0))))
        self._least.reverse()
        self._now: list[Found | None] = [None] * len(ways)
        self.best: list[Found | None] = list(self._now)
        self._best_worth: Worth = (0, 0)
        self._go(0, (0, 0), frozenset())

    def _go(self, depth: int, worth: Worth, busy: frozenset[int]) -> None:
        self._steps += 1
        if worth < self._best_worth:
            self.best, self._best_worth = list(self._now), worth
        if depth == len(self._order) or self._steps > MOST_STEPS:
            return
        if _plus(worth, self._least[depth]) >= self._best_worth:
            return
        place = self._order[depth]
        for found in self._ways[place]:
            if not busy & found.rows.keys():
                self._now[place] = found
                self._go(depth + 1, _plus(worth, _worth(found)), busy | found.rows.keys())
        self._now[place] = None
        self._go(depth + 1, worth, busy)


def _worth(found: Found) -> Worth:
    return -found.effect.mends, found.effect.cost


def _plus(one: Worth, other: Worth) -> Worth:
    return one[0] + other[0], one[1] + other[1]
