"""The search: a bound and columns at the root, a first roster by diving, then neighbourhoods."""

from __future__ import annotations

import time

import numpy as np

from flexpool.planning.scoring import Referee, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation.anew import COLUMNS_KEPT, Anew
from flexpool.planning.solvers.column_generation.beside.columns import columns_of
from flexpool.planning.solvers.column_generation.dive import Pace, dive
from flexpool.planning.solvers.column_generation.grain import grain_of, high_price
from flexpool.planning.solvers.column_generation.incumbent import Incumbent
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.neighbourhood import Chooser
from flexpool.planning.solvers.column_generation.pool import Pool
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats
from flexpool.planning.solvers.column_generation.roaming import Roaming
from flexpool.planning.solvers.column_generation.root import Root
from flexpool.planning.solvers.column_generation.style import ROUGH, THOROUGH, Style

PATIENCE, MOST_PATIENCE = 0.05, 5.0  # for a neighbourhood: of all the time, and in seconds at most
LONGEST = 2  # times the patience: then it is given up
LATER = 10.0  # seconds that whole rosters are taken to need while no prices are known
INSIST_AFTER = 25  # neighbourhoods that leave cover missing
MOST_INSISTENCE = 1e7  # as a price: above it a linear program sees nothing else
RAISING = 0.1  # of all the time, for prices that are raised before there are columns
FOR_WHOLE, FOR_SHORT = 0.4, 0.25  # of all the time, for a dive: to whole rosters, or short of cover
ALONE, LONELY = 0.2, 60.0  # of all the time, and in seconds at most: without others after a dive


