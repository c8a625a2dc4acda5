"""A way out of everything that a row clashes with at once: not the cheapest, but soon a row."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from flexpool.planning.problem import OFF
from flexpool.planning.solvers.column_generation.beside.branches import Branch
from flexpool.planning.solvers.column_generation.beside.clash import Bools, Clash, Way
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats
from flexpool.planning.solvers.column_generation.pricing.runs import Cells


def mended(
    branch: Branch, cells: Cells, clashes: Iterable[Clash], paid: Floats, is_open: Bools
) -> Branch | None:
    """Give the branch that goes the way that loses least for each clash; None where none is left.

    Parameters
    ----------
    branch, cells, clashes
        Where it was priced, the row that came of it, and what that breaks.
    paid
        Day × slot: what is paid for work.
    is_open
        Marks the days that are planned.
    """
    taken: list[Way] = []
    for clash in clashes:
        ways = [way for way in clash.ways() if is_open[way.days].all()]
        if np.isinf(clash.cost) and not ways:
            return None
        if ways and not any(_is_out(way, taken) for way in ways):
            taken.append(min(ways, key=lambda way: _loss(way, cells, paid)))
    return branch.going(taken) if taken else None


def _is_out(way: Way, taken: list[Way]) -> bool:
    """Whether a way that is taken changes one of the same days."""
    return any(set(way.days) & set(other.days) for other in taken)


def _loss(way: Way, cells: Cells, paid: Floats) -> float:
    """Give what is lost of what is paid, at least."""
    lost = 0.0
    for day, barred in way.barred:
        held = float(paid[day, cells[day]]) if cells[day] != OFF else 0.0
        is_barred = cells[day] == OFF if way.must else cells[day] != OFF and barred[cells[day]]
        if is_barred or way.must:
            others = paid[day, ~barred]
            floor = -np.inf if way.must else 0.0
            lost += held - max(floor, float(others.max(initial=floor)))
    return lost
