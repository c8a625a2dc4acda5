"""Column generation: a column is one whole roster of one worker, priced by dynamic programming."""

from flexpool.planning.solvers.column_generation.solver import EXPRESSES, IN_TABLES, solve

__all__ = ["EXPRESSES", "IN_TABLES", "solve"]
