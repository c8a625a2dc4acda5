"""How the cheapest ways to one state come from those to another: the innermost loops."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.compiled import inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import (
    HIGHEST,
    LOWEST,
    TRACKED,
    UNITS,
    WEEKENDS,
    Floats,
)
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Room, Rules

Bounds = tuple[int, int, int]
"""Units that can stand at the end of a day, the fewest and the most, and most weekends."""


class Move(NamedTuple):
    """What a day of work in a class does to what was worked in all; plain numbers only.

    Taking an array out of a tuple counts its references: too much for each of a hundred ways.

    Parameters
    ----------
    shifts, tracks
        How many numbers of shifts of the kind that is counted may come before; what is added.
    most, adds, weekends
        Most weekends there can be before; what is added; the most there are in the tables.
    first, several, added
        The fewest units before, and how many numbers of them; what is added.
    units
        The most units there are in the tables.
    dearer, stays
        Price of each weekend beyond the tables; and of each unit, infinite where none can be.
    stride, width
        How many weekends and units there is room for.
    """

    shifts: int
    tracks: int
    most: int
    adds: int
    weekends: int
    first: int
    several: int
    added: int
    units: int
    dearer: float
    stays: float
    stride: int
    width: int


@inlined
def move_of(worker: int, day: int, one: int, adds: int, bounds: Bounds, rules: Rules) -> Move:
    """Give what a day of work in a class does, when it begins so many weekends."""
    automaton, group, (low, high, most) = rules.automaton, rules.terms.group[worker], bounds
    sizes, span, added = (
        automaton.sizes[group],
        automaton.span[group, day],
        automaton.units[group, one],
    )
    tracks, first = automaton.tracks[group, one], max(low, span[LOWEST] - added)
    is_full = high == sizes[UNITS] and span[HIGHEST] == sizes[UNITS]
    return Move(
        sizes[TRACKED] + 1 - tracks,
        tracks,
        most,
        adds,
        sizes[WEEKENDS],
        first,
        max(0, min(high, span[HIGHEST] - added) + 1 - first),
        added,
        sizes[UNITS],
        rules.terms.more_weekends[worker],
        rules.terms.more_units[worker] if is_full else np.inf,
        rules.room.weekends,
        rules.room.width,
    )


@inlined
def join(
    into: Floats,
    to: int,
    source: Floats,
    start: int,
    price: float,
    is_first: bool,
    bounds: Bounds,
    room: Room,
) -> None:
    """Lower costs to those of a source and a price, totals and units as they are.

    The first sets them.
    """
    low, high, most = bounds
    spread = spread_of(high + 1 - low, most, room.width)
    for tracked in range(room.tracked if is_first or price < np.inf else 0):
        for weekends in range(most + 1 - spread):
            place = (tracked * room.weekends + weekends) * room.width + low
            count = high + 1 - low + spread * room.width
            lower(into, (to, place), source, (start, place), price, count, is_first)


@inlined
def spread_of(count: int, most: int, width: int) -> int:
    """Give how many numbers of weekends more are gone through at once.

    All of them where most units can stand: what lies between comes along.
    """
    return most if 2 * count >= width else 0


@inlined
def add(now: Floats, to: int, source: Floats, start: int, more: float, move: Move) -> None:
    """Go on from a source by a day of work; beyond the tables one stays and pays."""
    within = min(move.most, move.weekends - move.adds)
    spread = max(0, spread_of(move.several, within, move.width))
    size = move.several + spread * move.width
    for tracked in range(move.shifts):
        base, then = tracked * move.stride, (tracked + move.tracks) * move.stride
        for weekends in range(within + 1 - spread):
            place = (base + weekends) * move.width + move.first
            beside = (then + weekends + move.adds) * move.width + move.first + move.added
            lower(now, (to, beside), source, (start, place), more, size, False)
        for weekends in range(max(0, within + 1), move.most + 1):
            place = (base + weekends) * move.width + move.first
            beside = (then + move.weekends) * move.width + move.first + move.added
            price = more + move.dearer
            lower(now, (to, beside), source, (start, place), price, move.several, False)
        for weekends in range(move.most + 1 if move.stays < np.inf else 0):
            reached = min(weekends + move.adds, move.weekends)
            cost = source[start, (base + weekends) * move.width + move.units] + more + move.stays
            cost += move.dearer if weekends + move.adds > move.weekends else 0.0
            beside = (then + reached) * move.width + move.units
            now[to, beside] = min(now[to, beside], cost)


@inlined
def lower(
    into: Floats,
    to: tuple[int, int],
    source: Floats,
    start: tuple[int, int],
    price: float,
    count: int,
    is_first: bool,
) -> None:
    """Lower so many costs, from a state and place on, to those of another and a price.

    Two things let the processor take four numbers at a time: numbers below nothing would count from
    the end, so places are unsigned; and what is the same after adding 0.0 is still written, so that
    no number has to be left out.
    """
    state, place = np.uint64(to[0]), np.uint64(to[1])
    other, before = np.uint64(start[0]), np.uint64(start[1])
    for number in range(count):
        step = np.uint64(number)
        cost, least = source[other, before + step] + price, into[state, place + step] + 0.0
        into[state, place + step] = cost if is_first or cost < least else least
