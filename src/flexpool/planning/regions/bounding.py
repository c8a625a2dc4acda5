"""Raises the bound of a region in sweeps: zone after zone, then all workers weighed exactly.

A region up to the size of a zone is one zone. A larger one is divided anew for each sweep, so that
the seams between zones come to lie elsewhere; the prices outside a zone stand still meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

import numpy as np

from flexpool.planning.prices.ascent import FIRST_STEP
from flexpool.planning.prices.cover import Floats
from flexpool.planning.regions.errands import Raised, RaisePrices, Weigh, Weighed
from flexpool.planning.regions.neighbourhoods import Posts, at_home, divide
from flexpool.planning.regions.state import State

ZONE, BATCH = 25_000, 100
FIRST_SHARE = 0.9
ROUNDS, LATER_STEP = 240, 0.02
"""Rounds of a sweep. And, of what one place is worth, how far prices move at first in all sweeps
but the first."""
Wish = Callable[[float], RaisePrices | Weigh]
"""Gives an errand for so many seconds."""


class Bounding:
    """Gives errands, hears answers, and keeps the best bound.

    Parameters
    ----------
    state, posts
        The region.
    rng
        How the zones of later sweeps fall.
    places
        How many errands are done at a time.
    """

    def __init__(
        self, state: State, posts: Posts, rng: np.random.Generator, places: int = 1
    ) -> None:
        self.state, self.posts, self.rng = state, posts, rng
        self.places = places
        cover = state.cover
        self.bound = -np.inf
        self.batches = [
            rows[first : first + BATCH]
            for part in divide(posts, BATCH)
            if (rows := at_home(posts, part))
            for first in range(0, len(rows), BATCH)
        ]
        self.parts = [state.cutter.cut(rows) for rows in self.batches]
        start = np.where(cover.optimum > 0, cover.under * FIRST_SHARE, 0.0)
        self.duals: Floats = cover.clipped(start)
        self.waiting: deque[Wish] = deque()
        self.sweep, self.asked, self.least = 0, 0, 0.0
        self._next_sweep()

    def errand(self, seconds: float) -> RaisePrices | Weigh | None:
        """Give the next thing to do within so many seconds; None while answers are awaited."""
        if not self.waiting:
            return None
        self.asked += 1
        self.is_between = False
        return self.waiting.popleft()(seconds)

    def fits_another(self, spent: float, most: float) -> bool:
        """Whether a sweep is under way, or one as long as those before stays within so much time.

        Parameters
        ----------
        spent, most
            Seconds of errands for the bound so far, and how many there may be in all.
        """
        sweeps = self.sweep - 1
        return not self.is_between or spent * (sweeps + 1) <= most * sweeps

    def hear(self, answer: Raised | Weighed) -> None:
        """Take in an answer; when it was the last of its sort, go on to the next."""
        self.asked -= 1
        if isinstance(answer, Raised):
            self.duals[:, answer.slots] = answer.duals
            self.state.learn(answer.rosters)
        else:
            self.least += answer.least
        if self.waiting or self.asked:
            return
        if isinstance(answer, Raised):
            self.least = 0.0
            self.waiting.extend(self._weigh(number) for number in range(len(self.parts)))
        else:
            self.bound = max(self.bound, self.least + self.state.cover.worth(self.duals)[0])
            self._next_sweep()

    def _next_sweep(self) -> None:
        zones = divide(self.posts, ZONE, self.rng if self.sweep else None)
        threads = 1 if self.sweep else max(1, self.places // len(zones))  # nobody else has work yet
        self.waiting.extend(self._raise(zone, threads) for zone in zones)
        self.sweep, self.is_between = self.sweep + 1, True

    def _weigh(self, number: int) -> Wish:
        part = self.parts[number]
        return lambda seconds: Weigh(part, self.duals[:, part.slots])

    def _raise(self, zone: Sequence[int], threads: int) -> Wish:
        return lambda seconds: self._zone(set(zone), seconds, threads)

    def _zone(self, zone: set[int], seconds: float, threads: int) -> RaisePrices:
        """Put together everybody who can work in a zone, and the zone's demand."""
        cutter, of_kind = self.state.cutter, self.posts.of_kind
        slots = [
            number
            for number, (kind, _) in enumerate(self.state.cover.slots)
            if of_kind[kind] in zone
        ]
        touching = [
            [row for row in rows if not zone.isdisjoint(self.posts.reach[row])]
            for rows in self.batches
        ]
        parts = tuple(
            part if len(rows) == len(part.rows) else cutter.cut(rows)
            for rows, part in zip(touching, self.parts, strict=True)
            if rows
        )
        chosen = np.array(slots, dtype=np.int64)
        cover = self.state.cover.of(chosen)
        step = LATER_STEP if np.isfinite(self.bound) else FIRST_STEP
        prices = self.duals.copy()
        return RaisePrices(parts, cover, chosen, prices, ROUNDS, seconds, step, threads)
