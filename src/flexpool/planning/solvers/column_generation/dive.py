"""From a mix of columns to whole rosters: fix what is nearly whole, price again, go on.

Small batches and fresh columns after each matter more than speed: what was fixed changes which
rosters are worth having for the others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from flexpool.planning.solvers.column_generation.generate import Effort, generate, keep_out
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Part

WHOLE = 0.999


@dataclass(frozen=True)
class Pace:
    """How carefully to dive.

    Parameters
    ----------
    batch
        Largest share of the free workers fixed at once, when their columns are nearly whole.
    rounds
        Most pricings after each fixing.
    gap
        Stop pricing when the mix is within this share of its bound.
    nearly
        From which share on a column is nearly whole.
    tries, regret
        How many other columns to try when fixing one makes the mix dearer by more than this share.
    """

    batch: float = 0.04
    rounds: int = 12
    gap: float = 0.0005
    tries: int = 0
    regret: float = 0.002
    nearly: float = 0.75


def dive(
    master: Master,
    columns: Columns,
    stop: Callable[[], bool],
    pace: Pace,
    cutoff: float,
    within: Part | None = None,
) -> bool:
    """Fix a column for every free worker, on open days; give whether all came below the cutoff."""
    fixing = _Fixing(master, pace)
    while True:
        free = master.free()
        if not free.any():
            return master.solve() < cutoff - 0.5
        part = within.only(free) if within else Part(free)
        reached = generate(master, columns, stop, part, _effort(pace, cutoff, master))
        if stop():
            return False
        if fixing.is_regretted(reached.objective):
            continue
        if reached.objective > cutoff - 1 + 1e-6:
            return False
        if not fixing.tried and master.shrink():
            master.solve()
        chosen = batch_of(master, master.shares(), free, pace)
        if not len(chosen):
            return False
        if not keep_out(master, columns, chosen):
            fixing.fix(chosen, reached.objective)


class _Fixing:
    """What was fixed last, and whether something else would have been better.

    A fixing after which the mix costs much more is undone and its column barred, and the next is
    tried; when all tries cost much, the cheapest of them stands. Several columns fixed together
    are nearly whole and stand without a second thought.
    """

    def __init__(self, master: Master, pace: Pace) -> None:
        self.master, self.pace = master, pace
        self.before = np.inf
        self.chosen: Ints = np.empty(0, dtype=np.int64)
        self.tried: list[tuple[float, int]] = []
        self.settled = True

    def fix(self, chosen: Ints, objective: float) -> None:
        """Fix columns, in a mix that costs so much."""
        if not self.tried:
            self.before = objective
        self.chosen, self.settled = chosen, False
        for column in chosen:
            self.master.fix(int(column))

    def is_regretted(self, objective: float) -> bool:
        """Take the last fixing back when it cost too much; the mix must then be made anew."""
        if self.settled:
            return False
        self.settled = True
        cheap = objective - self.before <= self.pace.regret * max(1.0, abs(self.before))
        if cheap or len(self.chosen) > 1 or not self.pace.tries:
            self._done()
            return False
        column = int(self.chosen[0])
        self.tried.append((objective, column))
        self.master.release(int(self.master.worker[column]))
        if len(self.tried) <= self.pace.tries:
            self.master.bar(column)
            return True
        best = min(self.tried)[1]
        self._done()
        self.master.fix(best)
        return True

    def _done(self) -> None:
        for _, column in self.tried:
            self.master.allow(column)
        self.tried = []


def _effort(pace: Pace, cutoff: float, master: Master) -> Effort:
    """Give how far to price after a fixing; the gap is a share of what the roster may cost."""
    scale = cutoff if np.isfinite(cutoff) else max(1.0, master.objective)
    gap, hopeless = pace.gap * scale, cutoff - 1 + 1e-6
    return Effort(gap=gap, most_rounds=pace.rounds, per_worker=3, hopeless=hopeless)


def batch_of(master: Master, shares: Floats, free: npt.NDArray[np.bool_], pace: Pace) -> Ints:
    """Choose the columns to fix: all that are whole, some that are nearly so, or the largest."""
    possible = np.nonzero(free[master.worker] & (shares > 1e-6) & master.fits)[0]
    if not len(possible):
        return possible
    order = possible[np.argsort(-shares[possible], kind="stable")]
    whole = order[shares[order] >= WHOLE]
    most = max(1, int(pace.batch * free.sum()))
    nearly = order[(shares[order] >= pace.nearly) & (shares[order] < WHOLE)][:most]
    chosen = np.concatenate([whole, nearly])
    return chosen if len(chosen) else order[:1]
