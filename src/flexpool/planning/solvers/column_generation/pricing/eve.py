"""Where a roster stands on the eve of the days that are planned: in a run that goes on, or off."""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Ints
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import UNKNOWN
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


def starts_of(pricing: Pricing) -> Ints:
    """Give the state of each worker on the eve of the horizon, from the history."""
    group, problem = pricing.group, pricing.problem
    found = np.full(len(group.workers), UNKNOWN, dtype=np.int64)
    for number, row in enumerate(group.workers):
        history = problem.workers[row].history
        if history and history.kind:
            memory = _memory_of_kind(pricing, problem.tables.kind_number[history.kind])
            runs = max(history.kind_run, 1), max(history.work_run, 1)
            found[number] = pricing.state_at_work(memory, *runs)
        elif history:
            found[number] = pricing.state_off(max(history.off_run, 1))
    return found


def _memory_of_kind(pricing: Pricing, kind: int) -> int:
    kinds = pricing.problem.tables.slot_kind
    classes = pricing.group.classes
    for memory, slots in zip(classes.memory, classes.slots, strict=True):
        if kind in kinds[slots]:
            return memory
    raise AssertionError(f"kind {kind} has no class")


def eve_of(pricing: Pricing, before: Ints) -> Ints:
    """Give the states after the days before, of which the classes are known; -1 is a day off."""
    found = np.empty(len(before), dtype=np.int64)
    for number, row in enumerate(before.tolist()):
        if row[-1] < 0:
            found[number] = pricing.state_off(_off_run(pricing, number, row))
        else:
            memory = pricing.group.classes.memory[row[-1]]
            found[number] = pricing.state_at_work(memory, *_work_runs(pricing, number, row))
    return found


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
