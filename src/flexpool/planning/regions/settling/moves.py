"""Puts a day right: chains of moves while one makes it cheaper, then what each place is worth.

A day with all other days as they are is a graph of slots, off, and nobody: an arrow is the cheapest
move of somebody from one to the other, with what it changes in the row of the one who moves. A
cycle below nothing is a chain of moves that makes the roster cheaper (as in `row_descent`, where
rows are held to hard rules only).
"""

from __future__ import annotations

from flexpool.planning.compiled import compiled
from flexpool.planning.regions.rows.pattern import alternatives
from flexpool.planning.regions.rows.places import Places
from flexpool.planning.regions.rows.steps import Steps
from flexpool.planning.regions.settling.board import Board
from flexpool.planning.regions.settling.graph import Graph, draw, note
from flexpool.planning.solvers.row_descent.board import Cover

TINY = 1e-6
MOST_CHAINS, MOST_IN_CHAIN = 200, 8


@compiled
def put_right(board: Board, places: Places, cover: Cover, steps: Steps, graph: Graph) -> float:
    """Put all touched days right; give by how much everything then costs more (never above 0)."""
    dearer = 0.0
    for day in range(board.touched.shape[0]):
        if not board.touched[day]:
            continue
        board.touched[day] = False
        for _ in range(MOST_CHAINS):
            draw(day, board, places, cover, graph)
            node = _cycle(day, graph)
            if node < 0:
                break
            dearer += _walk(day, node, board, places, steps, graph)
        _tell_worth(day, graph)
        board.worth[day] = graph.cost[: board.worth.shape[1]]
    return dearer


@compiled
def _cycle(day: int, graph: Graph) -> int:
    """Give a node on a cycle below nothing, -1 for none; `earlier` leads around it."""
    graph.cost[:] = 0.0
    graph.earlier[:] = -1
    graph.active[:] = True
    nodes, earlier = graph.cost.shape[0], graph.earlier
    for _ in range(nodes):
        last = _spread(day, graph)
        if last < 0:
            return -1
        node = last
        for _ in range(nodes + 1):
            node = earlier[node]
            if node < 0:
                break
        if node >= 0:
            return node
        graph.active[:] = graph.later
    return -1


@compiled
def _spread(day: int, graph: Graph) -> int:
    """Go on from every node whose cost changed; give the last that became cheaper, -1 for none."""
    price, lead, count, cost = graph.price[day], graph.then[day], graph.leads[day], graph.cost
    earlier, active, later, last = graph.earlier, graph.active, graph.later, -1
    later[:] = False
    for start in range(count.shape[0]):
        if not active[start] and not later[start]:
            continue
        for number in range(count[start]):
            then = lead[start, number]
            if cost[start] + price[start, then] < cost[then] - TINY:
                cost[then] = cost[start] + price[start, then]
                earlier[then], later[then], last = start, True, then
    return last


@compiled
def _walk(day: int, node: int, board: Board, places: Places, steps: Steps, graph: Graph) -> float:
    """Make the moves of a cycle; give what they cost together."""
    nobody, off = graph.cost.shape[0] - 1, graph.cost.shape[0] - 2
    dearer, then = 0.0, node
    while True:
        start = graph.earlier[then]
        cost = graph.price[day, start, then]
        dearer += cost
        if start != nobody and then != nobody:
            worker = graph.who[day, start, then]
            note(worker, graph)
            if start != off:
                board.staffed[day, start] -= 1
            if then != off:
                board.staffed[day, then] += 1
            board.grid[worker, day] = then if then != off else -1
            board.rows[worker, day] = places.class_of[then] if then != off else -1
            board.price[worker] += cost
            row = board.rows[worker]
            alternatives(row, worker, steps, board.instead)
        then = start
        if then == node:
            return float(dearer)


@compiled
def _tell_worth(day: int, graph: Graph) -> None:
    """Fill in the cheapest chain from each node to nobody."""
    price, lead, count, cost = graph.price[day], graph.then[day], graph.leads[day], graph.cost
    nobody = count.shape[0] - 1
    cost[:nobody] = price[:nobody, nobody]
    for _ in range(MOST_IN_CHAIN):
        is_changed = False
        for start in range(nobody):
            for number in range(count[start]):
                then = lead[start, number]
                if then != nobody and price[start, then] + cost[then] < cost[start] - TINY:
                    cost[start] = price[start, then] + cost[then]
                    is_changed = True
        if not is_changed:
            return
