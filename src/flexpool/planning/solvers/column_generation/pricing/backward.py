"""The backward pass of the pricing: from the best ends to whole rosters."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.layer import Endings, Layer
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


@dataclass
class Walk:
    """Where each roster stands while walking back: worker, totals, and state."""

    worker: Ints
    units: Ints
    weekends: Ints
    tracked: Ints
    block: Ints  # -1 when off
    run: Ints

    def only(self, chosen: Ints) -> Walk:
        """Give some of the rosters."""
        return Walk(*(part[chosen] for part in self.parts()))

    def parts(self) -> tuple[Ints, ...]:
        """Give the fields in order."""
        return self.worker, self.units, self.weekends, self.tracked, self.block, self.run


def best_ends(pricing: Pricing, last: Layer, most: int) -> tuple[Floats, Walk]:
    """Give up to `most` cheapest ends per worker, told apart by tracked shifts, weekends, units."""
    count = len(pricing.group.workers)
    states = np.concatenate([last.work.reshape(-1, *last.off.shape[1:]), last.off])
    if pricing.around:
        states += pricing.around.tail[:, None, None, None]
    which = states.argmin(axis=0)
    totals = np.take_along_axis(states, which[None], axis=0)[0]
    totals = totals + pricing.group.end
    flat = totals.reshape(-1, count).T
    most = min(most, flat.shape[1])
    order = np.argpartition(flat, most - 1, axis=1)[:, :most]
    worker = np.repeat(np.arange(count), most)
    place = order.ravel()
    price = flat[worker, place]
    keep = np.isfinite(price)
    worker, place, price = worker[keep], place[keep], price[keep]
    tracked, weekends, units = np.unravel_index(place, totals.shape[:-1])
    state = which[tracked, weekends, units, worker]
    runs = pricing.group.work.cap
    work_states = len(pricing.blocks) * runs
    is_off = state >= work_states
    block = np.where(is_off, -1, state // runs)
    run = np.where(is_off, state - work_states, state % runs)
    return price, Walk(worker, units, weekends, tracked, block, run)


def walk_back(
    pricing: Pricing,
    layers: list[Layer],
    walk: Walk,
    cost: Floats,
    best_slot: npt.NDArray[np.int32],
) -> npt.NDArray[np.int32]:
    """Give the cells of each roster; `cost` and `best_slot` are day × class × worker."""
    cells = np.full((len(walk.worker), pricing.days), OFF, dtype=np.int32)
    for day in range(pricing.days - 1, -1, -1):
        number = _step(pricing, layers[day], walk, cost[day], day)
        works = np.nonzero(number >= 0)[0]
        cells[works, day] = best_slot[day, number[works], walk.worker[works]]
    return cells


def _step(pricing: Pricing, before: Layer, walk: Walk, cost: Floats, day: int) -> Ints:
    """Move every roster to the cheapest state it can have come from; give its class, -1 for off."""
    ends = pricing.endings(day)
    moved, number = Walk(*(part.copy() for part in walk.parts())), np.full(len(walk.block), -1)
    off = np.nonzero(walk.block < 0)[0]
    if len(off) and day:
        moved.block[off], moved.run[off] = _before_off(pricing, before, walk.only(off), ends, day)
    work = np.nonzero(walk.block >= 0)[0]
    if len(work):
        number[work], back = _before_work(pricing, before, walk.only(work), ends, cost, day)
        for part, value in zip(moved.parts(), back.parts(), strict=True):
            part[work] = value
    walk.units, walk.weekends, walk.tracked = moved.units, moved.weekends, moved.tracked
    walk.block, walk.run = moved.block, moved.run
    return number


def _before_off(
    pricing: Pricing, before: Layer, at: Walk, ends: Endings, day: int
) -> tuple[Ints, Ints]:
    runs, blocks = pricing.group.work.cap, len(pricing.blocks)
    here = at.tracked, at.weekends, at.units, at.worker
    work = before.work[(slice(None), slice(None), *here)]
    work = work + ends.kind[:, None, None] + ends.work[None, :, at.worker]
    if pricing.is_second_half(day):
        work = work + pricing.group.half_weekend
    work = np.where((at.run == 0)[None, None], work, np.inf).reshape(blocks * runs, -1)
    shorter = before.off[(np.maximum(at.run - 1, 0), *here)]
    shorter = np.where(at.run > 0, shorter, np.inf)
    loops = pricing.group.off.loops & (at.run == pricing.group.off.cap - 1)
    same = np.where(loops, before.off[(at.run, *here)], np.inf)
    best = np.concatenate([work, shorter[None], same[None]]).argmin(axis=0)
    was_off = best >= blocks * runs
    rest = np.where(best == blocks * runs, at.run - 1, at.run)
    return np.where(was_off, -1, best // runs), np.where(was_off, rest, best % runs)


def _before_work(
    pricing: Pricing, before: Layer, at: Walk, ends: Endings, cost: Floats, day: int
) -> tuple[Ints, Walk]:
    """Give the class worked and the way in: the cheapest, within the tables or from beyond them."""
    price, number, walk = _cheapest(pricing, before, at, ends, cost, day)
    group = pricing.group
    for weekends, units, further in group.beyond.steps(pricing.new_weekend(day)):
        beyond = replace(at, weekends=at.weekends + weekends, units=at.units + units)
        is_far = (beyond.weekends > group.most_weekends) == (weekends > 0)
        last = np.flatnonzero(is_far & ((beyond.units > group.most_units) == (units > 0)))
        if not len(last):
            continue
        beyond = beyond.only(last)
        other, worked, way = _cheapest(pricing, before, beyond, ends, cost, day)
        other = other + further[beyond.worker]
        better = other < price[last]
        price[last[better]], number[last[better]] = other[better], worked[better]
        for part, value in zip(walk.parts(), way.parts(), strict=True):
            part[last[better]] = value[better]
    return number, walk


def _cheapest(
    pricing: Pricing, before: Layer, at: Walk, ends: Endings, cost: Floats, day: int
) -> tuple[Floats, Ints, Walk]:
    """Try every class that leaves the memory of each roster's state; give price, class, way in."""
    number = pricing.choices[:, pricing.memory_of[at.block]]
    options, count = number.shape
    number = number.ravel()
    here = at.only(np.tile(np.arange(count), options))
    here.units = here.units - pricing.units[number]
    here.tracked = here.tracked - (number == pricing.group.tracked)
    possible = (number >= 0) & (here.units >= 0) & (here.tracked >= 0)
    ways, walk = _into(pricing, before, here, ends, number, day)
    price = np.where(possible, ways + cost[number, here.worker], np.inf)
    if pricing.begins_unknown(day):
        begins = possible & (here.units == 0) & (here.tracked == 0)
        price = np.where(begins, cost[number, here.worker], np.inf)
    best = price.reshape(options, count).argmin(axis=0) * count + np.arange(count)
    return price[best], number[best], walk.only(best)


