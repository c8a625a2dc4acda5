"""What takes time at the first region on a computer only: compiling the loops of rows and zones."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import is_kept
from flexpool.planning.regions.rows.answers import Answers, answer
from flexpool.planning.regions.rows.places import pricings_of
from flexpool.planning.regions.settling.moves import put_right
from flexpool.planning.regions.settling.zone import Zone
from flexpool.planning.solvers.column_generation import first_use


def must_compile() -> bool:
    """Say whether the first region planned on this computer begins with compiling."""
    return first_use.must_compile() or not (is_kept(put_right) and is_kept(answer))


def compile_first() -> None:
    """Compile what regions need, once on a computer: other processes then find it there."""
    if not must_compile():
        return
    first_use.compile_first()
    problem = first_use.two_for_one_shift()
    pricings = pricings_of(problem)
    assert pricings is not None
    Answers(problem, pricings).at(np.zeros((2, 1)))
    Zone(problem, pricings, 0).settle(1e-9)
