"""One day of the forward pass: what can be gone on from, then the layer it leads to."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from flexpool.planning.solvers.column_generation.pricing.automaton import Floats
from flexpool.planning.solvers.column_generation.pricing.beyond import further_ways
from flexpool.planning.solvers.column_generation.pricing.layer import Endings, Layer
from flexpool.planning.solvers.column_generation.pricing.program import Pricing

FEW = 100_000  # numbers: up to this, calls take more time than the numbers do


class Step:
    """One day of a pricing.

    Parameters
    ----------
    pricing
        The dynamic program.
    before
        The layer of the day before, within today's band of units.
    day
        Which day.
    """

    def __init__(self, pricing: Pricing, before: Layer, day: int) -> None:
        self.pricing, self.group, self.before, self.day = pricing, pricing.group, before, day
        self.is_unknown = pricing.begins_unknown(day)
        second = pricing.is_second_half(day)
        self.adds = 0 if second else pricing.new_weekend(day)
        beyond, units = self.group.beyond, set(self.group.units)
        self.further = {one: further_ways(beyond, self.adds, one) for one in units}
        half = self.group.half_weekend if second else 0.0
        ends = pricing.endings(day)
        ended = self._ended(ends)
        everything = frozenset(range(len(ended)))
        least = _least(ended, [everything, *self._afters()])
        rested = _closed(before.off, ends.off)
        if self.is_unknown:
            rested[0, 0, 0] = 0.0
        self.stopped = _closed(least[everything], ends.work)
        if half:
            rested += half
            self.stopped += half
        self.rested = self._after_saturday(rested) if second else rested
        self.ready = {after: self._ready(least.get(after)) for after in set(self._afters())}

    def _ended(self, ends: Endings) -> list[Floats]:
        """Give, per memory, the cheapest ways to have ended the run on its kind."""
        work, found = self.before.work, []
        for memory, run in enumerate(self.group.classes.kind_runs):
            first = self.pricing.first_block[memory]
            prices = ends.kind[first : first + run.cap]
            if run.cap == 1 and prices[0] == 0:
                found.append(work[first])
            else:
                found.append(_closed(work[first : first + run.cap], prices[:, None]))
        return found

    def _afters(self) -> list[frozenset[int]]:
        """Give, per class, the memories it may begin after."""
        classes = self.group.classes
        return [
            after - {memory} if classes.has_own_run(memory) else after
            for memory, after in zip(classes.memory, classes.after, strict=True)
        ]

    def _ready(self, source: Floats | None) -> Floats:
        """Give, by the days at work that today's work makes, the cheapest ways to begin it."""
        ready = np.empty(self.before.work.shape[1:], dtype=self.pricing.precision)
        ready[0] = self.rested
        if source is None:
            ready[1:] = np.inf
        else:
            ready[1:] = source[:-1]
            if self.group.work.loops:
                np.minimum(ready[-1], source[-1], out=ready[-1])
        return ready

    def write(self, after: Layer, cost: Floats) -> None:
        """Fill the layer of the day; `cost` is class × worker."""
        self._off(after.off)
        classes, begun = self.group.classes, set[int]()
        for number, sources in enumerate(self._afters()):
            memory = classes.memory[number]
            target = after.work[self.pricing.first_block[memory]]
            self._put(target, self.ready[sources], number, cost[number], memory in begun)
            begun.add(memory)
            if classes.has_own_run(memory):
                self._lengthen(after.work, number, cost[number])
        for block in np.flatnonzero(self.pricing.day_kind):
            after.work[block] += self.pricing.day_kind[block]
        each_day = self.group.work.each_day
        for run in np.flatnonzero(each_day.any(axis=1)):
            after.work[:, run] += each_day[run]

    def _off(self, off: Floats) -> None:
        run, before = self.group.off, self.before.off
        off[0] = self.stopped
        if self.is_unknown:
            off[0][0, 0, 0] = 0.0
        off[1:] = before[:-1]
        if run.loops:
            np.minimum(off[-1], before[-1], out=off[-1])
        if run.each_day.any():
            off += run.each_day[:, None, None, None, :]
        off += self.pricing.off_cost[:, self.day]

    def _lengthen(self, work: Floats, number: int, cost: Floats) -> None:
        """Work a class one day longer, where days in a row on it are counted."""
        classes, before = self.group.classes, self.before.work
        memory = classes.memory[number]
        first, run = self.pricing.first_block[memory], classes.kind_runs[memory]
        if memory not in classes.after[number]:
            work[first + 1 : first + run.cap] = np.inf
            return
        loops = self.group.work.loops
        if run.cap > 1:
            longer, shorter = work[first + 1 : first + run.cap], before[first : first + run.cap - 1]
            longer[:, 0] = np.inf
            self._put(longer[:, 1:], shorter[:, :-1], number, cost, False)
            if loops:
                self._put(longer[:, -1], shorter[:, -1], number, cost, True)
        if run.loops:
            last = first + run.cap - 1
            self._put(work[last][1:], before[last][:-1], number, cost, True)
            if loops:
                self._put(work[last][-1], before[last][-1], number, cost, True)

    def _put(
        self, target: Floats, source: Floats, number: int, cost: Floats, is_begun: bool
    ) -> None:
        """Lower the target to the source, moved up by tracked shifts, weekends and units worked.

        A target that is not begun holds nothing yet, and is set.
        """
        moved = int(number == self.group.tracked), self.adds, self.group.units[number]
        shape = source.shape[-4:-1]
        deep, wide, high = (max(0, size - by) for size, by in zip(shape, moved, strict=True))
        place = target[..., moved[0] :, moved[1] :, moved[2] :, :]
        origin = source[..., :deep, :wide, :high, :]
        if is_begun:
            np.minimum(place, origin + cost, out=place)
        else:
            if moved[0]:
                target[..., :1, :, :, :] = np.inf
            if moved[1]:
                target[..., :1, :, :] = np.inf
            target[..., : moved[2], :] = np.inf
            np.add(origin, cost, out=place)
        for way in self.further[moved[2]]:
            place = target[..., moved[0] :, *way.into, :]
            np.minimum(place, source[..., :deep, *way.out_of, :] + (cost + way.price), out=place)

    def _after_saturday(self, rested: Floats) -> Floats:
        """Count the weekend that begins with work on a Sunday."""
        moved = np.full_like(rested, np.inf)
        moved[:, 1:] = rested[:, :-1]
        further = self.group.beyond.weekends
        if further is not None:
            np.minimum(moved[:, -1], rested[:, -1] + further, out=moved[:, -1])
        return moved


