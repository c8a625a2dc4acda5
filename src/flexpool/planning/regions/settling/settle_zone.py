"""The errand that settles a zone: everybody at home in it, around what all others do."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from flexpool.planning.problem import Problem
from flexpool.planning.regions.errands import Planned
from flexpool.planning.regions.neighbourhoods import Posts, at_home, divide
from flexpool.planning.regions.parts import Part
from flexpool.planning.regions.planning_part import judged_rows
from flexpool.planning.regions.prices.seen import Rosters
from flexpool.planning.regions.rows.places import pricings_of
from flexpool.planning.regions.settling.zone import Settled, Zone
from flexpool.planning.solution import Grid

STAFF, MOST_EACH = 120, 0.15
"""Workers settled together, and seconds for each at most: later steps gain little."""
PASSES = (0.6, 0.4)
"""Shares of the time; each pass settles other zones, after the first from the rows there are, which
mends seams. A region of one zone has one."""
ZoneWish = tuple[list[int], float, int, bool]
"""Rows of the workers, seconds, seed, and whether to go on from their rows."""


@dataclass(frozen=True)
class SettleZone:
    """Settle a zone.

    Parameters
    ----------
    part
        The workers with what the others leave.
    whole
        The same part with what column generation does not know; None when it knows all.
    start
        What they have now, in slots of the part.
    seconds, seed
        How long to search, and of what is drawn.
    goes_on
        Whether to search from what they have now.
    """

    part: Part
    whole: Problem | None
    start: Grid
    seconds: float
    seed: int
    goes_on: bool = False

    def __call__(self) -> Planned:
        """Settle, and judge every row; nobody's when rows cannot be planned this way."""
        began = time.process_time()
        pricings = pricings_of(self.part.problem)
        start = self.start if self.goes_on else None
        zone = Zone(self.part.problem, pricings, self.seed, start) if pricings else None
        if zone is None or not zone.is_planned:
            nobody = np.empty(0, dtype=np.int64)
            return Planned(nobody, self.start[:0], nobody, time.process_time() - began)
        settled = zone.settle(self.seconds)
        grid, prices = judged_rows(self.part.problem, self.whole, settled.grid, self.start)
        spent = time.process_time() - began
        seen = rosters_seen(self.part, settled)
        return Planned(self.part.rows, self.part.outward(grid), prices, spent, seen)


def rosters_seen(part: Part, settled: Settled) -> Rosters:
    """Give the rows a search went through, the best among them, in rows and slots of the region."""
    number = [row for row, seen in enumerate(settled.seen) for _ in seen]
    cells = [np.frombuffer(key, dtype=np.int32) for seen in settled.seen for key in seen]
    costs = [price for seen in settled.seen for price in seen.values()]
    shape = len(cells), settled.grid.shape[1]
    grid = np.array(cells, dtype=np.int32).reshape(shape)
    rows = part.rows[np.array(number, dtype=np.int64)]
    return Rosters(rows, part.outward(grid), np.array(costs), np.ones(len(costs)))


def zones_of(posts: Posts, places: int, seconds: float, rng: np.random.Generator) -> list[ZoneWish]:
    """Divide a region in zones, the last first; and in other zones to be settled after them.

    Parameters
    ----------
    posts, places
        The region, and how many errands are done at a time.
    seconds
        Of wall time for all zones together.
    rng
        What draws the seeds.
    """
    staff = len(posts.home)
    each, most = min(MOST_EACH, seconds * places / max(1, staff)), min(STAFF, -(-staff // places))
    passes = PASSES if staff > most else (1.0,)
    found: list[ZoneWish] = []
    for number, share in enumerate(passes):
        zones = [at_home(posts, one) for one in divide(posts, most, rng if number else None)]
        found += [
            (rows, share * each * len(rows), int(rng.integers(2**31)), number > 0)
            for rows in zones
            if rows
        ]
    return found[::-1]
