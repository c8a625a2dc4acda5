"""Column generation that goes on from a roster at once, where cover must hold: no dive, only parts.

On a large problem haste spends its time on a dive that falls short of cover; on one of some twenty
workers a month that dive is worth its time.
"""

from __future__ import annotations

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation import solver
from flexpool.planning.solvers.column_generation.solver import EXPRESSES
from flexpool.planning.solvers.column_generation.style import ONWARD

__all__ = ["EXPRESSES", "solve"]


def solve(referee: Referee, seed: int, workers: int, start: Roster | None = None) -> None:
    """Plan parts anew until the referee says stop."""
    solver.solve(referee, seed, workers, start, ONWARD)
