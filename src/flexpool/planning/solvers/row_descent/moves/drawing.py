"""Draws the graph of a day, and later only what has changed in it.

Whoever changed since the day was drawn is taken out of it and drawn again. An arrow of somebody
taken out goes to the next cheapest, who is looked for among those who stand in the same place.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.board import Drawn, Scene, Today
from flexpool.planning.solvers.row_descent.moves.links import link, may_turn

MANY = 3
"""Where one in so many changed it is faster to draw all anew."""


@compiled
def draw(day: int, scene: Scene) -> None:
    """Bring the graph of a day up to date."""
    drawn, changes = scene.drawn, 0
    at, changed = drawn.at[day], drawn.changed
    for worker in range(changed.shape[0]):
        changes += changed[worker] > at
    drawn.at[day] = drawn.clock[0]
    price, who, start, turns = drawn.price[day], drawn.who[day], drawn.start[day], drawn.turns[day]
    today = Today(day, price, who, start, turns, scene.by_day[day])
    if at < 0 or changes * MANY > changed.shape[0]:
        price[:] = np.inf
        start[:] = -1
        at = -1
    if changes:
        _take_away(at, scene, today)
        _add(at, scene, today)


@compiled
def _add(at: int, scene: Scene, today: Today) -> None:
    """Fill in the moves of all who changed."""
    board, bounds, slots, changed = scene.board, scene.bounds, scene.slots, scene.drawn.changed
    grid, out, start, off = board.grid, board.out, today.start, slots.minutes.shape[0]
    for worker in range(changed.shape[0]):
        if changed[worker] <= at or out[worker]:
            continue
        here = grid[worker, today.day]
        turns = may_turn(board, bounds, slots, worker, today.day)
        today.turns[worker] = turns
        if here >= 0 or turns:
            start[worker] = here if here >= 0 else off
            link(worker, 0, off + 1, board, bounds, slots, today)


@compiled
def _take_away(at: int, scene: Scene, today: Today) -> None:
    """Take out all who changed, and let others have their arrows."""
    board, bounds, slots, changed = scene.board, scene.bounds, scene.slots, scene.drawn.changed
    off = slots.minutes.shape[0]
    price, who, starts = today.price, today.who, today.start
    for worker in range(starts.shape[0]):
        start = starts[worker]
        if start < 0 or changed[worker] <= at:
            continue
        starts[worker] = -1
        for there in range(off + 1):
            if who[start, there] != worker or not price[start, there] < np.inf:
                continue
            price[start, there] = np.inf
            for other in range(starts.shape[0]):
                if starts[other] == start and changed[other] <= at:
                    link(other, there, there + 1, board, bounds, slots, today)


@compiled
def note(worker: int, drawn: Drawn) -> None:
    """Remember that a worker changed."""
    drawn.clock[0] += 1
    drawn.changed[worker] = drawn.clock[0]
