"""Plans a neighbourhood anew: columns for what is open in it, then the best choice of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from flexpool.planning.scoring import Prices, Referee
from flexpool.planning.solvers.column_generation.dive import Pace, dive
from flexpool.planning.solvers.column_generation.generate import Effort, generate
from flexpool.planning.solvers.column_generation.incumbent import Incumbent
from flexpool.planning.solvers.column_generation.mix.frame import Around
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.neighbourhood import Neighbourhood
from flexpool.planning.solvers.column_generation.pool import Pool
from flexpool.planning.solvers.column_generation.pricing.automaton import Ints
from flexpool.planning.solvers.column_generation.pricing.columns import (
    Columns,
    Duals,
    Part,
)
from flexpool.planning.solvers.column_generation.whole import best_whole

COLUMNS_KEPT, FIRST_COLUMNS = 40, 4
MIXED_SECONDS = 0.5
WITHIN = Effort(gap=0.5, most_rounds=10, per_worker=4, smoothing=0.4)
PACE = Pace(batch=0.05, rounds=6, gap=0.001)
ROAMING_PACE = Pace(batch=0.2, rounds=2, gap=0.005)  # more of them are better than better ones


class Anew:
    """Plans neighbourhoods of incumbents.

    Parameters
    ----------
    referee
        Tells when to stop.
    columns, pool
        The pricing, and the columns known so far; what is found is added to them.
    no_roster
        Price of one short where the cover must hold.
    rng
        All chance.
    grain
        The unit in which costs go: a better roster costs so much less at least.
    """

    def __init__(
        self,
        referee: Referee,
        columns: Columns,
        pool: Pool,
        no_roster: float,
        rng: np.random.Generator,
        grain: float = 1.0,
    ) -> None:
        self.referee, self.problem = referee, referee.problem
        self.columns, self.pool, self.no_roster, self.rng = columns, pool, no_roster, rng
        self.grain = grain
        self.cover = pool.duals.cover.copy()
        self._heeds, self._heeded = not pool.tells, -np.inf
        self._prices: Prices | None = None

    def heed(self, every: float) -> bool:
        """Go by the prices of another search where none are of use here; tell whether it did.

        They grow better until its bound is done, so they are taken over every so many seconds.
        """
        prices, now = self.referee.prices, self.referee.seconds
        is_new = prices is not self._prices and now >= self._heeded + every
        if prices is None or not is_new or not self._heeds:
            return False
        self._heeded, self._prices = now, prices
        duals = Duals(prices, np.zeros_like(self.pool.duals.capped))
        self.pool.heed(duals, self.columns.price(duals, FIRST_COLUMNS, thorough=False))
        self.cover = prices.copy()
        return True

    def plan(
        self, incumbent: Incumbent, chosen: Neighbourhood, most: float, seconds: float = np.inf
    ) -> Incumbent | None:
        """Plan a neighbourhood anew around the rest, so that all costs no more than `most`.

        Where that leaves room for what is there already, a little is put on staying, so that what
        comes is as cheap but different, or None. None as well when nothing was found in the time.
        """
        stop = self._until(self.referee.seconds + seconds)
        staying = self.grain / (2 * len(chosen.workers)) if most >= incumbent.cost else 0.0
        master = self._master(incumbent, chosen, staying)
        whole = np.floor(most / self.grain + 1e-9) * self.grain  # nothing costs between two grains
        known, cutoff = len(master.cost), whole + 1 + (self.grain / 2 if staying else 0.0)
        part = self._part(master, incumbent, chosen)
        effort = replace(WITHIN, hopeless=cutoff - 1 + 1e-6)
        reached = generate(master, self.columns, stop, part, effort)
        if not chosen.has_all_days:
            self.cover[chosen.open_days] = master.duals()[1].cover[chosen.open_days]
        if reached.bound > cutoff - 1 + 1e-6 or stop():
            return None
        if chosen.has_all_days:
            self.pool.keep(master, known)
        found = self._whole(master, cutoff, part, stop, roams=staying > 0)
        if found is None:
            return None
        prices = np.rint(master.cost[found])
        anew = incumbent.take(master.worker[found], master.cells[found], prices)
        return None if (anew.cells == incumbent.cells).all() else anew

    def _until(self, late: float) -> Callable[[], bool]:
        """Give what tells that the run is over, or its clock past this."""
        return lambda: self.referee.should_stop() or self.referee.seconds > late

    def _part(self, master: Master, incumbent: Incumbent, chosen: Neighbourhood) -> Part:
        """Give what is to be priced; a window begins at the prices that its days had last."""
        wanted = np.zeros(len(self.problem.workers), dtype=bool)
        wanted[chosen.workers] = True
        if chosen.has_all_days:
            return Part(wanted)
        part = Part(wanted, incumbent.cells, chosen.open_days, incumbent.prices)
        duals = Duals(self.cover, np.zeros_like(self.pool.duals.capped))
        found = self.columns.price(duals, FIRST_COLUMNS, part, thorough=False)
        master.add(found.workers, found.cells, found.costs(duals))
        return part

    def _master(self, incumbent: Incumbent, chosen: Neighbourhood, staying: float) -> Master:
        """Make a master of some workers, with kept columns and, so much dearer, those of now."""
        workers = chosen.workers
        others = np.setdiff1d(np.arange(len(self.problem.workers)), workers)
        closed = incumbent.cover_prices()[~chosen.open_days]
        paid = float(incumbent.prices[others].sum() + closed.sum())
        around = Around(workers, incumbent.staffed(others), paid, chosen.open_days)
        master = Master(self.problem, self.no_roster, around)
        if chosen.has_all_days:
            kept, pool = self.pool.best(workers, COLUMNS_KEPT), self.pool
            master.add(pool.worker[kept], pool.cells[kept], pool.cost[kept])
        master.add(workers, incumbent.cells[workers], incumbent.prices[workers] + staying)
        return master

    def _whole(
        self, master: Master, cutoff: float, part: Part, stop: Callable[[], bool], roams: bool
    ) -> Ints | None:
        """Dive; where that comes to nothing and it does not roam, choose among what there was.

        While much is to be gained a dive takes a tenth of what branch and bound takes (30 workers
        and 8 weeks: 0.12 and 1.3 seconds a window).
        """
        columns = master.worker, master.cells, master.cost
        pace = ROAMING_PACE if roams else PACE
        if dive(master, self.columns, stop, pace, cutoff, part):
            return np.array(list(master.fixed.values()))
        if stop() or roams:
            return None
        for worker in list(master.fixed):
            master.release(worker)
        master.add(*columns)
        if master.solve() > cutoff - 1 + 1e-6:
            return None
        seconds = max(0.1, min(MIXED_SECONDS, self.referee.seconds_left))
        found = best_whole(master, cutoff, seconds, int(self.rng.integers(1 << 30)), self.grain)
        return found if found is not None and self._is_allowed(master, found) else None

    def _is_allowed(self, master: Master, chosen: Ints) -> bool:
        return bool(self.columns.allows(master.worker[chosen], master.cells[chosen]).all())
