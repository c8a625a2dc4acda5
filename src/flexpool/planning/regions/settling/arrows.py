"""Arrows of the graph of a day: who makes the cheapest move from one place to another."""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import inlined
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Floats, Ints


@inlined
def enter(
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


@inlined
def close(start: int, then: int, price: Floats, lead: Ints, count: Ints) -> None:
    """Take a move out; the last of the list comes in its place."""
    price[start, then] = np.inf
    last = count[start] - 1
    for number in range(last):
        if lead[start, number] == then:
            lead[start, number] = lead[start, last]
            break
    count[start] = last


@inlined
def lay(
    start: int,
    then: int,
    cost: float,
    price: Floats,
    lead: Ints,
    count: Ints,
) -> None:
    """Let a move that nobody makes cost so much, infinite for no such move."""
    if cost < np.inf:
        if not price[start, then] < np.inf:
            lead[start, count[start]] = then
            count[start] += 1
        price[start, then] = cost
    elif price[start, then] < np.inf:
        close(start, then, price, lead, count)
