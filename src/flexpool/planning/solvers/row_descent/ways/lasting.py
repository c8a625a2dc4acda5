"""Row descent that lasts: colder and colder for all the time, however little is gained.

For large problems: their columns find little more, or are too many for the tables.
"""

from __future__ import annotations

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent import solver
from flexpool.planning.solvers.row_descent.solver import EXPRESSES

__all__ = ["EXPRESSES", "solve"]


def solve(referee: Referee, seed: int, workers: int, start: Roster | None = None) -> None:
    """Plan rows until the referee says stop."""
    solver.solve(referee, seed, workers, start, lasts=True)
