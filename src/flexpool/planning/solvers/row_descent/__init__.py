"""Row descent: exact rows one by one beside the others, for long horizons and many workers."""

from flexpool.planning.solvers.row_descent.solver import EXPRESSES, solve

__all__ = ["EXPRESSES", "solve"]
