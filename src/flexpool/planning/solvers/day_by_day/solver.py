"""Day by day as a solver: a first roster within seconds, a little better with each sweep."""

from __future__ import annotations

import numpy as np

from flexpool.planning.constraints import registry
from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.day_by_day.days import Days

__all__ = ["EXPRESSES", "solve"]

EXPRESSES = frozenset(
    name
    for name, constraint in registry.BY_ID.items()
    if (constraint.judge_worker or name.startswith("cover.")) and name != "worktime.lawful"
)
"""Cover, and whatever the judge sees in one row; the law takes the judge too long for this."""
MOST_SWEEPS, LEAST_GAIN = 6, 0.05
"""After a sweep that gains a smaller share, whoever follows gains more in the time of the next."""


def solve(referee: Referee, seed: int, workers: int, start: Roster | None = None) -> None:
    """Make a roster and sweep over its days while that helps.

    Parameters
    ----------
    referee
        Holds problem, time and the best roster so far.
    seed
        Of the order of days.
    workers
        Not used: days follow each other.
    start
        Proposed as it is.
    """
    if start is not None:
        referee.propose_start(start)
    days, rng = Days(referee), np.random.default_rng(seed)
    if not days.forward():
        return
    cost = days.propose()
    for _ in range(MOST_SWEEPS):
        is_whole = days.sweep(rng)
        before, cost = cost, days.propose()
        pays = cost < before and before - cost >= LEAST_GAIN * before
        if not pays or not is_whole:
            return
