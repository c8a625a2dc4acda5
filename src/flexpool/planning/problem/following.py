"""What may be worked on the day after what."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem.demand import MINUTES_PER_DAY, Kind

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def may_follow(kinds: Sequence[Kind], rest_minutes: int) -> Bools:
    """Give kind × kind: the second may be worked on the day after the first."""
    may = np.ones((len(kinds), len(kinds)), dtype=bool)
    number = {kind.id: row for row, kind in enumerate(kinds)}
    timed = np.array([kind.starts is not None for kind in kinds], dtype=bool)
    starts: Ints = np.array([kind.starts or 0 for kind in kinds], dtype=np.int64)
    ends: Ints = np.array([kind.ends or 0 for kind in kinds], dtype=np.int64)
    rest = starts[None, :] + MINUTES_PER_DAY - ends[:, None]
    may[(rest < rest_minutes) & timed[:, None] & timed[None, :]] = False
    for row, first in enumerate(kinds):
        may[row, [number[then] for then in first.not_next_day]] = False
    return may


def anything_may_follow(kinds: Sequence[Kind], rest_minutes: int) -> bool:
    """Tell whether nothing bars anything the day after, without laying out all pairs."""
    timed = [kind for kind in kinds if kind.starts is not None]
    if timed:
        first = min(kind.starts or 0 for kind in timed)
        last = max(kind.ends or 0 for kind in timed)
        if first + MINUTES_PER_DAY - last < rest_minutes:
            return False
    return not any(kind.not_next_day for kind in kinds)
