"""The one call `solve`, and the line-up of solvers behind it."""

from flexpool.planning.solve.call import SOLVERS, Params, solve
from flexpool.planning.solve.first_use import must_compile
from flexpool.planning.solve.lineup import UnableToSolve

__all__ = ["SOLVERS", "Params", "UnableToSolve", "must_compile", "solve"]
