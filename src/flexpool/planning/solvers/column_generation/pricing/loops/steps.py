"""How the cheapest ways to one state come from those to another: the innermost loops."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    HIGHEST,
    LOWEST,
    TRACKED,
    UNITS,
    WEEKENDS,
    Floats,
    Ints,
)
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules

Bounds = tuple[int, int, int]
"""Units that can stand at the end of a day, the fewest and the most, and most weekends."""
Stand = tuple[int, int, int, int]
"""Worker, day, class, and weekends that begin with it."""


@inlined
def gather(
    ways: Floats,
    to: int,
    source: Floats,
    start: int,
    price: float,
    is_first: bool,
    bounds: Bounds,
    width: int,
    sizes: Ints,
) -> None:
    """Lower ways to the costs of a source and a price, totals and units as they are.

    The first sets them. Both are state × totals and units in one, of which `width` is how many
    units there are. Where most units can stand, all are gone through at once: what lies between
    those of one number of weekends and of the next comes along, and is never looked at.
    """
    (low, high, most), state, other = bounds, np.uint64(to), np.uint64(start)
    is_wide = 2 * (high + 1 - low) > width
    count = high + 1 - low + (most * width if is_wide else 0)
    for tracked in range(sizes[TRACKED] + 1 if is_first or price < np.inf else 0):
        for weekends in range(1 if is_wide else most + 1):
            total = tracked * (sizes[WEEKENDS] + 1) + weekends
            first = np.uint64(total * width + low)
            for number in range(count):
                place = first + np.uint64(number)
                cost, least = source[other, place] + price, ways[state, place] + 0.0
                ways[state, place] = cost if is_first or cost < least else least


@inlined
def join(
    now: Floats, to: int, source: Floats, start: int, price: float, bounds: Bounds, sizes: Ints
) -> None:
    """Lower costs to those of a source and a price, totals and units as they are."""
    low, high, most = bounds
    for tracked in range(sizes[TRACKED] + 1 if price < np.inf else 0):
        for weekends in range(most + 1):
            total = tracked * (sizes[WEEKENDS] + 1) + weekends
            lower(now, to, total, source, start, total, price, (low, high, 0))


@inlined
def add(
    now: Floats,
    to: int,
    source: Floats,
    start: int,
    more: float,
    stand: Stand,
    bounds: Bounds,
    rules: Rules,
) -> None:
    """Go on from a source by working one class; beyond the tables one stays and pays."""
    (worker, day, one, adds), (low, high, most), automaton = stand, bounds, rules.automaton
    group = rules.terms.group[worker]
    most_weekends, most_units = automaton.sizes[group, WEEKENDS], automaton.sizes[group, UNITS]
    lowest, highest = automaton.span[group, day, LOWEST], automaton.span[group, day, HIGHEST]
    tracks, added = automaton.tracks[group, one], automaton.units[group, one]
    span = max(low, lowest - added), min(high, highest - added), added
    is_full = high == most_units and highest == most_units
    stays = rules.terms.more_units[worker] if is_full else np.inf
    for tracked in range(automaton.sizes[group, TRACKED] + 1 - tracks):
        for weekends in range(most + 1):
            then, price = weekends + adds, more
            if then > most_weekends:
                then, price = most_weekends, more + rules.terms.more_weekends[worker]
            total = tracked * (most_weekends + 1) + weekends
            into = (tracked + tracks) * (most_weekends + 1) + then
            lower(now, to, into, source, start, total, price, span)
            if stays < np.inf:
                cost = source[start, total, most_units] + price + stays
                now[to, into, most_units] = min(now[to, into, most_units], cost)


@inlined
def lower(
    into: Floats,
    to: int,
    to_total: int,
    source: Floats,
    start: int,
    total: int,
    price: float,
    span: tuple[int, int, int],
) -> None:
    """Lower the costs of one state and total to those of another and a price, moved up by units.

    Two things let the processor take four numbers at a time: numbers below nothing would count from
    the end, so places are unsigned; and what is the same after adding 0.0 is still written, so that
    no number has to be left out.
    """
    state, place, other, before = (
        np.uint64(to),
        np.uint64(to_total),
        np.uint64(start),
        np.uint64(total),
    )
    low, moved = np.uint64(span[0]), np.uint64(span[0] + span[2])
    for number in range(span[1] + 1 - span[0]):
        units = np.uint64(number)
        cost = source[other, before, low + units] + price
        least = into[state, place, moved + units] + 0.0
        into[state, place, moved + units] = cost if cost < least else least
