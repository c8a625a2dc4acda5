"""Lays out the rules of groups of workers, and the terms of each, as arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import Problem
from flexpool.planning.regions.rows.automaton import UNKNOWN, Automaton, Floats, Ints, Terms
from flexpool.planning.solvers.column_generation.pricing.automaton import groups_of
from flexpool.planning.solvers.column_generation.pricing.forward import first_layer
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


def pricings_of(problem: Problem) -> list[Pricing] | None:
    """Give the groups of a problem; None when rows cannot be planned this way.

    All must divide the kinds in the same classes, and no kind may have a maximum of its own.
    """
    contracts = [worker.contract for worker in problem.workers]
    if any(contract.per_kind or contract.kind_run for contract in contracts):
        return None
    found = [Pricing(problem, group, np.float64) for group in groups_of(problem)]
    same = [_parts(pricing) == _parts(found[0]) for pricing in found]
    return found if all(same) else None


def _parts(pricing: Pricing) -> list[list[int]]:
    return [slots.tolist() for slots in pricing.group.classes.slots]


def automaton_of(pricings: Sequence[Pricing]) -> Automaton:
    """Put what holds for the groups in arrays."""
    first = pricings[0]
    days = range(first.days)
    return Automaton(
        then=padded([_then(one) for one in pricings], -1.0).astype(np.int64),
        units=np.array([one.group.units for one in pricings]),
        sizes=np.array([_sizes(one) for one in pricings]),
        span=np.array([_span(one) for one in pricings]),
        half=np.array([one.group.half_weekend for one in pricings]),
        adds=np.array([0 if first.is_second_half(d) else first.new_weekend(d) for d in days]),
        is_second=np.array([first.is_second_half(day) for day in days]),
    )


def terms_of(pricings: Sequence[Pricing], workers: int) -> Terms:
    """Put what holds for each worker in arrays."""
    group, order = np.zeros(workers, np.int64), np.zeros(workers, np.int64)
    for number, pricing in enumerate(pricings):
        group[pricing.group.workers] = number
    order[np.concatenate([one.group.workers for one in pricings])] = np.arange(workers)

    def each(value: Callable[[Pricing], npt.ArrayLike], fill: float = 0.0) -> Floats:
        rows = [row for one in pricings for row in np.asarray(value(one), dtype=float)]
        return np.ascontiguousarray(padded(rows, fill)[order])

    return Terms(
        group=group,
        start=each(_starts).astype(np.int64),
        leaves=each(_leaves),
        each=each(_each),
        off=each(lambda one: one.off_cost),
        end=each(lambda one: one.group.end[0].transpose(2, 0, 1), np.inf),
        more_weekends=each(lambda one: _beyond(one, one.group.beyond.weekends)),
        more_units=each(lambda one: _beyond(one, one.group.beyond.units)),
    )


def padded(parts: Sequence[Floats], fill: float) -> Floats:
    """Put arrays of unequal size on top of each other."""
    shape = np.max([part.shape for part in parts], axis=0).astype(int)
    found = np.full((len(parts), *shape), fill)
    for number, part in enumerate(parts):
        inside: tuple[int | slice, ...] = (number, *map(slice, part.shape))
        found[inside] = part
    return found


def _first_off(pricing: Pricing) -> int:
    return len(pricing.group.classes.kind_runs) * pricing.group.work.cap


def _then(pricing: Pricing) -> Floats:
    group, first = pricing.group, _first_off(pricing)
    longest, rests = group.work.cap, group.off.cap
    found = np.full((1 + first + rests, 1 + len(group.classes.slots)), -1.0)
    found[: 1 + first, 0] = first
    for run in range(rests):
        is_last = run == rests - 1
        if not is_last or group.off.loops:
            found[1 + first + run, 0] = first + min(run + 1, rests - 1)
    for one, memory in enumerate(group.classes.memory):
        found[0, 1 + one] = found[1 + first :, 1 + one] = memory * longest
        for earlier in group.classes.after[one]:
            for run in range(longest if group.work.loops else longest - 1):
                later = memory * longest + min(run + 1, longest - 1)
                found[1 + earlier * longest + run, 1 + one] = later
    return found


def _sizes(pricing: Pricing) -> list[int]:
    group, first = pricing.group, _first_off(pricing)
    return [first, first + group.off.cap, group.most_weekends, group.most_units]


def _span(pricing: Pricing) -> list[list[int]]:
    found, least = [], pricing.least_units
    for day in range(pricing.days):
        band = pricing.band(day, least)
        found.append([band.start, band.stop - 1, pricing.weekends(day).stop - 1])
    return found


def _starts(pricing: Pricing) -> Ints:
    """Give the state of each worker on the eve."""
    if not pricing.group.knows_history:
        return np.full(pricing.count, UNKNOWN, dtype=np.int64)
    layer = first_layer(pricing)
    states = np.concatenate([layer.work.reshape(-1, *layer.off.shape[1:]), layer.off])
    begins: Ints = states[:, 0, 0, 0].argmin(axis=0)
    return begins


def _leaves(pricing: Pricing) -> Floats:
    memories = len(pricing.group.classes.kind_runs)
    ends = [pricing.endings(day) for day in range(pricing.days)]
    found = [np.concatenate([np.tile(one.work, (memories, 1)), one.off]) for one in ends]
    return np.array(found).transpose(2, 0, 1)


def _each(pricing: Pricing) -> Floats:
    group = pricing.group
    work = np.tile(group.work.each_day, (len(group.classes.kind_runs), 1))
    return np.concatenate([work, group.off.each_day]).T


def _beyond(pricing: Pricing, price: Floats | None) -> Floats:
    return np.full(pricing.count, np.inf) if price is None else price
