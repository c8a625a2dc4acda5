"""Kinds that are interchangeable in a roster, and what the day after must know of them.

Kinds that differ in nothing but their cover form one class: on each day the best of them serves
for all. Classes after which the same kinds may follow share one memory: on the day after nobody
needs to know which of them it was.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flexpool.planning.problem import Contract, Problem
from flexpool.planning.solvers.column_generation.pricing.runs import Ints, Run, run_of
from flexpool.planning.solvers.column_generation.pricing.untold import told_part


@dataclass(frozen=True)
class Classes:
    """Classes of kinds and their memories.

    Parameters
    ----------
    slots
        The slots of each class.
    memory
        The memory that each class leaves.
    after
        Per class, the memories after which it may be worked on the next day.
    kind_runs
        Per memory: days in a row on its kind.
    """

    slots: tuple[Ints, ...]
    memory: tuple[int, ...]
    after: tuple[frozenset[int], ...]
    kind_runs: tuple[Run, ...]

    def has_own_run(self, memory: int) -> bool:
        """Whether days in a row on its kind are counted; such a memory has one class."""
        run = self.kind_runs[memory]
        return run.cap > 1 or not run.loops

    @property
    def of_memory(self) -> tuple[tuple[int, ...], ...]:
        """The classes of each memory."""
        return tuple(
            tuple(number for number, own in enumerate(self.memory) if own == memory)
            for memory in range(len(self.kind_runs))
        )


def classes_of(problem: Problem, contract: Contract, tracked: int) -> Classes:
    """Divide the slots of a problem for workers on a contract; `tracked` is a kind kept apart."""
    tables = problem.tables
    slots = _slots(problem, contract, tracked)
    kinds = [int(tables.slot_kind[members[0]]) for members in slots]
    runs = [run_of(told_part(contract.kind_run.get(problem.kinds[kind].id))) for kind in kinds]
    keys = [
        (kind if run.cap > 1 or not run.loops else -1, tables.may_follow[kind].tobytes())
        for kind, run in zip(kinds, runs, strict=True)
    ]
    memories = list(dict.fromkeys(keys))
    memory = tuple(memories.index(key) for key in keys)
    first = [memory.index(number) for number in range(len(memories))]
    after = tuple(
        frozenset(
            number for number, source in enumerate(first) if tables.may_follow[kinds[source], kind]
        )
        for kind in kinds
    )
    return Classes(slots, memory, after, tuple(runs[source] for source in first))


def _slots(problem: Problem, contract: Contract, tracked: int) -> tuple[Ints, ...]:
    tables = problem.tables
    together: dict[object, list[int]] = {}
    for slot, kind in enumerate(tables.slot_kind):
        own_run = contract.kind_run.get(problem.kinds[kind].id)
        key = (
            int(kind) if own_run or kind == tracked else -1,
            int(tables.slot_minutes[slot]),
            tables.may_follow[kind].tobytes(),
            tables.may_follow[:, kind].tobytes(),
        )
        together.setdefault(key, []).append(slot)
    return tuple(np.array(members) for members in together.values())
