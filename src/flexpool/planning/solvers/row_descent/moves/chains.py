"""Chains of moves on one day: one goes from A to B, another from B to C, a third from C off.

A day with all other days as they are is a problem of flow: the graph of moves (`links`) with one
node more, nobody, from which a place is left empty and to which one is filled. While it has a
cycle below nothing, that chain of moves makes the roster cheaper; without one the day is as good
as it can be. What one more in a slot is worth is then the cheapest chain that begins there.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.solvers.row_descent.board import Board, Cover, Scene
from flexpool.planning.solvers.row_descent.moves.drawing import draw, note
from flexpool.planning.solvers.row_descent.moves.links import works_other_half
from flexpool.planning.solvers.row_descent.terms import (
    NOT_WEEKEND,
    Bools,
    Floats,
    Ints,
    Slots,
)

TINY = 1e-6
MOST_CHAINS = 200
"""On one day at once; a guard, hardly ever reached."""
MOST_IN_CHAIN = 6


@compiled
def untangle(wanted: Bools, told: Bools, scene: Scene, moved: Bools, worth: Floats) -> None:
    """Make the days wanted as good as they can be, and tell what one more is worth on each day.

    Parameters
    ----------
    wanted, told, scene
        Which days, on which to tell, and how everybody stands.
    moved
        Marked for workers who now stand elsewhere.
    worth
        Filled in, day × slot: what one more there costs when others give way as is cheapest.
    """
    nodes = scene.slots.minutes.shape[0] + 2
    earlier, cost = np.empty(nodes, dtype=np.int64), np.empty(nodes)
    for day in range(wanted.shape[0]):
        if not wanted[day] and not told[day]:
            continue
        price = scene.drawn.price[day]
        for _ in range(MOST_CHAINS):
            draw(day, scene)
            _open_ends(day, scene.board, scene.cover, price)
            node = _cycle(price, earlier, cost) if wanted[day] else -1
            if node < 0:
                break
            _walk(day, node, earlier, scene, moved)
        if told[day]:
            _tell_worth(price, cost)
            worth[day] = cost[: nodes - 2]


@compiled
def _tell_worth(price: Floats, cost: Floats) -> None:
    """Fill in the cheapest chain from each node to nobody; in a graph with a bad cycle, about."""
    cost[:] = price[:, -1]
    for _ in range(MOST_IN_CHAIN):
        if not _shorten(price, cost):
            break


@compiled
def _shorten(price: Floats, cost: Floats) -> bool:
    """Let each chain begin with one move more where that is cheaper; say if any does."""
    changed, nodes = False, price.shape[0] - 1
    for start in range(nodes):
        for then in range(nodes):
            if price[start, then] + cost[then] < cost[start] - TINY:
                cost[start] = price[start, then] + cost[then]
                changed = True
    return changed


@compiled
def _open_ends(day: int, board: Board, cover: Cover, price: Floats) -> None:
    """Fill in the arrows from nobody, what one less costs, and to nobody, what one more does."""
    nobody, off = price.shape[0] - 1, price.shape[0] - 2
    less, more = ends(day, board.staffed[day], cover)
    for slot in range(off):
        price[nobody, slot], price[slot, nobody] = less[slot], more[slot]
    price[nobody, off], price[off, nobody] = 0.0, 0.0


@compiled
def ends(day: int, staffed: Ints, cover: Cover) -> tuple[Floats, Floats]:
    """Give, per slot, what one less costs and what one more does; infinite where it cannot be.

    Rows of the cover get names first: in a loop each would count its references.
    """
    optimum, minimum, maximum = cover.optimum[day], cover.minimum[day], cover.maximum[day]
    under, over, below = cover.under[day], cover.over[day], cover.below[day]
    less, more = np.full(staffed.shape[0], np.inf), np.full(staffed.shape[0], np.inf)
    for slot in range(staffed.shape[0]):
        amount = staffed[slot]
        if amount:
            less[slot] = under[slot] if amount <= optimum[slot] else -over[slot]
            less[slot] += below[slot] if amount <= minimum[slot] else 0.0
        if amount < maximum[slot]:
            more[slot] = -under[slot] if amount < optimum[slot] else over[slot]
            more[slot] -= below[slot] if amount < minimum[slot] else 0.0
    return less, more


@inlined
def one_less(day: int, slot: int, staffed: int, cover: Cover) -> float:
    """Give what it costs when one of so many goes."""
    found = cover.under[day, slot]
    if staffed > cover.optimum[day, slot]:
        found = -cover.over[day, slot]
    if staffed <= cover.minimum[day, slot]:
        found += cover.below[day, slot]
    return float(found)


@compiled
def _cycle(price: Floats, earlier: Ints, cost: Floats) -> int:
    """Give a node on a cycle below nothing, -1 for none; `earlier` leads around it.

    A cycle is looked for after every round: most are short, and found long before the last.
    """
    nodes = price.shape[0]
    cost[:] = 0.0
    earlier[:] = -1
    changed, changes = np.ones(nodes, dtype=np.bool_), np.empty(nodes, dtype=np.bool_)
    for _ in range(nodes):
        last = -1
        changes[:] = False
        for start in range(nodes):
            if not changed[start] and not changes[start]:
                continue
            for then in range(nodes):
                if cost[start] + price[start, then] < cost[then] - TINY:
                    cost[then] = cost[start] + price[start, then]
                    earlier[then] = start
                    changes[then] = True
                    last = then
        if last < 0:
            return -1
        found = _round(last, earlier)
        if found >= 0:
            return found
        changed[:] = changes
    return -1


@compiled
def _round(node: int, earlier: Ints) -> int:
    """Give a node on the cycle that leads to a node, -1 when it goes back to a beginning."""
    for _ in range(earlier.shape[0]):
        if earlier[node] < 0:
            return -1
        node = earlier[node]
    return node


@compiled
def _walk(day: int, node: int, earlier: Ints, scene: Scene, moved: Bools) -> None:
    """Make the moves of a cycle."""
    nobody, off = earlier.shape[0] - 1, earlier.shape[0] - 2
    then = node
    while True:
        start = earlier[then]
        if start != nobody and then != nobody:
            worker = scene.drawn.who[day, start, then]
            _move(worker, day, then if then < off else -1, scene.board, scene.slots)
            note(worker, scene.drawn)
            moved[worker] = True
        then = start
        if then == node:
            return


@compiled
def _move(worker: int, day: int, slot: int, board: Board, slots: Slots) -> None:
    """Let a worker do something else on a day, and count it."""
    row = board.grid[worker]
    here = row[day]
    if here >= 0:
        board.staffed[day, here] -= 1
        board.minutes[worker] -= slots.minutes[here]
        board.used[worker, slots.kinds[here]] -= 1
    if slot >= 0:
        board.staffed[day, slot] += 1
        board.minutes[worker] += slots.minutes[slot]
        board.used[worker, slots.kinds[slot]] += 1
    is_counted = slots.weekend[day] != NOT_WEEKEND and not works_other_half(row, slots, day)
    if is_counted:
        board.weekends[worker] += int(slot >= 0) - int(here >= 0)
    row[day] = slot
