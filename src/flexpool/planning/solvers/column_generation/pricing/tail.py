"""What the days after the planned ones cost, by the state in which they are reached.

These days stay as they are, so each state leads to one next state. As soon as a roster has gone
from work to rest or from rest to work, where it began no longer matters.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.layer import Layer
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


def tail_of(pricing: Pricing, classes: Ints, start: int) -> Floats:
    """Give state × worker: the price of the days from `start` on, but for what is the same to all.

    Parameters
    ----------
    pricing
        The program for all days.
    classes
        Worker × day: the class of each cell, -1 for a day off.
    start
        The first day that stays as it is.
    """
    group, count = pricing.group, len(classes)
    work = np.zeros((len(pricing.blocks), group.work.cap, count))
    after = Layer(work, np.zeros((group.off.cap, count)))
    for day in range(_apart_until(classes, start), start - 1, -1):
        after = _before(pricing, after, classes[:, day], day)
    tail: Floats = np.concatenate([after.work.reshape(-1, count), after.off])
    return tail


def _apart_until(classes: Ints, start: int) -> int:
    """Give the last day that depends on the state at the start for any worker."""
    if start >= classes.shape[1]:
        return start - 1
    works = classes[:, start:] >= 0
    changed = works != works[:, :1]
    first = np.where(changed.any(axis=1), changed.argmax(axis=1), works.shape[1] - 1)
    return start + int(first.max(initial=0))


def _before(pricing: Pricing, after: Layer, classes: Ints, day: int) -> Layer:
    """Give the price of this day and those after it, by the state before this day."""
    group, ends = pricing.group, pricing.endings(day)
    half = group.half_weekend if pricing.is_second_half(day) else 0.0
    works = classes >= 0
    stopped = ends.kind[:, None, None] + ends.work[None] + half
    stopped = stopped + (group.off.each_day[0] + after.off[0])[None, None]
    longer = np.minimum(np.arange(group.off.cap) + 1, group.off.cap - 1)
    rests = after.off[longer] + group.off.each_day[longer]
    if not group.off.loops:
        rests[-1] = np.inf
    work, off = _working(pricing, after, np.maximum(classes, 0))
    off = off + ends.off + half
    return Layer(np.where(works, work, stopped), np.where(works, off, rests))


def _working(pricing: Pricing, after: Layer, classes: Ints) -> tuple[Floats, Floats]:
    """Give the price from each state at work, and from a day off, of working these classes."""
    group, workers = pricing.group, np.arange(len(classes))
    each_day = group.work.each_day + after.work + pricing.day_kind[:, None, None]
    memory = np.array(group.classes.memory)[classes]
    first = pricing.first_block[memory]
    off = each_day[first, 0, workers]
    longer = np.minimum(np.arange(group.work.cap) + 1, group.work.cap - 1)
    block, price = _next_blocks(pricing, classes)
    work = each_day[block[:, None, :], longer[None, :, None], workers[None, None, :]]
    work = work + price[:, None, :]
    if not group.work.loops:
        work[:, -1] = np.inf
    return work, off


def _next_blocks(pricing: Pricing, classes: Ints) -> tuple[Ints, Floats]:
    """Give block × worker: the block that working the class leads to, and the price of it."""
    memory = np.array(pricing.group.classes.memory)[classes]
    first = pricing.first_block[memory]
    goes_on = np.any(pricing.lengthens, axis=1)[:, np.newaxis]
    stays = (pricing.memory_of[:, None] == memory[None]) & goes_on
    onward = pricing.lengthens.argmax(axis=1)
    block = np.where(stays, onward[:, None], first[None])
    enters = pricing.enters[classes].T
    price = np.where(enters, pricing.end_kind[:, None], np.inf)
    return block, np.where(stays, 0.0, price)
