"""The forward pass of the pricing: a layer of cheapest ways per day."""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Floats
from flexpool.planning.solvers.column_generation.pricing.eve import nowhere
from flexpool.planning.solvers.column_generation.pricing.layer import Layer
from flexpool.planning.solvers.column_generation.pricing.program import Pricing
from flexpool.planning.solvers.column_generation.pricing.step import Step


def first_layer(pricing: Pricing) -> Layer:
    """Give the layer on the eve of the horizon: the history, or nowhere when it is unknown."""
    group, problem, eve = pricing.group, pricing.problem, nowhere(pricing)
    work, off = eve.work, eve.off
    if not group.knows_history:
        return eve
    for number, row in enumerate(group.workers):
        history = problem.workers[row].history
        assert history is not None
        if history.kind:
            memory = _memory_of_kind(pricing, problem.tables.kind_number[history.kind])
            j = min(max(history.kind_run, 1), group.classes.kind_runs[memory].cap) - 1
            r = min(max(history.work_run, 1), group.work.cap) - 1
            work[pricing.first_block[memory] + j, r, 0, 0, 0, number] = 0.0
        else:
            off[min(max(history.off_run, 1), group.off.cap) - 1, 0, 0, 0, number] = 0.0
    return eve


def _memory_of_kind(pricing: Pricing, kind: int) -> int:
    kinds = pricing.problem.tables.slot_kind
    classes = pricing.group.classes
    for memory, slots in zip(classes.memory, classes.slots, strict=True):
        if kind in kinds[slots]:
            return memory
    raise AssertionError(f"kind {kind} has no class")


def layers(pricing: Pricing, cost: Floats) -> list[Layer]:
    """Give a layer for the eve and each day; `cost` is day × class × worker, at the duals."""
    found = [pricing.around.eve if pricing.around else first_layer(pricing)]
    least = pricing.least_units
    for day, after in enumerate(_kept(pricing, found[0])):
        band = ..., pricing.weekends(day), pricing.band(day, least), slice(None)
        source = Layer(found[-1].work[band], found[-1].off[band])
        Step(pricing, source, day).write(Layer(after.work[band], after.off[band]), cost[day])
        found.append(after)
    return found


def _kept(pricing: Pricing, like: Layer) -> list[Layer]:
    """Give the layers to write in: those of the last time with as many workers, or new ones.

    They hold hundreds of megabytes; asking the system for them anew costs more than filling them.
    Outside its band a layer stays infinite.
    """
    count = len(pricing.group.workers)
    if count not in pricing.kept:
        for other in [size for size in pricing.kept if size != pricing.count]:
            del pricing.kept[other]
        pricing.kept[count] = [
            Layer(np.full_like(like.work, np.inf), np.full_like(like.off, np.inf))
            for _ in range(pricing.days)
        ]
    return pricing.kept[count]