def _closed(states: Floats, prices: Floats) -> Floats:
    """Give the least over the first axis of states and the price of ending there."""
    if states.size <= FEW:
        least: Floats = np.minimum.reduce(states + _beside(prices, states.ndim))
        return least
    total: Floats | None = None
    for state, price in zip(states, prices, strict=True):
        if total is not None and np.isinf(price).all():
            continue
        priced = state + price if price.any() or total is None else state
        total = priced if total is None else np.minimum(total, priced, out=total)
    assert total is not None
    return total


def _beside(prices: Floats, depth: int) -> Floats:
    """Give length × worker prices as they are added to states of so many axes."""
    return prices.reshape(len(prices), *[1] * (depth - 2), prices.shape[-1])


def _least(ended: list[Floats], wanted: Iterable[frozenset[int]]) -> dict[frozenset[int], Floats]:
    """Give the least over each set of memories wanted, smaller sets serving larger ones."""
    found: dict[frozenset[int], Floats] = {}
    for memories in sorted(set(wanted), key=len):
        if not memories:
            continue
        within = [known for known in found if known <= memories]
        base = max(within, key=len, default=frozenset[int]())
        parts = [ended[memory] for memory in sorted(memories - base)]
        parts = [found[base], *parts] if base else parts
        found[memories] = parts[0] if len(parts) == 1 else np.minimum.reduce(parts)
    return found
