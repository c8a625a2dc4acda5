"""The graph of a day: who could do what instead, at what price in the own row."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.regions.rows.places import Places
from flexpool.planning.regions.settling.board import Board
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Bools, Floats, Ints
from flexpool.planning.solvers.row_descent.board import Cover
from flexpool.planning.solvers.row_descent.chains import one_less


class Graph(NamedTuple):
    """Room for the graph of a day; the last but one node is off, the last is nobody.

    Parameters
    ----------
    price, who
        From × to: the cheapest move, infinite for none, and who makes it.
    then, leads
        From × number: where a move leads; and how many there are.
    earlier, cost, changed, changes
        Room for the search.
    """

    price: Floats
    who: Ints
    then: Ints
    leads: Ints
    earlier: Ints
    cost: Floats
    changed: Bools
    changes: Bools


def graph_for(slots: int) -> Graph:
    """Give room for the graph of so many slots."""
    nodes = slots + 2
    return Graph(
        np.full((nodes, nodes), np.inf),
        np.zeros((nodes, nodes), dtype=np.int64),
        np.zeros((nodes, nodes), dtype=np.int64),
        np.zeros(nodes, dtype=np.int64),
        np.empty(nodes, dtype=np.int64),
        np.empty(nodes),
        np.empty(nodes, dtype=np.bool_),
        np.empty(nodes, dtype=np.bool_),
    )


@compiled
def draw(day: int, board: Board, places: Places, cover: Cover, graph: Graph) -> None:
    """Fill in the graph of a day.

    Here and below parts of tuples get names first: each time a loop takes one out, its references
    are counted.
    """
    price, then, count = graph.price, graph.then, graph.leads
    for node in range(count.shape[0]):
        for number in range(count[node]):
            price[node, then[node, number]] = np.inf
        count[node] = 0
    _draw_workers(day, board, places, graph)
    nobody, off = count.shape[0] - 1, count.shape[0] - 2
    for slot in range(off):
        staffed = board.staffed[day, slot]
        if staffed:
            price[nobody, slot] = one_less(day, slot, staffed, cover)
            then[nobody, count[nobody]] = slot
            count[nobody] += 1
        if staffed < cover.maximum[day, slot]:
            price[slot, nobody] = -one_less(day, slot, staffed + 1, cover)
            then[slot, count[slot]] = nobody
            count[slot] += 1
    price[nobody, off], price[off, nobody] = 0.0, 0.0
    then[nobody, count[nobody]], then[off, count[off]] = off, nobody
    count[nobody], count[off] = count[nobody] + 1, count[off] + 1


@compiled
def _draw_workers(day: int, board: Board, places: Places, graph: Graph) -> None:
    """Fill in what everybody could do instead."""
    price, who, lead, count = graph.price, graph.who, graph.then, graph.leads
    grid, out, instead = board.grid, board.out, board.instead
    first, slots, classes, alone = places.first, places.slots, places.classes, places.alone
    off, rest = count.shape[0] - 2, instead.shape[2] - 1
    for worker in range(grid.shape[0]):
        if out[worker]:
            continue
        here, now = grid[worker, day], instead[day, worker, rest]
        start = here if here >= 0 else off
        if here >= 0:
            free, now = now, instead[day, worker, places.class_of[here]]
            for place in range(first[worker], first[worker + 1]):
                if slots[place] == here:
                    now += alone[day, place]
            _arrow(start, off, free - now, worker, price, who, lead, count)
        for place in range(first[worker], first[worker + 1]):
            slot = slots[place]
            cost = instead[day, worker, classes[place]] - now + alone[day, place]
            if cost < price[start, slot] and slot != here:
                _arrow(start, slot, cost, worker, price, who, lead, count)


@inlined
def _arrow(
    start: int,
    then: int,
    cost: float,
    worker: int,
    price: Floats,
    who: Ints,
    lead: Ints,
    count: Ints,
) -> None:
    """Fill in a move when it is the cheapest of its sort."""
    if cost < price[start, then]:
        if not price[start, then] < np.inf:
            lead[start, count[start]] = then
            count[start] += 1
        price[start, then], who[start, then] = cost, worker
