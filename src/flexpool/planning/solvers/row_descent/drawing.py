"""Draws the graph of a day, and later only what has changed in it.

Whoever changed since the day was drawn is taken out of it and drawn again. An arrow of somebody
taken out goes to the next cheapest, who is looked for among those who stand in the same place.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.board import Drawn, Scene
from flexpool.planning.solvers.row_descent.links import link, may_turn

MANY = 3
"""Where one in so many changed it is faster to draw all anew."""


@compiled
def draw(day: int, scene: Scene) -> None:
    """Bring the graph of a day up to date."""
    drawn, board, bounds, slots = scene.drawn, scene.board, scene.bounds, scene.slots
    changed, out, grid = drawn.changed, board.out, board.grid
    price, who, starts = drawn.price[day], drawn.who[day], drawn.start[day]
    alone, turns = scene.by_day[day], drawn.turns[day]
    at, changes, off = drawn.at[day], 0, slots.minutes.shape[0]
    for worker in range(out.shape[0]):
        changes += changed[worker] > at
    drawn.at[day] = drawn.clock[0]
    if at < 0 or changes * MANY > out.shape[0]:
        price[:] = np.inf
        starts[:] = -1
        at = -1
    elif changes:
        _take_away(day, at, scene)
    else:
        return
    for worker in range(out.shape[0]):
        if changed[worker] > at and not out[worker]:
            here = grid[worker, day]
            turns[worker] = may_turn(board, bounds, slots, worker, day)
            if here >= 0 or turns[worker]:
                starts[worker] = here if here >= 0 else off
                turn = turns[worker]
                link(worker, day, turn, 0, off + 1, board, bounds, slots, alone, price, who)


@compiled
def _take_away(day: int, at: int, scene: Scene) -> None:
    """Take out all who changed, and let others have their arrows."""
    drawn, off = scene.drawn, scene.slots.minutes.shape[0]
    price, who, starts, changed = drawn.price[day], drawn.who[day], drawn.start[day], drawn.changed
    board, bounds, slots, alone = scene.board, scene.bounds, scene.slots, scene.by_day[day]
    turns = drawn.turns[day]
    for worker in range(starts.shape[0]):
        start = starts[worker]
        if changed[worker] <= at or start < 0:
            continue
        starts[worker] = -1
        for there in range(off + 1):
            if who[start, there] != worker or not price[start, there] < np.inf:
                continue
            price[start, there] = np.inf
            for one in range(starts.shape[0]):
                if starts[one] == start and changed[one] <= at:
                    turn, last = turns[one], there + 1
                    link(one, day, turn, there, last, board, bounds, slots, alone, price, who)


@compiled
def note(worker: int, drawn: Drawn) -> None:
    """Remember that a worker changed."""
    drawn.clock[0] += 1
    drawn.changed[worker] = drawn.clock[0]
