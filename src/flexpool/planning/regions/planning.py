"""One run on one region: errands go out, answers come in, until it is time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from flexpool.planning.problem import Problem
from flexpool.planning.regions.bounding import Bounding
from flexpool.planning.regions.errands import Planned, PlanPart, Raised, Weighed
from flexpool.planning.regions.executor import Errand, Executor, Here, nothing_yet
from flexpool.planning.regions.judging import judge_region
from flexpool.planning.regions.neighbourhoods import Posts, at_home, divide
from flexpool.planning.regions.part_size import PartSize
from flexpool.planning.regions.settling.settle_zone import SettleZone, ZoneWish, zones_of
from flexpool.planning.regions.state import State, priced
from flexpool.planning.result import Moment, Progress, Result, gap_between
from flexpool.planning.solution import Roster
from flexpool.planning.solve.call import running_version
from flexpool.planning.stop import StopCriterion

SETTLE_SHARE = 0.4
"""Of the time for planning: to settle zones."""
MOST_SECONDS = 60.0
FIRST_SHARE = 0.3
SPOKEN_FOR = 0.04
"""Share of the time kept for judging everything at the end."""


@dataclass(frozen=True, slots=True)
class RegionParams:
    """How to plan a region.

    Parameters
    ----------
    gap, bound_share
        Good enough: the share of the objective that is not proven; and the bound's of the time.
    """

    gap: float = 0.0
    bound_share: float = 0.1


class Planning:
    """One run on one region."""

    def __init__(
        self,
        problem: Problem,
        stop: StopCriterion,
        seed: int,
        executor: Executor,
        params: RegionParams,
        progress: Progress | None,
    ) -> None:
        self.began = time.perf_counter()
        self.stop, self.seed, self.executor = stop, seed, executor
        self.params, self.progress = params, progress
        self.rng = np.random.default_rng(seed)
        self.posts, self.state = Posts(problem), State(problem, priced(problem))
        self.bounding = Bounding(self.state, self.posts, self.rng, executor.places)
        self.seconds = stop.seconds_left(0.0)
        self.size = PartSize()
        self.zones: list[ZoneWish] | None = None
        self.parts: list[list[int]] = []
        self.spent, self.flying = {"plan": 0.0, "bound": 0.0}, {"plan": 0, "bound": 0}
        self.history: list[Moment] = []
        self.counts = {"parts": 0, "parts_better": 0}

    def run(self) -> Result:
        """Send errands and hear answers until it is time; then let everything be judged."""
        for errand, answer in self.executor.each(self._errands(), self._is_enough):
            sort = "plan" if isinstance(errand, PlanPart | SettleZone) else "bound"
            self.flying[sort] -= 1
            self.spent[sort] += answer.seconds
            self._hear(answer)
            if isinstance(errand, PlanPart):
                self.size.learn(answer)
        here = Here() if self._is_enough() else self.executor  # whoever stops it waits for this
        return self._result(judge_region(self.state, self.posts, here))

    def _result(self, objective: int | None) -> Result:
        statistics = {**self.counts, "cpu_plan": self.spent["plan"]}
        statistics |= {"cpu_bound": self.spent["bound"], "sweeps": self.bounding.sweep - 1}
        return Result(
            roster=None if objective is None else Roster(self.state.grid),
            objective=objective,
            bound=self.bound,
            seconds=self._clock(),
            solver="region",
            seed=self.seed,
            version=running_version(),
            statistics=statistics,
            history=tuple(self.history),
        )

    @property
    def bound(self) -> float:
        """The bound so far; prices are whole numbers, so it rounds up."""
        return float(np.ceil(self.bounding.bound - 1e-4))

    def _clock(self) -> float:
        return time.perf_counter() - self.began

    def _left(self) -> float:
        return self.stop.seconds_left(self._clock()) - SPOKEN_FOR * self.seconds

    def _is_enough(self) -> bool:
        """Whether it is good enough, or was told to stop: nothing under way is waited for."""
        objective = self.state.objective if self.state.is_planned else None
        gap = gap_between(objective, self.bound)
        is_good = gap is not None and gap <= self.params.gap
        return is_good or self.stop.should_stop(self._clock(), objective)

    def _is_over(self) -> bool:
        return self._left() <= 0 or self._is_enough()

    def _errands(self) -> Iterator[Errand]:
        while not self._is_over():
            errand = self.bounding.errand(self._for_prices()) if self._is_for_bound() else None
            if not (errand or self.state.is_begun) and self.flying["bound"]:
                yield nothing_yet  # whoever is planned now knows nothing of what others will do
                continue
            self.flying["bound" if errand else "plan"] += 1
            yield errand or self._settle_zone() or self._plan_part()

    def _for_prices(self) -> float:
        """Give the most seconds of an errand for the bound; the first must leave time to plan."""
        return self._left() * (1.0 if self.state.is_begun else FIRST_SHARE)

    def _is_for_bound(self) -> bool:
        """Whether the bound had less than its share of what was spent and is under way.

        Before anything else the first prices, with them the first rosters, and a first bound.
        """
        if not self.state.is_begun or self.bounding.bound == -np.inf:
            return True
        share, places = self.params.bound_share, self.executor.places
        fits = self.bounding.fits_another(self.spent["bound"], share * places * self.seconds)
        if not fits or (self.flying["bound"] and self.flying["bound"] + 1 > share * places):
            return False
        return self.spent["bound"] <= share * (self.spent["plan"] + self.spent["bound"])

    def _settle_zone(self) -> SettleZone | None:
        """Cut out the next zone, around what others do or are expected to; None after the last."""
        if self.zones is None:
            share = (1 - self.params.bound_share) * SETTLE_SHARE
            self.zones = zones_of(self.posts, self.executor.places, share * self._left(), self.rng)
        if not self.zones:
            return None
        rows, seconds, seed, goes_on = self.zones.pop()
        part, whole = self.state.part_of(rows), self.state.whole_of(rows)
        seconds = min(seconds, max(1.0, self._left()))  # those before may have taken longer
        return SettleZone(part, whole, part.inward(self.state.grid), seconds, seed, goes_on)

    def _plan_part(self) -> PlanPart:
        """Cut out the next part; when all had their turn, divide the region anew."""
        if not self.parts:
            again = self.rng if self.state.is_planned else None
            self.parts = [
                piece
                for part in divide(self.posts, self.size.most, again)
                for piece in self.size.pieces(at_home(self.posts, part))
            ]
            self.rng.shuffle(self.parts)
        rows = self.parts.pop()
        part = self.state.part_of(rows)
        start, known = part.inward(self.state.grid), self.state.known_of(part)
        seconds = max(1.0, min(MOST_SECONDS, self._left()))
        return PlanPart(part, self.state.whole_of(rows), start, known, seconds)

    def _hear(self, answer: Planned | Raised | Weighed) -> None:
        if isinstance(answer, Planned):
            self.counts["parts"] += 1
            better = self.state.take(answer)
            self.counts["parts_better"] += better
            if answer.seen:
                self.state.learn(answer.seen, settled=True)
        else:
            before, was_begun = self.bounding.bound, self.state.is_begun
            self.bounding.hear(answer)
            if not was_begun and self.state.is_begun:
                self.state.draw(self.rng)
                self.parts = []
            better = self.bounding.bound > before
        if better and self.state.is_planned:
            self._tell()

    def _tell(self) -> None:
        objective, seconds = self.state.objective, self._clock()
        self.history.append(Moment(seconds, objective, self.bound))
        if self.progress:
            self.progress(seconds, objective, self.bound, gap_between(objective, self.bound))
