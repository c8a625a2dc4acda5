"""Where a roster stands on the eve of the days that are planned: in a run that goes on, or off."""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Ints
from flexpool.planning.solvers.column_generation.pricing.layer import Layer
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


def nowhere(pricing: Pricing) -> Layer:
    """Give a layer in which no state can be."""
    group, precision = pricing.group, pricing.precision
    shape = (
        group.most_tracked + 1,
        group.most_weekends + 1,
        group.most_units + 1,
        len(group.workers),
    )
    work = np.full((len(pricing.blocks), group.work.cap, *shape), np.inf, dtype=precision)
    return Layer(work, np.full((group.off.cap, *shape), np.inf, dtype=precision))


def eve_of(pricing: Pricing, before: Ints) -> Layer:
    """Give the layer after the days before, of which the classes are known; -1 is a day off."""
    layer, group = nowhere(pricing), pricing.group
    for number, row in enumerate(before.tolist()):
        last = row[-1]
        if last < 0:
            off = min(_off_run(pricing, number, row), group.off.cap)
            layer.off[off - 1, 0, 0, 0, number] = 0.0
            continue
        memory = group.classes.memory[last]
        kind, work = _work_runs(pricing, number, row)
        length = min(kind, group.classes.kind_runs[memory].cap)
        block = pricing.first_block[memory] + length - 1
        layer.work[block, min(work, group.work.cap) - 1, 0, 0, 0, number] = 0.0
    return layer


def _off_run(pricing: Pricing, number: int, row: list[int]) -> int:
    days = next((back for back, one in enumerate(reversed(row)) if one >= 0), len(row))
    history = pricing.problem.workers[pricing.group.workers[number]].history
    return days + (history.off_run if history and days == len(row) else 0)


def _work_runs(pricing: Pricing, number: int, row: list[int]) -> tuple[int, int]:
    """Give the days in a row on the last kind, and at work."""
    memory_of, memory = pricing.group.classes.memory, pricing.group.classes.memory[row[-1]]
    same = (back for back, one in enumerate(reversed(row)) if one < 0 or memory_of[one] != memory)
    kind = next(same, len(row))
    work = next((back for back, one in enumerate(reversed(row)) if one < 0), len(row))
    history = pricing.problem.workers[pricing.group.workers[number]].history
    if history is None:
        return kind, work
    if kind == len(row) and history.kind and _is_memory(pricing, history.kind, memory):
        kind += history.kind_run
    return kind, work + (history.work_run if work == len(row) else 0)


def _is_memory(pricing: Pricing, kind: str, memory: int) -> bool:
    problem, classes = pricing.problem, pricing.group.classes
    number = problem.tables.kind_number[kind]
    return any(
        own == memory and number in problem.tables.slot_kind[slots]
        for own, slots in zip(classes.memory, classes.slots, strict=True)
    )