def _into(
    pricing: Pricing, before: Layer, at: Walk, ends: Endings, number: Ints, day: int
) -> tuple[Floats, Walk]:
    """Give the cheapest way into each roster's state by working its class on the day."""
    second, adds = pricing.is_second_half(day), pricing.new_weekend(day)
    fresh = at.weekends - adds
    goes_on = at.weekends if second else fresh
    may_go_on = (goes_on >= 0) & (goes_on <= pricing.group.most_weekends)
    off = before.off[:, at.tracked, fresh, at.units, at.worker] + ends.off[:, at.worker]
    off = off + (pricing.group.half_weekend if second else 0.0)
    is_first = at.block == pricing.first_block[pricing.memory_of[at.block]]
    off = np.where((at.run == 0) & is_first & (fresh >= 0), off, np.inf)
    link = np.where(pricing.enters[number].T & is_first, ends.kind[:, None], np.inf)
    link = np.where(pricing.lengthens[:, at.block], 0.0, link)
    place = at.tracked, goes_on * may_go_on, at.units, at.worker
    shorter = before.work[(slice(None), np.maximum(at.run - 1, 0), *place)] + link
    shorter = np.where((at.run > 0) & may_go_on, shorter, np.inf)
    parts = [off, shorter]
    if pricing.group.work.loops:
        loops = (at.run == pricing.group.work.cap - 1) & may_go_on
        parts.append(np.where(loops, before.work[(slice(None), at.run, *place)] + link, np.inf))
    ways = np.concatenate(parts)
    best = ways.argmin(axis=0)
    blocks, rests = len(pricing.blocks), pricing.group.off.cap
    was_off = best < rests
    block = np.where(was_off, -1, (best - rests) % blocks)
    run = np.where(was_off, best, np.where(best < rests + blocks, at.run - 1, at.run))
    weekends = np.where(was_off, fresh, goes_on)
    walk = Walk(at.worker, at.units, weekends, at.tracked, block, run)
    return ways[best, np.arange(len(best))], walk
