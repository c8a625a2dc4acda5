"""What takes time at the first use on a computer only, so that people can be told beforehand."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from types import ModuleType

from flexpool.planning.problem import Problem
from flexpool.planning.solve.lineup import LEAD, ROWS, choose
from flexpool.planning.solve.loading import FOLDER

COMPILED = (LEAD, ROWS)
"""The solvers with compiled loops."""


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
    return any(one.must_compile() for one in _taking_part(choose(problem, wish, workers)))


def compile_first(able: Sequence[str]) -> None:
    """Compile what the solvers that take part need, before their processes do so each.

    Once on a computer it takes some ten seconds each, which no search has to count.
    """
    for one in _taking_part(able):
        one.compile_first()


def _taking_part(able: Sequence[str]) -> list[ModuleType]:
    return [importlib.import_module(f"{FOLDER}.{one}.first_use") for one in COMPILED if one in able]
