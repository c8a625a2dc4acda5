"""Lays out the rules of groups of workers, and the terms of each, as arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from flexpool.planning.solvers.column_generation.pricing.eve import starts_of
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    Automaton,
    Floats,
    Ints,
    Terms,
)
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules, room_for
from flexpool.planning.solvers.column_generation.pricing.program import Pricing
from flexpool.planning.solvers.column_generation.pricing.ways import (
    links_of,
    memories_of,
    sets_of,
    steps_of,
)


def rules_of(pricing: Pricing) -> Rules:
    """Give the rules of a group, laid out once, with room that all its parts share."""
    if pricing.rules is None:
        automaton = automaton_of([pricing])
        terms = terms_of([pricing], pricing.group.workers)
        pricing.rules = Rules(automaton, terms, room_for(automaton))
    return pricing.rules


def automaton_of(pricings: Sequence[Pricing]) -> Automaton:
    """Put what holds for the groups in arrays."""
    first = pricings[0]
    days = range(first.days)
    steps = [steps_of(one) for one in pricings]
    count = max(len(one.group.classes.kind_runs) for one in pricings)
    return Automaton(
        then=whole([then for then, _ in steps]),
        turns=padded([turns for _, turns in steps], 0).astype(np.bool_),
        turn=padded([_turn(one) for one in pricings], 0.0),
        memories=whole([memories_of(one) for one in pricings], 0),
        sets=whole([sets_of(one.group, count) for one in pricings]),
        links=whole([links_of(one, count) for one in pricings]),
        units=np.array([one.group.units for one in pricings]),
        tracks=np.array([_tracks(one) for one in pricings]),
        sizes=np.array([_sizes(one) for one in pricings]),
        span=np.array([_span(one) for one in pricings]),
        half=np.array([one.group.half_weekend for one in pricings]),
        adds=np.array([0 if first.is_second_half(d) else first.new_weekend(d) for d in days]),
        is_second=np.array([first.is_second_half(day) for day in days]),
    )


def terms_of(pricings: Sequence[Pricing], rows: npt.NDArray[np.int64]) -> Terms:
    """Put what holds for each worker in arrays.

    Parameters
    ----------
    pricings, rows
        The groups, and the rows of the problem in the order wanted.
    """
    known = np.concatenate([one.group.workers for one in pricings])
    numbers = np.repeat(np.arange(len(pricings)), [len(one.group.workers) for one in pricings])
    order = np.argsort(known)[np.searchsorted(np.sort(known), rows)]

    def each(value: Callable[[Pricing], npt.ArrayLike], fill: float = 0.0) -> Floats:
        parts = [np.asarray(value(one), dtype=float) for one in pricings]
        if len(parts) == 1:
            return np.ascontiguousarray(parts[0][order])
        return np.ascontiguousarray(padded([row for part in parts for row in part], fill)[order])

    return Terms(
        group=numbers[order],
        start=each(_starts).astype(np.int64),
        leaves=each(_leaves),
        each=each(_each),
        off=each(lambda one: one.off_cost),
        tail=each(_tail),
        end=each(_end, np.inf),
        more_weekends=each(lambda one: _beyond(one, one.group.beyond.weekends)),
        more_units=each(lambda one: _beyond(one, one.group.beyond.units)),
    )


def padded(parts: Sequence[npt.NDArray[np.generic]], fill: float) -> Floats:
    """Put arrays of unequal size on top of each other."""
    shape = np.max([part.shape for part in parts], axis=0).astype(int)
    found = np.full((len(parts), *shape), fill)
    for number, part in enumerate(parts):
        inside: tuple[int | slice, ...] = (number, *map(slice, part.shape))
        found[inside] = part
    return found


def whole(parts: Sequence[Ints], fill: int = -1) -> Ints:
    """Put arrays of whole numbers on top of each other."""
    return padded(parts, fill).astype(np.int64)


def _turn(pricing: Pricing) -> Floats:
    return np.array([pricing.endings(day).kind for day in range(pricing.days)], dtype=float)


def _tracks(pricing: Pricing) -> list[int]:
    group = pricing.group
    return [int(one == group.tracked) for one in range(len(group.classes.slots))]


def _sizes(pricing: Pricing) -> list[int]:
    group = pricing.group
    first, totals = pricing.first_off, (group.most_tracked, group.most_weekends, group.most_units)
    loops = int(group.work.loops), int(group.off.loops)
    return [first, first + group.off.cap, group.work.cap, *loops, *totals]


def _span(pricing: Pricing) -> list[list[int]]:
    found, least = [], pricing.least_units
    for day in range(pricing.days):
        band = pricing.band(day, least)
        found.append([band.start, band.stop - 1, pricing.weekends(day).stop - 1])
    return found


def _starts(pricing: Pricing) -> Ints:
    """Give the state of each worker on the eve."""
    return pricing.around.eve if pricing.around else starts_of(pricing)


def _leaves(pricing: Pricing) -> Floats:
    ends = [pricing.endings(day) for day in range(pricing.days)]
    blocks = len(pricing.blocks)
    found = [np.concatenate([np.tile(one.work, (blocks, 1)), one.off]) for one in ends]
    return np.array(found).transpose(2, 0, 1)


def _each(pricing: Pricing) -> Floats:
    group, blocks = pricing.group, len(pricing.blocks)
    kinds = np.repeat(pricing.day_kind, group.work.cap)[:, None]
    work = np.tile(group.work.each_day, (blocks, 1)) + kinds
    return np.concatenate([work, group.off.each_day]).T


def _tail(pricing: Pricing) -> Floats:
    if pricing.around:
        return pricing.around.tail.T
    return np.zeros((pricing.count, pricing.first_off + pricing.group.off.cap))


def _end(pricing: Pricing) -> Floats:
    return pricing.group.end.transpose(3, 0, 1, 2)


def _beyond(pricing: Pricing, price: Floats | None) -> Floats:
    return np.full(pricing.count, np.inf) if price is None else price


__all__ = ["automaton_of", "rules_of", "terms_of"]
