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
    UNITS,
    UNKNOWN,
    WORK_LOOPS,
    Floats,
)
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules
from flexpool.planning.solvers.column_generation.pricing.loops.steps import (
    Bounds,
    add,
    join,
    move_of,
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
    value[0] = np.inf
    if start >= 0:
        value[0, start, 0] = 0.0
    for day in range(price.shape[0]):
        value[day + 1] = np.inf
        _end_kinds(worker, day, bounds, rules)
        _end_rest(worker, day, bounds, rules)
        _be_off(worker, day, bounds, rules)
        _work(price, worker, day, bounds, rules)
        _forget_beyond(worker, day, rules)
        bounds = span[day, LOWEST], span[day, HIGHEST], span[day, BEGUN]


@inlined
def _forget_beyond(worker: int, day: int, rules: Rules) -> None:
    """Let nothing stand beyond the most units."""
    room, group = rules.room, rules.terms.group[worker]
    now, first = room.value[day + 1], rules.automaton.sizes[group, UNITS] + 1
    for state in range(rules.automaton.sizes[group, STATES]):
        for total in range(room.tracked * room.weekends):
            for place in range(total * room.width + first, (total + 1) * room.width):
                now[state, place] = np.inf


@inlined
def _end_kinds(worker: int, day: int, bounds: Bounds, rules: Rules) -> None:
    """Find the cheapest ways to end days on each kind, and those for the kinds of each set."""
    automaton, room, group = rules.automaton, rules.room, rules.terms.group[worker]
    memories, sets, longest = automaton.memories, automaton.sets, automaton.sizes[group, LONGEST]
    ways, before = room.ways, room.value[day]
    for memory in range(memories.shape[1]):
        for number in range(memories[group, memory, COUNT]):
            block = memories[group, memory, FIRST] + number
            price = automaton.turn[group, day, block]
            for run in range(longest):
                source, way = block * longest + run, memory * longest + run
                join(ways, way, before, source, price, number == 0, bounds, room)
    for number in range(sets.shape[1]):
        for place in range(sets.shape[2]):
            part = sets[group, number, place]
            if part < 0:
                break
            for run in range(longest):
                way = (memories.shape[1] + number) * longest + run
                join(ways, way, ways, part * longest + run, 0.0, place == 0, bounds, room)


@inlined
def _end_rest(worker: int, day: int, bounds: Bounds, rules: Rules) -> None:
    """Find the cheapest ways to end days off; nothing known before the first day is one."""
    automaton, room, group = rules.automaton, rules.room, rules.terms.group[worker]
    first, before = automaton.sizes[group, FIRST_OFF], room.value[day]
    half = automaton.half[group] if automaton.is_second[day] else 0.0
    for state in range(first, automaton.sizes[group, STATES]):
        price = rules.terms.leaves[worker, day, state] + half
        join(room.rested, 0, before, state, price, state == first, bounds, room)
    if day == 0 and rules.terms.start[worker] == UNKNOWN:
        room.rested[0, 0] = 0.0


@inlined
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
            join(now, first, ways, memory * longest + run, price, False, within, rules.room)
    if day == 0 and terms.start[worker] == UNKNOWN:
        now[first, 0] = each[first] + off
    for state in range(first, last):
        join(now, state + 1, before, state, each[state + 1] + off, False, within, rules.room)
    if sizes[REST_LOOPS]:
        join(now, last, before, last, each[last] + off, False, within, rules.room)


@inlined
def _work(price: Floats, worker: int, day: int, bounds: Bounds, rules: Rules) -> None:
    """Fill in the states of a day of work, class by class."""
    automaton, group, each = rules.automaton, rules.terms.group[worker], rules.terms.each[worker]
    ways, rested, now = rules.room.ways, rules.room.rested, rules.room.value[day + 1]
    sizes, adds, before = automaton.sizes[group], automaton.adds[day], rules.room.value[day]
    longest, fresh = sizes[LONGEST], 1 if automaton.is_second[day] or adds else 0
    for one in range(price.shape[1]):
        begun, link = price[day, one], automaton.links[group, one]
        if not begun < np.inf:
            continue
        first, move = link[BLOCK] * longest, move_of(worker, day, one, fresh, bounds, rules)
        add(now, first, rested, 0, begun + each[first], move)
        move = move_of(worker, day, one, adds, bounds, rules)
        for run in range(longest if sizes[WORK_LOOPS] else longest - 1):
            later, way = min(run + 1, longest - 1), link[SOURCE] * longest + run
            if link[SOURCE] >= 0:
                add(now, first + later, ways, way, begun + each[first + later], move)
            blocks = link[BLOCKS] if link[GOES_ON] else link[BLOCKS] - 1
            for number in range(blocks if link[LENGTHENS] else 0):
                to = first + min(number + 1, link[BLOCKS] - 1) * longest + later
                add(now, to, before, first + number * longest + run, begun + each[to], move)
