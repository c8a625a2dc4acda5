"""The root of a search: columns of all workers, the bound, and the prices that prove it.

Where a round of columns is slow, which is where many weeks are planned, or the master has many
rows, its first prices are wild and most of the time is gone before they tell anything. There the
prices are raised first along the slope of the bound, without a master; columns begin near them (30
workers and 8 weeks: a bound of 1,358 after 8 seconds instead of 66, of 1,709 after 65 instead of
some 100; 200 workers of six teams: bound and mix meet after 30 seconds, where they were far apart).
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from flexpool.planning.prices.ascent import Ascent
from flexpool.planning.prices.cover import Cover
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.column_generation.generate import (
    NOTHING,
    Effort,
    each_adds,
    generate,
    keep_out,
)
from flexpool.planning.solvers.column_generation.incumbent import Incumbent
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pool import tells
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals, Found

FIRST_ROUNDS, SLOW = 5, 0.15  # rounds to look at first, and the seconds of one that is slow
MANY_ROWS, WORTH_IT = 550, 5.0  # of a master whose rounds become slow later; least time for prices
STEPS, LAST = 240, 30  # of prices that are raised; and those whose cheapest rosters are kept
SMOOTHING, SMOOTHER = 0.6, 0.85  # by prices from nowhere, and by prices that were raised
AT_FIRST, AT_RAISED = 4, 6  # columns of each worker
MOST_ASKED, IN_USE = 20, 1e-6  # times that the mix is asked after, and the share of what is in it


class Root:
    """Columns of all workers, and how far they came.

    Parameters
    ----------
    referee
        Told of every better bound.
    columns
        The exact pricing.
    no_roster, grain
        Price of one short where the cover must hold, and the unit in which costs go.
    is_whole
        Whether the columns are those of the whole problem: only then prices are told.
    """

    def __init__(
        self,
        referee: Referee,
        columns: Columns,
        no_roster: float,
        grain: float,
        is_whole: bool = True,
    ) -> None:
        self.referee, self.problem, self.is_whole = referee, referee.problem, is_whole
        self.exact, self.rough = columns, columns.rough()
        self.no_roster, self.grain = no_roster, grain
        self.master = Master(self.problem, no_roster)
        self.reached = NOTHING
        self.seconds, self.rounds = 0.0, 0
        tables = self.problem.tables
        self.nowhere = np.where(tables.optimum > 0, tables.under_weight * 0.5, 0.0)

    @property
    def per_round(self) -> float:
        """Seconds of a round of columns, pricing and mixing."""
        return self.seconds / max(1, self.rounds)

    def begin(self, incumbent: Incumbent | None) -> None:
        """Add columns at prices from nowhere, and the roster that there is."""
        start = self._at(self.nowhere)
        self._add(self.rough.price(start, AT_FIRST, thorough=False), start)
        if incumbent is not None:
            everybody = np.arange(len(incumbent.prices))
            self.master.add(everybody, incumbent.cells, incumbent.prices)

    def relax(self, stop: Callable[[], bool], seconds: float) -> None:
        """Find a bound and prices without the rules beside the tables: rounds are fast there.

        What is left out makes nothing cheaper, so the bound holds. `stop` and `seconds` are as
        `grow` takes them.
        """
        tables = self.exact.tables_alone()
        if tables is None or stop():
            return
        easier = Root(self.referee, tables, self.no_roster, self.grain, is_whole=False)
        easier.begin(None)
        easier.grow(stop, seconds)
        self.reached = replace(easier.reached, objective=np.inf)
        at = easier.master.duals()[1]
        self._add(self.rough.price(at, AT_RAISED, thorough=False), at)

    def grow(self, stop: Callable[[], bool], seconds: float) -> None:
        """Add columns until none gains, or told to stop.

        First with small tables, in which maxima per kind are priced by the master, then exactly.

        Parameters
        ----------
        stop
            Asked before every round.
        seconds
            The most for raising prices, where rounds are slow or will be.
        """
        smoothing = SMOOTHING
        if not self.reached.at:
            self._generate(self.rough, stop, Effort(most_rounds=FIRST_ROUNDS, shrinks=True))
            is_wide = self.master.highs.getNumRow() > MANY_ROWS and seconds > WORTH_IT
            if (is_wide or self.per_round > SLOW) and not stop():
                self._raise(stop, seconds)
                smoothing = SMOOTHER
        for columns in (self.rough, self.exact):
            each = each_adds(self.master)
            effort = Effort(per_worker=each, smoothing=smoothing, shrinks=True)
            self._generate(columns, stop, effort)
            self.master.drop_unfit()
        self._ask(stop)

    def _ask(self, stop: Callable[[], bool]) -> None:
        """Take out of the mix what may not be chosen, and price again for what that leaves."""
        master = self.master
        for _ in range(MOST_ASKED):
            mixed = np.flatnonzero(master.shares() > IN_USE)
            if stop() or not keep_out(master, self.exact, mixed):
                return
            master.drop_unfit()
            effort = Effort(per_worker=each_adds(master), smoothing=0.0, shrinks=True)
            self._generate(self.exact, stop, effort)

    def _generate(self, columns: Columns, stop: Callable[[], bool], effort: Effort) -> None:
        began, known = time.perf_counter(), self.reached
        self.reached = generate(self.master, columns, stop, None, effort, self._tell, known)
        self.referee.count("root_rounds", self.reached.rounds)
        self.seconds += time.perf_counter() - began
        self.rounds += self.reached.rounds

    def _raise(self, stop: Callable[[], bool], seconds: float) -> None:
        """Raise the prices along the slope of the bound; add the cheapest rosters at the last."""
        cover, began = Cover(self.problem), time.perf_counter()
        last: deque[tuple[Found, Duals]] = deque(maxlen=LAST)

        def evaluate(prices: Floats) -> tuple[float, Ints]:
            at = self._at(prices)
            found = self.rough.price(at, 1)
            last.append((found, at))
            worth, asked = cover.worth(prices)
            way = np.where(cover.asked, asked - cover.staffed(found.cells), 0)
            return worth + float(found.least.sum()) - found.doubt, way

        def spent() -> float:
            return 1.0 if stop() else (time.perf_counter() - began) / seconds

        def clipped(prices: Floats) -> Floats:
            return np.clip(cover.clipped(prices), -self.no_roster, self.no_roster)

        ascent = Ascent(self.nowhere, evaluate, clipped, cover.scale)
        ascent.climb(STEPS, spent)
        at = self._at(ascent.duals)
        for found, prices in (*last, (self.rough.price(at, AT_RAISED), at)):
            self._add(found, prices)
        if ascent.value > self.reached.bound:
            self.reached = replace(self.reached, bound=ascent.value, at=at)
            self._tell(ascent.value, at)

    def _at(self, prices: Floats) -> Duals:
        return Duals(prices, np.zeros((len(self.problem.workers), prices.shape[1])))

    def _add(self, found: Found, at: Duals) -> None:
        self.master.add(found.workers, found.cells, found.costs(at))

    def _tell(self, bound: float, at: Duals) -> None:
        """Costs are multiples of the grain, so a bound rounds up to one; with prices that tell."""
        is_told = self.is_whole and tells(self.master.objective, bound)
        prices = at.cover if is_told else None
        self.referee.raise_bound(float(np.ceil((bound - 1e-4) / self.grain)) * self.grain, prices)
