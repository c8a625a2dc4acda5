"""The bound of the prices as a solver: it proves, and makes no roster."""

from __future__ import annotations

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent.board import scene_of
from flexpool.planning.solvers.row_descent.first_rows import lead
from flexpool.planning.solvers.row_descent.lagrangian.market import Market
from flexpool.planning.solvers.row_descent.solver import EXPRESSES
from flexpool.planning.solvers.row_descent.ward import suits, ward_of

__all__ = ["EXPRESSES", "solve"]

PASSES, SHARE = 20_000, 0.3
"""Over all workers, and of the time, at most: the rest is worth more for the search."""


def solve(referee: Referee, seed: int, workers: int, start: Roster | None = None) -> None:
    """Raise the bound for a share of the time; nothing when the problem does not suit.

    Parameters
    ----------
    referee
        Holds problem and time; told of bounds.
    seed, workers, start
        Not used: prices are led by all workers at once, and by no roster.
    """
    if not suits(referee.problem):
        return
    ward = ward_of(referee.problem)
    lead(Market(ward, scene_of(referee.problem, ward)), referee, PASSES, SHARE)
