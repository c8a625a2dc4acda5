"""What takes time at the first use on a computer only: compiling the loops that price."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import is_kept
from flexpool.planning.problem import Demand, Kind, Problem, Worker
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals
from flexpool.planning.solvers.column_generation.pricing.loops.cheapest import several


def must_compile() -> bool:
    """Say whether the first pricing on this computer begins with compiling."""
    return not is_kept(several)


def compile_first() -> None:
    """Compile what pricing needs, once on a computer: other processes then find it there."""
    if must_compile():
        problem = two_for_one_shift()
        Columns(problem).price(Duals(np.zeros((2, 1)), np.zeros((2, 1))), 1)


def two_for_one_shift() -> Problem:
    """Give a problem that takes no time."""
    kind, team = Kind("early", 480, 420, 900), (Worker("a"), Worker("b"))
    demands = (Demand(0, "early", optimum=1, under_weight=1),)
    return Problem("two for one shift", 2, (kind,), team, demands)
