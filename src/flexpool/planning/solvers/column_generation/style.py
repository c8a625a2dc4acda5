"""How a search divides its time, and how carefully it dives."""

from __future__ import annotations

from dataclasses import dataclass

from flexpool.planning.solvers.column_generation.dive import Pace

Paces = tuple[tuple[int, Pace], ...]
"""By how many fixings a dive takes: from careful to fast."""


@dataclass(frozen=True)
class Style:
    """How the time is divided.

    Parameters
    ----------
    root, dive
        Share of the time after which the bound, and the first rosters, must be done.
    is_careful
        Whether a careful dive follows the rough one.
    goes_on
        Whether a roster that another solver has is enough to begin with, where cover must hold.
    alone
        Share of the root's time for the tables alone, where there are rules beside them.
    """

    root: float
    dive: float
    is_careful: bool
    goes_on: bool = False
    alone: float = 0.5

    def pace(self, must_hold: bool, workers: int, per_round: float, left: float) -> Pace | None:
        """Give the most careful pace for so many workers in the seconds left; None for none.

        Parameters
        ----------
        must_hold
            Whether cover must hold.
        workers, per_round, left
            How many there are, the seconds that one round of pricing takes, and those there are.
        """
        if not self.is_careful:
            return None
        for steps, pace in BRISK if must_hold else PACES:
            if min(steps, workers) * pace.rounds * per_round < left:
                return pace
        return None


THOROUGH = Style(0.5, 0.75, is_careful=True, alone=0.8)
HASTY = Style(0.1, 0.2, is_careful=False)
ONWARD = Style(0.1, 0.2, is_careful=False, goes_on=True)
ROUGH = Pace(0.3, 1, 0.05)
PACES: Paces = (
    (60, Pace(0.04, 8, 0.001, tries=2)),
    (25, Pace(0.08, 5, 0.002, tries=1, regret=0.004)),
    (10, Pace(0.2, 3, 0.005)),
)
BRISK: Paces = (
    (80, Pace(0.08, 4, 0.002)),
    (32, Pace(0.12, 4, 0.002, nearly=0.35)),
    (20, Pace(0.25, 2, 0.005, nearly=0.35)),
)
"""Where cover must hold: the last to be fixed fall short anyhow, which neighbourhoods mend."""
