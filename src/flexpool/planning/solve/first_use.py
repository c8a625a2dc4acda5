"""What takes time at the first use on a computer only, so that people can be told beforehand."""

from __future__ import annotations

import importlib

from flexpool.planning.problem import Problem
from flexpool.planning.solve.lineup import ROWS, choose
from flexpool.planning.solve.loading import FOLDER

LAST_COMPILED = "chains", "untangle"


def must_compile(problem: Problem, wish: str = "auto") -> bool:
    """Say whether a search on a problem begins with compiling: half a minute, once.

    Parameters
    ----------
    problem, wish
        What is planned, and the solver wished for.

    Raises
    ------
    UnableToSolve
        When no solver wished for knows all constraints.
    """
    if ROWS not in choose(problem, wish):
        return False
    module, name = LAST_COMPILED
    rows = importlib.import_module(f"{FOLDER}.{ROWS}.{module}")
    return not importlib.import_module(f"{FOLDER}.{ROWS}.compiled").is_kept(getattr(rows, name))
