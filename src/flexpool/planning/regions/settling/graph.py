"""The graphs of all days: who could do what instead, at what price in the own row.

A graph is drawn once; later whoever changed is taken out of it and drawn again. An arrow of
somebody taken out goes to the next cheapest of those who stand in the same place.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.regions.rows.places import Places
from flexpool.planning.regions.settling.arrows import close, enter, lay
from flexpool.planning.regions.settling.board import Board
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Bools, Floats, Ints
from flexpool.planning.solvers.row_descent.board import Cover
from flexpool.planning.solvers.row_descent.moves.chains import ends

MANY = 3
"""Where one in so many changed it is faster to draw all anew."""


class Graph(NamedTuple):
    """Room for the graphs; of the nodes the last but one is off, the last is nobody.

    Parameters
    ----------
    price, who
        Day × from × to: the cheapest move, infinite for none, and who makes it.
    then, leads
        Day × from × number: where a move leads; and how many there are.
    stands, now
        Day × worker: from where the worker was drawn, -1 for not at all; and at what price there.
    at, changed, clock
        When each day was drawn, when each worker changed, and one number: now.
    earlier, cost, active, later
        Room for the search.
    """

    price: Floats
    who: Ints
    then: Ints
    leads: Ints
    stands: Ints
    now: Floats
    at: Ints
    changed: Ints
    clock: Ints
    earlier: Ints
    cost: Floats
    active: Bools
    later: Bools


def graph_for(days: int, workers: int, slots: int) -> Graph:
    """Give room for the graphs of so many days, with nothing drawn."""
    nodes = slots + 2
    return Graph(
        price=np.full((days, nodes, nodes), np.inf),
        who=np.zeros((days, nodes, nodes), dtype=np.int64),
        then=np.zeros((days, nodes, nodes), dtype=np.int64),
        leads=np.zeros((days, nodes), dtype=np.int64),
        stands=np.full((days, workers), -1, dtype=np.int64),
        now=np.zeros((days, workers)),
        at=np.full(days, -1, dtype=np.int64),
        changed=np.zeros(workers, dtype=np.int64),
        clock=np.zeros(1, dtype=np.int64),
        earlier=np.empty(nodes, dtype=np.int64),
        cost=np.empty(nodes),
        active=np.empty(nodes, dtype=np.bool_),
        later=np.empty(nodes, dtype=np.bool_),
    )


@compiled
def note(worker: int, graph: Graph) -> None:
    """Remember that a worker changed."""
    graph.clock[0] += 1
    graph.changed[worker] = graph.clock[0]


@compiled
def draw(day: int, board: Board, places: Places, cover: Cover, graph: Graph) -> None:
    """Bring the graph of a day up to date.

    Here and below parts of tuples get names first: each time a loop takes one out, its references
    are counted.
    """
    at, changes, changed = graph.at[day], 0, graph.changed
    for worker in range(changed.shape[0]):
        changes += changed[worker] > at
    graph.at[day] = graph.clock[0]
    if changes * MANY > changed.shape[0]:
        _forget(day, graph)
        at = -1
    if changes:
        _take_away(day, at, board, places, graph)
        _add(day, at, board, places, graph)
    _open_ends(day, board, cover, graph)


@compiled
def _forget(day: int, graph: Graph) -> None:
    price, then, count = graph.price[day], graph.then[day], graph.leads[day]
    for node in range(count.shape[0]):
        for number in range(count[node]):
            price[node, then[node, number]] = np.inf
        count[node] = 0
    graph.stands[day] = -1


@compiled
def _take_away(day: int, at: int, board: Board, places: Places, graph: Graph) -> None:
    """Take out all who changed, and hand their arrows on."""
    price, who, lead, count = graph.price[day], graph.who[day], graph.then[day], graph.leads[day]
    stands, now, changed = graph.stands[day], graph.now[day], graph.changed
    instead, alone, classes = board.instead[day], places.alone[day], places.classes
    first, others, theirs = places.first_other, places.others, places.theirs
    nobody, off, rest = count.shape[0] - 1, count.shape[0] - 2, instead.shape[1] - 1
    for worker in range(stands.shape[0]):
        start = stands[worker]
        if start < 0 or changed[worker] <= at:
            continue
        stands[worker] = -1
        for number in range(count[start] - 1, -1, -1):
            then = lead[start, number]
            if then == nobody or who[start, then] != worker:
                continue
            close(start, then, price, lead, count)
            meet = start if then == off else then
            for one in range(first[meet], first[meet + 1]):
                other, place = others[one], theirs[one]
                if stands[other] == start and changed[other] <= at:
                    cost = instead[other, rest if then == off else classes[place]] - now[other]
                    cost += 0.0 if then == off else alone[place]
                    enter(start, then, cost, other, price, who, lead, count)


@compiled
def _add(day: int, at: int, board: Board, places: Places, graph: Graph) -> None:
    """Fill in what those who changed could do instead."""
    price, who, lead, count = graph.price[day], graph.who[day], graph.then[day], graph.leads[day]
    stands, prices, changed = graph.stands[day], graph.now[day], graph.changed
    grid, out, instead = board.grid, board.out, board.instead[day]
    first, slots, classes, alone = places.first, places.slots, places.classes, places.alone[day]
    off, rest = count.shape[0] - 2, instead.shape[1] - 1
    for worker in range(grid.shape[0]):
        if out[worker] or changed[worker] <= at:
            continue
        here, now = grid[worker, day], instead[worker, rest]
        start = here if here >= 0 else off
        if here >= 0:
            free, now = now, instead[worker, places.class_of[here]]
            for place in range(first[worker], first[worker + 1]):
                if slots[place] == here:
                    now += alone[place]
            enter(start, off, free - now, worker, price, who, lead, count)
        stands[worker], prices[worker] = start, now
        for place in range(first[worker], first[worker + 1]):
            slot = slots[place]
            cost = instead[worker, classes[place]] - now + alone[place]
            if slot != here:
                enter(start, slot, cost, worker, price, who, lead, count)


@compiled
def _open_ends(day: int, board: Board, cover: Cover, graph: Graph) -> None:
    """Fill in what one less costs, from nobody, and one more, to nobody."""
    price, lead, count = graph.price[day], graph.then[day], graph.leads[day]
    nobody, off = count.shape[0] - 1, count.shape[0] - 2
    less, more = ends(day, board.staffed[day], cover)
    for slot in range(off):
        lay(nobody, slot, less[slot], price, lead, count)
        lay(slot, nobody, more[slot], price, lead, count)
    lay(nobody, off, 0.0, price, lead, count)
    lay(off, nobody, 0.0, price, lead, count)