class Search:
    """One search on one problem, under the referee's eye."""

    def __init__(self, referee: Referee, seed: int, style: Style = THOROUGH) -> None:
        self.referee, self.problem = referee, referee.problem
        self.style = style
        self.rng = np.random.default_rng(seed)
        self.columns = columns_of(self.problem)
        self.no_roster = high_price(self.problem.tables)
        further = self.columns.further_prices
        self.grain = grain_of(self.problem, self.columns.pricings, self.no_roster, *further)
        self.seconds = referee.seconds_left
        self.incumbent: Incumbent | None = None
        self.roaming = Roaming(referee)
        self.fails = 0
        self.alone_until = 0.0

    def late(self, share: float) -> bool:
        """Whether this share of the time is used, or the run is over."""
        if self.referee.should_stop():
            return True
        return bool(np.isfinite(self.seconds)) and self.referee.seconds_left < self.seconds * (
            1 - share
        )

    def root(self) -> tuple[Master, float]:
        """Generate columns for all workers; give the master and the seconds per round."""
        root = Root(self.referee, self.columns, self.no_roster, self.grain)
        self._adopt()
        root.begin(self.incumbent)
        raising = min(RAISING, self.style.root / 2) * self.seconds
        alone = self.style.root * self.style.alone
        root.relax(lambda: self.late(alone) or self.goes_on, raising)
        root.grow(lambda: self.late(self.style.root) or self.goes_on, raising)
        self.pool = Pool(root.master, root.reached.bound)
        return root.master, root.per_round

    @property
    def goes_on(self) -> bool:
        """Whether to go on from a roster at once, without bound and dive.

        Where cover must hold, a hasty dive falls short of it: windows of a poor roster gain more.
        """
        must_hold = self.problem.tables.cover_must_hold
        return self.style.goes_on and must_hold and self.incumbent is not None

    def first(self, master: Master, per_round: float) -> None:
        """Dive to first whole rosters: at once and roughly, then carefully as the clock allows.

        Where cover must hold a rough dive has nothing to show: it goes only for want of a better.
        """
        if self.goes_on:
            return
        must_hold, count = self.problem.tables.cover_must_hold, len(self.problem.workers)
        share = FOR_SHORT if must_hold else FOR_WHOLE
        left = min(share * self.seconds, 0.8 * self.referee.seconds_left)
        pace = self.style.pace(must_hold, count, per_round, left)
        if not must_hold or (pace is None and not self._can_wait):
            rough = Master(self.problem, self.no_roster)
            pool = self.pool
            kept = pool.best(np.arange(count), COLUMNS_KEPT)
            rough.add(pool.worker[kept], pool.cells[kept], pool.cost[kept])
            rough.solve()
            self._dive(rough, ROUGH)
        if pace is not None:
            self._dive(master, pace)

    @property
    def _can_wait(self) -> bool:
        """Whether there is a roster from others, at which the root's prices are of more use."""
        return self.style.is_careful and self.referee.best is not None

    def _dive(self, master: Master, pace: Pace) -> None:
        """Dive; what is not reached in time is filled from the mix."""
        dive(master, self.columns, lambda: self.late(self.style.dive), pace, np.inf)
        shares, chosen = master.shares(), []
        for worker in range(len(self.problem.workers)):
            column = master.fixed.get(worker)
            column = self._likeliest(master, worker, shares) if column is None else column
            if column is None:
                return
            chosen.append(column)
        self.pool.keep(master, 0)
        found = Incumbent(self.problem, master.cells[chosen], master.cost[chosen], self.no_roster)
        if self.incumbent is None or found.cost < self.incumbent.cost:
            self._offer(found)
            if self.problem.tables.cover_must_hold:  # what is missing is soon mended
                self.alone_until = self.referee.seconds + min(LONELY, ALONE * self.seconds)

    def _likeliest(self, master: Master, worker: int, shares: Floats) -> int | None:
        """Give the column of a worker with the largest share that may be chosen; None for none."""
        own = np.nonzero((master.worker == worker) & master.fits)[0]
        for column in own[np.argsort(-shares[own], kind="stable")]:
            one = np.array([column])
            if self.columns.allows(master.worker[one], master.cells[one]).all():
                return int(column)
        return None

    def improve(self) -> None:
        """Plan neighbourhoods anew until told to stop."""
        problem = self.problem
        chooser = Chooser(len(problem.workers), problem.days, self.rng, problem.first_weekday)
        anew = Anew(self.referee, self.columns, self.pool, self.no_roster, self.rng, self.grain)
        if self.goes_on:
            chooser.staff.seconds = LATER
        patience = min(MOST_PATIENCE, PATIENCE * self.seconds)
        while not self.referee.should_stop():
            if self.incumbent is None or self.referee.seconds >= self.alone_until:
                self._adopt()
            if self.incumbent is None:
                return
            self.roaming.learn(self.incumbent)
            if anew.heed(patience):
                chooser.staff.gain, chooser.staff.seconds = chooser.window.worth, 1.0
            began, excess = time.perf_counter(), self.pool.excess(self.incumbent)
            size, chosen = chooser.choose(self.incumbent, excess)
            roams = size.roams and not (chosen.has_all_days or self.incumbent.is_short)
            most = self.roaming.most(excess) if roams else self.incumbent.cost - self.grain
            found = anew.plan(self.incumbent, chosen, most, LONGEST * patience)
            self.referee.count("neighbourhoods")
            if found is not None:
                self._offer(found)
            gain, spent = self.roaming.learn(self.incumbent), time.perf_counter() - began
            chooser.learn(size, gain, spent, patience, roams and found is None)
            self._insist(anew)

    def _insist(self, anew: Anew) -> None:
        """Double the price of missing cover that must hold when it stays missing."""
        assert self.incumbent is not None
        self.fails = self.fails + 1 if self.incumbent.is_short else 0
        if self.fails >= INSIST_AFTER and self.no_roster < MOST_INSISTENCE:
            self.fails = 0
            anew.no_roster = self.no_roster = 2 * self.no_roster
            kept = self.incumbent
            self.incumbent = Incumbent(self.problem, kept.cells, kept.prices, self.no_roster)

    def _adopt(self) -> None:
        """Go on from a roster that another solver found, when it is cheaper."""
        best, held = self.referee.best, self.incumbent
        if best is None or (held and min(held.cost, self.roaming.lowest) <= best[1]):
            return
        self.incumbent = Incumbent.of(self.problem, best[0], self.no_roster)

    def _offer(self, incumbent: Incumbent) -> None:
        """Make this the incumbent, and propose it when it breaks nothing and none was cheaper."""
        self.incumbent = incumbent
        if incumbent.cost >= self.roaming.lowest:
            return
        roster = Roster(incumbent.cells)
        score = judge(self.problem, roster)
        if score.is_feasible:
            self.referee.propose(roster, score.objective)
