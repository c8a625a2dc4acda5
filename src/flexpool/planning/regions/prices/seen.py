"""The rosters that were cheapest on the way up.

The prices near the top make everybody's cheapest roster change from round to round. Weighed by a
mean that the last rounds move most, those rosters come near the best mix there is (as in Barahona,
Anbil 2000), so they are good to start from: to draw first rosters, and as columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from flexpool.planning.prices.cover import Floats, Ints
from flexpool.planning.regions.parts import Part
from flexpool.planning.regions.prices.cheapest import Cheapest
from flexpool.planning.solution import Grid
from flexpool.planning.solvers.column_generation.mix.rows import caps_of, kinds_used

MOST = 12
"""Rosters kept of each worker, those that weigh most."""


@dataclass(frozen=True)
class Rosters:
    """Rosters of some workers, several for each.

    Parameters
    ----------
    rows, cells, costs
        Whose, what is worked in which slot, and what it costs by itself.
    weights
        Share of each in the mix of its worker.
    """

    rows: Ints
    cells: Grid
    costs: Floats
    weights: Floats

    def of(self, chosen: Ints) -> Rosters:
        """Give some of them."""
        return Rosters(
            self.rows[chosen], self.cells[chosen], self.costs[chosen], self.weights[chosen]
        )


class Seen:
    """What a part was seen to do, round after round.

    Parameters
    ----------
    part
        The workers.
    """

    def __init__(self, part: Part) -> None:
        self.part = part
        self.rounds: list[Cheapest] = []

    def note(self, found: Cheapest) -> None:
        """Keep the rosters of a round."""
        self.rounds.append(found)

    def kept(self, shares: Sequence[float]) -> Rosters:
        """Give the rosters that weigh most, in rows and slots of the region.

        Parameters
        ----------
        shares
            By how much each round but the first moved the mean.
        """
        weights = weights_of(shares)
        chosen: list[tuple[int, int, float]] = []
        for worker in range(len(self.part.rows)):
            by_roster: dict[bytes, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
            for number, weight in enumerate(weights):
                key = self.rounds[number].cells[worker].tobytes()
                by_roster[key] = (number, by_roster[key][1] + float(weight))
            best = sorted(by_roster.values(), key=lambda one: -one[1])[:MOST]
            chosen += [(worker, number, weight) for number, weight in best]
        return self._fitting(chosen)

    def _fitting(self, chosen: list[tuple[int, int, float]]) -> Rosters:
        """Put rosters together, without those that exceed a maximum of a kind."""
        rows = np.array([worker for worker, _, _ in chosen], dtype=np.int64)
        cells = np.array([self.rounds[number].cells[worker] for worker, number, _ in chosen])
        costs = np.array([self.rounds[number].costs[worker] for worker, number, _ in chosen])
        weights = np.array([weight for _, _, weight in chosen])
        caps = caps_of(self.part.problem)[rows]
        fits = (kinds_used(self.part.problem.tables, cells) <= caps).all(axis=1)
        return Rosters(
            self.part.rows[rows[fits]], self.part.outward(cells[fits]), costs[fits], weights[fits]
        )


def weights_of(shares: Sequence[float]) -> Floats:
    """Give the weight of each round in a mean that every round but the first moved by a share."""
    kept = np.cumprod([1.0, *(1.0 - np.array(shares[::-1]))])[::-1]
    weights: Floats = np.array([1.0, *shares]) * kept
    return weights


def together(parts: Sequence[Rosters]) -> Rosters:
    """Give the rosters of several parts as one."""
    if not parts:
        none = np.empty(0)
        return Rosters(none.astype(np.int64), np.empty((0, 0), dtype=np.int32), none, none)
    return Rosters(
        np.concatenate([one.rows for one in parts]),
        np.concatenate([one.cells for one in parts]),
        np.concatenate([one.costs for one in parts]),
        np.concatenate([one.weights for one in parts]),
    )
