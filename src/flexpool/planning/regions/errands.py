"""What can be done elsewhere: errands that carry all they need and can be done again when lost.

Each is a small value that travels to another process or machine, with a method that does the work
there and gives a small value back. None of them leaves anything behind.
"""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from flexpool.planning.constraints.constraint import Finding
from flexpool.planning.prices.ascent import Ascent
from flexpool.planning.prices.cover import Cover, Floats, Ints
from flexpool.planning.problem import Problem
from flexpool.planning.regions.parts import Part
from flexpool.planning.regions.planning_part import judged_rows, plan_part
from flexpool.planning.regions.prices.cheapest import Prices
from flexpool.planning.regions.prices.seen import Rosters, Seen, together
from flexpool.planning.scoring import judge
from flexpool.planning.solution import Grid, Roster


@dataclass(frozen=True)
class Planned:
    """New rosters of a part: slots of the region, and the price of each row as judged.

    `seen` are more rosters of its workers that seem good; None when there are none.
    """

    rows: Ints
    grid: Grid
    prices: Ints
    seconds: float
    seen: Rosters | None = None


@dataclass(frozen=True)
class PlanPart:
    """Plan some workers anew around what all others do.

    Parameters
    ----------
    part
        The workers with what the others leave.
    whole
        The same part with what column generation does not know; None when it knows all.
    start
        What they have now, in slots of the part.
    known
        Rosters that seem good, in rows and slots of the part.
    seconds
        The most wall time.
    """

    part: Part
    whole: Problem | None
    start: Grid
    known: Rosters
    seconds: float

    def __call__(self) -> Planned:
        """Plan, and judge every row."""
        began = time.process_time()
        grid = plan_part(self.part.problem, self.start, self.known, self.seconds)
        grid, prices = judged_rows(self.part.problem, self.whole, grid, self.start)
        spent = time.process_time() - began
        return Planned(self.part.rows, self.part.outward(grid), prices, spent)


@dataclass(frozen=True)
class Raised:
    """Better prices of these slots, the bound at them, and the cheapest rosters on the way."""

    slots: Ints
    duals: Floats
    value: float
    rosters: Rosters
    seconds: float


@dataclass(frozen=True)
class RaisePrices:
    """Raise the bound by the prices of a zone, those around it as they are.

    Parameters
    ----------
    parts
        Everybody who can work in the zone, in batches.
    cover, slots
        The demand of the zone, and the region's numbers of its slots.
    duals
        The prices of all slots of the region, day × slot.
    rounds, seconds, first_step
        How long; and how far the prices move at first, of what one place is worth.
    threads
        Batches answered at a time, as far as this machine has cores: more than one where other
        processes have nothing to do yet.
    """

    parts: tuple[Part, ...]
    cover: Cover
    slots: Ints
    duals: Floats
    rounds: int
    seconds: float
    first_step: float
    threads: int = 1

    def __call__(self) -> Raised:
        """Raise the bound."""
        with ThreadPoolExecutor(min(self.threads, os.cpu_count() or 1)) as threads:
            return self._raise(threads)

    def _raise(self, threads: ThreadPoolExecutor) -> Raised:
        began, cpu = time.perf_counter(), time.process_time()
        batches = [(Prices(part), Seen(part)) for part in self.parts]
        duals = self.duals.copy()

        def evaluate(inside: Floats) -> tuple[float, Ints]:
            duals[:, self.slots] = inside
            value, asked = self.cover.worth(inside)
            staffed = np.zeros(duals.shape, dtype=np.int64)
            answers = threads.map(lambda batch: batch[0].cheapest(duals), batches)
            for (batch, seen), found in zip(batches, answers, strict=True):
                batch.count(found, staffed)
                seen.note(found)
                value += found.least
            return value, np.where(self.cover.asked, asked - staffed[:, self.slots], 0)

        def share_spent() -> float:
            return (time.perf_counter() - began) / self.seconds

        start, clipped = self.duals[:, self.slots], self.cover.clipped
        ascent = Ascent(start, evaluate, clipped, self.cover.scale)
        ascent.climb(self.rounds, share_spent, self.first_step)
        rosters = together([seen.kept(ascent.shares) for _, seen in batches])
        return Raised(self.slots, ascent.duals, ascent.value, rosters, time.process_time() - cpu)


@dataclass(frozen=True)
class Weighed:
    """What the cheapest rosters of some workers cost together."""

    least: float
    seconds: float


@dataclass(frozen=True)
class Weigh:
    """Find the cheapest roster of each worker of a part at given prices, exactly."""

    part: Part
    duals: Floats

    def __call__(self) -> Weighed:
        """Price the part; the sum is rounded down by what floating-point dust could add."""
        began = time.process_time()
        wide = np.zeros((self.part.problem.days, int(self.part.slots.max()) + 1))
        wide[:, self.part.slots] = self.duals
        least = Prices(self.part).cheapest(wide).least
        return Weighed(least - 1e-6 * len(self.part.rows), time.process_time() - began)


@dataclass(frozen=True)
class Judged:
    """What the one judge says of a part: penalties, and the first breach in words."""

    objective: int
    breach: str
    seconds: float


@dataclass(frozen=True)
class Judge:
    """Let the one judge judge a part."""

    part: Part
    grid: Grid

    def __call__(self) -> Judged:
        """Judge."""
        began = time.process_time()
        score = judge(self.part.problem, Roster(self.grid))
        breach = _in_words(score.breaches[0], self.part) if score.breaches else ""
        return Judged(score.objective, breach, time.process_time() - began)


def _in_words(breach: Finding, part: Part) -> str:
    """Name the constraint, and who or what and when."""
    who = breach.about if breach.worker is None else part.problem.workers[breach.worker].id
    when = "" if breach.day is None else f", day {breach.day}"
    return f"{breach.constraint} ({who}{when})"


__all__ = ["Judge", "Judged", "PlanPart", "Planned", "RaisePrices", "Raised", "Weigh", "Weighed"]
