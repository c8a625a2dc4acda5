"""What takes time at the first use on a computer only, so that people can be told beforehand."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import ModuleType

from flexpool.planning.compiled import is_kept
from flexpool.planning.problem import Problem
from flexpool.planning.solve.lineup import LEAD, ROWS, choose
from flexpool.planning.solve.loading import FOLDER

LAST_COMPILED = "moves.chains", "untangle"


def must_compile(problem: Problem, wish: str = "auto", workers: int = 1) -> bool:
    """Say whether a search on a problem begins with compiling: half a minute, once.

    Parameters
    ----------
    problem, wish, workers
        What is planned, the solver wished for, and how many search: more of them ask more solvers.

    Raises
    ------
    UnableToSolve
        When no solver wished for knows all constraints.
    """
    able = choose(problem, wish, workers)
    if LEAD in able and _of_columns().must_compile():
        return True
    module, name = LAST_COMPILED
    return ROWS in able and not is_kept(
        getattr(importlib.import_module(f"{FOLDER}.{ROWS}.{module}"), name)
    )


def compile_first(able: Sequence[str]) -> None:
    """Compile what column generation needs where it takes part, before its processes do so each.

    Once on a computer it takes some ten seconds, which no search has to count.
    """
    if LEAD in able:
        _of_columns().compile_first()


def _of_columns() -> ModuleType:
    return importlib.import_module(f"{FOLDER}.{LEAD}.first_use")
