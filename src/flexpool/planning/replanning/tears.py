"""Which places came short, or over, by a change of problem or roster."""

from __future__ import annotations

import numpy as np

from flexpool.planning.problem import Problem, Tables
from flexpool.planning.problem.tables import Ints
from flexpool.planning.replanning.search import Place
from flexpool.planning.solution import Roster, staffed


def torn(
    before: Problem, old: Roster, after: Problem, new: Roster
) -> tuple[list[Place], list[Place]]:
    """Give the places that are newly short and newly over, once for each worker.

    What was short or over before, and was left so, is not the change's to mend.
    """
    short, over = _outside(after.tables, new)
    had_short, had_over = _outside(before.tables, old)
    for slot, name in enumerate(after.tables.slots):
        known = before.tables.slot_number.get(name)
        if known is not None:
            short[:, slot] -= had_short[:, known]
            over[:, slot] -= had_over[:, known]
    return _places(short), _places(over)


def _outside(tables: Tables, roster: Roster) -> tuple[Ints, Ints]:
    """Give how many are short and how many are over, day × slot, where that costs or is barred."""
    counts = staffed(tables, roster.grid)
    wanted = np.maximum(tables.minimum, np.where(tables.under_weight > 0, tables.optimum, 0))
    priced = np.where(tables.over_weight > 0, tables.optimum, tables.maximum)
    most = np.minimum(tables.maximum, priced)
    return np.maximum(wanted - counts, 0), np.maximum(counts - most, 0)


def _places(amounts: Ints) -> list[Place]:
    return [
        (int(day), int(slot))
        for day, slot in np.argwhere(amounts > 0)
        for _ in range(int(amounts[day, slot]))
    ]
