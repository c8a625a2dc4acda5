"""What one worker may do instead on one day, all other days staying as they are.

Put together for all workers this is a graph of slots: an arrow from one to another is the cheapest
move of somebody from there. Off is one slot more.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.board import Board, Bounds, Scene
from flexpool.planning.solvers.row_descent.ward import (
    BEGINS_WEEKEND,
    ENDS_WEEKEND,
    LEAST_OFF,
    LEAST_WORK,
    MOST_WEEKENDS,
    MOST_WORK,
    NOT_WEEKEND,
    Floats,
    Ints,
    Slots,
)


@compiled
def link(day: int, scene: Scene, price: Floats, who: Ints) -> None:
    """Fill in the cheapest move from each slot to each other on a day, and who makes it.

    Parameters
    ----------
    day, scene
        Which day, and how everybody stands.
    price, who
        The answer, from × to; the last but one is off, the last is nobody's.
    """
    board = scene.board
    price[:] = np.inf
    for worker in range(board.grid.shape[0]):
        if board.out[worker]:
            continue
        if board.grid[worker, day] >= 0:
            _link_off(worker, day, scene, price, who)
            _link_work(worker, day, scene, price, who)
        elif may_turn(board, scene.bounds, scene.slots, worker, day):
            _link_work(worker, day, scene, price, who)


@compiled
def _link_off(worker: int, day: int, scene: Scene, price: Floats, who: Ints) -> None:
    """Fill in a day off instead, when that is the cheapest to get; what is dear to see, last."""
    board = scene.board
    here, off = board.grid[worker, day], scene.slots.minutes.shape[0]
    asked = -scene.by_day[day, worker, here]
    left = board.minutes[worker] - scene.slots.minutes[here]
    if not asked < price[here, off] or left < scene.bounds.window[worker, 0]:
        return
    if may_turn(board, scene.bounds, scene.slots, worker, day):
        price[here, off], who[here, off] = asked, worker


@compiled
def _link_work(worker: int, day: int, scene: Scene, price: Floats, who: Ints) -> None:
    """Fill in where a worker may work instead, when that is the cheapest move there."""
    board, slots, row = scene.board, scene.slots, scene.board.grid[worker]
    here, off, alone = row[day], slots.minutes.shape[0], scene.by_day[day, worker]
    start, same = (here, slots.kinds[here]) if here >= 0 else (off, -1)
    now = alone[here] if here >= 0 else 0.0
    minutes = board.minutes[worker] - (slots.minutes[here] if here >= 0 else 0)
    least = scene.bounds.window[worker, 0] - minutes
    most = scene.bounds.window[worker, 1] - minutes
    before = row[day - 1] if day > 0 else -1
    after = row[day + 1] if day + 1 < row.shape[0] else -1
    used, allowed = board.used[worker], scene.bounds.most_of_kind[worker]
    asked_now = price[start]
    for there in range(off):
        asked = alone[there] - now
        if not asked < asked_now[there] or there == here:
            continue
        if not least <= slots.minutes[there] <= most:
            continue
        if before >= 0 and not slots.follows[before, there]:
            continue
        if after >= 0 and not slots.follows[there, after]:
            continue
        kind = slots.kinds[there]
        if kind == same or used[kind] < allowed[kind]:
            asked_now[there], who[start, there] = asked, worker


@compiled
def may_turn(board: Board, bounds: Bounds, slots: Slots, worker: int, day: int) -> bool:
    """Say whether a day of work may become a day off, or the other way, by runs and weekends.

    A run that touches the first or the last day is held to no minimum.
    """
    row, limits, days = board.grid[worker], bounds.limits[worker], board.grid.shape[1]
    works = row[day] >= 0
    least_same = limits[LEAST_WORK] if works else limits[LEAST_OFF]
    least_new = limits[LEAST_OFF] if works else limits[LEAST_WORK]
    total, is_open = 1, False
    for step in (-1, 1):
        other, length = day + step, 0
        grows = 0 <= other < days and (row[other] >= 0) != works
        while 0 <= other < days and ((row[other] >= 0) != works) == grows:
            length += 1
            other += step
        touches = other < 0 or other >= days
        if grows or (touches and length == 0):
            total += length
            is_open = is_open or touches
        elif length < least_same and not touches:
            return False
    if total < least_new and not is_open:
        return False
    if works:
        return True
    return total <= limits[MOST_WORK] and has_weekend_left(board, bounds, slots, worker, day)


@compiled
def has_weekend_left(board: Board, bounds: Bounds, slots: Slots, worker: int, day: int) -> bool:
    """Say whether work on a day keeps to the most weekends."""
    return (
        board.weekends[worker] < bounds.limits[worker, MOST_WEEKENDS]
        or slots.weekend[day] == NOT_WEEKEND
        or works_other_half(board.grid[worker], slots, day)
    )


@compiled
def works_other_half(row: Ints, slots: Slots, day: int) -> bool:
    """Say whether the other day of a day's weekend is worked."""
    if slots.weekend[day] == ENDS_WEEKEND:
        return bool(row[day - 1] >= 0)
    after = day + 1
    if slots.weekend[day] != BEGINS_WEEKEND or after >= row.shape[0]:
        return False
    return bool(slots.weekend[after] == ENDS_WEEKEND and row[after] >= 0)
