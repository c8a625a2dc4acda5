"""The whole problem as one model for OR-Tools' CP-SAT."""

from flexpool.planning.solvers.cpsat.solver import EXPRESSES, solve

__all__ = ["EXPRESSES", "solve"]
