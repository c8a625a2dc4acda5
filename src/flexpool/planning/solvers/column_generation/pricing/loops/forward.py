"""From the first day to the last: the cheapest way to each state, day by day.

The tables hold costs only, so that the inner loops run over units side by side; how a row got where
it ends is found again on the way back (`backward.py`).
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    BEGUN,
    BLOCK,
    BLOCKS,
    COUNT,
    FIRST,
    FIRST_OFF,
    GOES_ON,
    HIGHEST,
    LENGTHENS,
    LONGEST,
    LOWEST,
    REST_LOOPS,
    SOURCE,
    STATES,
    UNKNOWN,
    WORK_LOOPS,
    Floats,
)
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules
from flexpool.planning.solvers.column_generation.pricing.loops.steps import (
    Bounds,
    add,
    gather,
    join,
)


@compiled
def fill(price: Floats, worker: int, rules: Rules) -> None:
    """Fill in the cheapest way to each state of each day, within the span of that day only.

    Parameters
    ----------
    price
        Day × class, infinite where not allowed.
    worker, rules
        Whose row, and by what rules.
    """
    span, value = rules.automaton.span[rules.terms.group[worker]], rules.room.value
    start, bounds = rules.terms.start[worker], (0, 0, 0)
    value[0, :, :, 0] = np.inf
    if start >= 0:
        value[0, start, 0, 0] = 0.0
    for day in range(price.shape[0]):
        _clear(worker, day, rules)
        _end_kinds(worker, day, bounds, rules)
        _end_rest(worker, day, bounds, rules)
        _be_off(worker, day, bounds, rules)
        _work(price, worker, day, bounds, rules)
        bounds = span[day, LOWEST], span[day, HIGHEST], span[day, BEGUN]


@inlined
def flat(table: Floats) -> Floats:
    """Give state × totals and units in one."""
    return table.reshape(table.shape[0], table.shape[1] * table.shape[2])


@compiled
def _clear(worker: int, day: int, rules: Rules) -> None:
    """Let nothing stand at the end of a day yet."""
    group, now = rules.terms.group[worker], rules.room.value[day + 1]
    span = rules.automaton.span[group, day]
    for state in range(rules.automaton.sizes[group, STATES]):
        for total in range(now.shape[1]):
            for units in range(span[LOWEST], span[HIGHEST] + 1):
                now[state, total, units] = np.inf


@compiled
def _end_kinds(worker: int, day: int, bounds: Bounds, rules: Rules) -> None:
    """Find the cheapest ways to end days on each kind, and those for the kinds of each set."""
    automaton, group = rules.automaton, rules.terms.group[worker]
    sizes, memories, sets = automaton.sizes[group], automaton.memories, automaton.sets
    longest, width = sizes[LONGEST], rules.room.ways.shape[2]
    ways, before = flat(rules.room.ways), flat(rules.room.value[day])
    for memory in range(memories.shape[1]):
        for number in range(memories[group, memory, COUNT]):
            block, is_first = memories[group, memory, FIRST] + number, number == 0
            price = automaton.turn[group, day, block]
            for run in range(longest):
                source, way = block * longest + run, memory * longest + run
                gather(ways, way, before, source, price, is_first, bounds, width, sizes)
    for number in range(sets.shape[1]):
        for place in range(sets.shape[2]):
            part, is_first = sets[group, number, place], place == 0
            if part < 0:
                break
            for run in range(longest):
                way = (memories.shape[1] + number) * longest + run
                gather(ways, way, ways, part * longest + run, 0.0, is_first, bounds, width, sizes)


@compiled
def _end_rest(worker: int, day: int, bounds: Bounds, rules: Rules) -> None:
    """Find the cheapest ways to end days off; nothing known before the first day is one."""
    automaton, group, rested = rules.automaton, rules.terms.group[worker], rules.room.rested
    sizes, width = automaton.sizes[group], rested.shape[2]
    before = flat(rules.room.value[day])
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    for state in range(sizes[FIRST_OFF], sizes[STATES]):
        price = rules.terms.leaves[worker, day, state] + half
        is_first = state == sizes[FIRST_OFF]
        gather(flat(rested), 0, before, state, price, is_first, bounds, width, sizes)
    if day == 0 and rules.terms.start[worker] == UNKNOWN:
        rested[0, 0, 0] = 0.0


@compiled
def _be_off(worker: int, day: int, bounds: Bounds, rules: Rules) -> None:
    """Fill in the states of a day off."""
    automaton, terms, group = rules.automaton, rules.terms, rules.terms.group[worker]
    ways, before, now = rules.room.ways, rules.room.value[day], rules.room.value[day + 1]
    sizes, off, each = automaton.sizes[group], terms.off[worker, day], terms.each[worker]
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    first, last, longest = sizes[FIRST_OFF], sizes[STATES] - 1, sizes[LONGEST]
    within = max(bounds[0], automaton.span[group, day, LOWEST]), bounds[1], bounds[2]
    for memory in range(automaton.memories.shape[1]):
        for run in range(longest if automaton.memories[group, memory, COUNT] else 0):
            price = terms.leaves[worker, day, run] + half + each[first] + off
            join(now, first, ways, memory * longest + run, price, within, sizes)
    if day == 0 and terms.start[worker] == UNKNOWN:
        now[first, 0, 0] = each[first] + off
    for state in range(first, last):
        join(now, state + 1, before, state, each[state + 1] + off, within, sizes)
    if sizes[REST_LOOPS]:
        join(now, last, before, last, each[last] + off, within, sizes)


@compiled
def _work(price: Floats, worker: int, day: int, bounds: Bounds, rules: Rules) -> None:
    """Fill in the states of a day of work, class by class."""
    automaton, group, each = rules.automaton, rules.terms.group[worker], rules.terms.each[worker]
    ways, rested, now = rules.room.ways, rules.room.rested, rules.room.value[day + 1]
    sizes, adds = automaton.sizes[group], automaton.adds[day]
    longest, fresh = sizes[LONGEST], 1 if automaton.is_second[day] or adds else 0
    for one in range(price.shape[1]):
        if not price[day, one] < np.inf:
            continue
        link, begun = automaton.links[group, one], price[day, one]
        first, stand = link[BLOCK] * longest, (worker, day, one, adds)
        add(now, first, rested, 0, begun + each[first], (worker, day, one, fresh), bounds, rules)
        for run in range(longest if sizes[WORK_LOOPS] else longest - 1):
            to, way = first + min(run + 1, longest - 1), link[SOURCE] * longest + run
            if link[SOURCE] >= 0:
                add(now, to, ways, way, begun + each[to], stand, bounds, rules)
            if link[LENGTHENS]:
                _lengthen(run, begun, stand, bounds, rules)


@compiled
def _lengthen(
    run: int, begun: float, stand: tuple[int, int, int, int], bounds: Bounds, rules: Rules
) -> None:
    """Work a class one day longer, where days in a row on it are counted."""
    automaton, (worker, day, one, _) = rules.automaton, stand
    before, now = rules.room.value[day], rules.room.value[day + 1]
    link = automaton.links[rules.terms.group[worker], one]
    longest, count = automaton.sizes[rules.terms.group[worker], LONGEST], link[BLOCKS]
    for number in range(count if link[GOES_ON] else count - 1):
        source = (link[BLOCK] + number) * longest + run
        onward = link[BLOCK] + min(number + 1, count - 1)
        to = onward * longest + min(run + 1, longest - 1)
        price = begun + rules.terms.each[worker, to]
        add(now, to, before, source, price, stand, bounds, rules)
