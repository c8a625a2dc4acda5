"""The referee of one run: judges every proposal, keeps the best, knows the time and the bound."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import Problem
from flexpool.planning.result import Moment, Progress, gap_between
from flexpool.planning.scoring.judge import JudgedOtherwise, Score, confirm, judge
from flexpool.planning.solution import Roster
from flexpool.planning.stop import StopCriterion

Prices = npt.NDArray[np.float64]
"""What one more on each day × slot is worth."""


class Referee:
    """Stands between the solvers and the result; safe to call from several threads.

    Parameters
    ----------
    problem
        What is solved.
    stop
        Decides when the run ends.
    progress
        Told of every better roster and every better bound.
    accepts
        A last judgement on a roster that the constraints accept, such as the law's; None for no
        further one.
    """

    def __init__(
        self,
        problem: Problem,
        stop: StopCriterion,
        progress: Progress | None = None,
        accepts: Callable[[Roster], bool] | None = None,
    ) -> None:
        self.problem = problem
        self.roster: Roster | None = None
        self.objective: int | None = None
        self.bound = float("-inf")
        self.prices: Prices | None = None
        self.is_proven_infeasible = False
        # Where no assignment has a negative price, no roster costs less than nothing.
        self._has_no_bonus = int(problem.tables.cost.min(initial=0)) >= 0
        self.history: list[Moment] = []
        self.failures: list[str] = []
        self.statistics: dict[str, float] = {"proposals": 0}
        self._stop, self._progress, self._accepts = stop, progress, accepts
        self._started = time.perf_counter()
        self._lock = threading.RLock()

    @property
    def seconds(self) -> float:
        """Wall seconds since the run began."""
        return time.perf_counter() - self._started

    @property
    def seconds_left(self) -> float:
        """Wall seconds that the stop criterion still leaves."""
        return self._stop.seconds_left(self.seconds)

    @property
    def best(self) -> tuple[Roster, int] | None:
        """The best roster so far together with its objective."""
        with self._lock:
            if self.roster is None or self.objective is None:
                return None
            return self.roster, self.objective

    @property
    def is_closed(self) -> bool:
        """Whether nothing better can come: the bound meets the objective, or nothing exists."""
        proven = self.objective is not None and self.bound > self.objective - 1 + 1e-6
        return proven or self.is_proven_infeasible

    def should_stop(self) -> bool:
        """Tell whether the run ends now: told to, or nothing is left to find."""
        with self._lock:
            return self._stop.should_stop(self.seconds, self.objective) or self.is_closed

    def propose(self, roster: Roster, claimed: int) -> bool:
        """Judge a roster; keep it, and tell, when it is the best so far.

        Raises
        ------
        JudgedOtherwise
            When the judge finds a breach or another objective than claimed.
        """
        score: Score = confirm(self.problem, roster, claimed)
        with self._lock:
            self.statistics["proposals"] += 1
            if self.bound > score.objective + 1e-6:
                raise JudgedOtherwise(
                    f"{self.problem.name}: a roster of {score.objective} below bound {self.bound}"
                )
            if self.objective is not None and score.objective >= self.objective:
                return False
            if self._accepts is not None and not self._accepts(roster):
                return False
            self.roster, self.objective = roster, score.objective
            self._tell()
            return True

    def propose_start(self, roster: Roster) -> bool:
        """Take a roster to start from, at whatever the judge says that it costs.

        Raises
        ------
        JudgedOtherwise
            When it breaks a hard constraint.
        """
        return self.propose(roster, judge(self.problem, roster).objective)

    def raise_bound(self, bound: float, prices: Prices | None = None) -> None:
        """Note that no roster can be cheaper than this; a weaker bound changes nothing.

        Prices that tell what a roster should cost, where the bound came from such, are kept for
        other solvers.

        Raises
        ------
        JudgedOtherwise
            When a roster is known that is cheaper.
        """
        if self._has_no_bonus:
            bound = max(bound, 0.0)
        with self._lock:
            if self.objective is not None and bound > self.objective + 1e-6:
                raise JudgedOtherwise(
                    f"{self.problem.name}: bound {bound} above a roster of {self.objective}"
                )
            if bound > self.bound + 1e-6:
                self.bound = bound
                self.prices = self.prices if prices is None else prices
                self._tell()

    def count(self, what: str, amount: float = 1) -> None:
        """Add to the statistics."""
        with self._lock:
            self.statistics[what] = self.statistics.get(what, 0) + amount

    def _tell(self) -> None:
        seconds = self.seconds
        self.history.append(Moment(seconds, self.objective, self.bound))
        if self._progress:
            gap = gap_between(self.objective, self.bound)
            self._progress(seconds, self.objective, self.bound, gap)
