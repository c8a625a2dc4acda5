"""Column generation in haste: a short root, a rough dive, then neighbourhoods for all the time.

Beside a thorough search it finds good rosters of problems whose bound takes most of the time.
"""

from __future__ import annotations

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation import solver
from flexpool.planning.solvers.column_generation.solver import EXPRESSES
from flexpool.planning.solvers.column_generation.style import HASTY

__all__ = ["EXPRESSES", "solve"]


def solve(referee: Referee, seed: int, workers: int, start: Roster | None = None) -> None:
    """Search in haste until the referee says stop."""
    solver.solve(referee, seed, workers, start, HASTY)
