"""What one worker may do instead on one day, all other days staying as they are.

Put together for all workers this is a graph of slots: an arrow from one to another is the cheapest
move of somebody from there. Off is one slot more.
"""

from __future__ import annotations

from flexpool.planning.compiled import compiled, inlined
from flexpool.planning.solvers.row_descent.board import Board, Bounds, Today
from flexpool.planning.solvers.row_descent.terms import (
    BEGINS_WEEKEND,
    ENDS_WEEKEND,
    LEAST_OFF,
    LEAST_WORK,
    MOST_WEEKENDS,
    MOST_WORK,
    NOT_WEEKEND,
    Ints,
    Slots,
)


@inlined
def link(
    worker: int, first: int, after: int, board: Board, bounds: Bounds, slots: Slots, today: Today
) -> None:
    """Fill in the cheapest moves of a worker: to slots from `first` on and before `after`.

    The number of slots stands for off. Parts come one by one: to get one out of a part takes long.
    """
    day, minutes, price, alone = today.day, slots.minutes, today.price, today.alone
    grid, kinds, follows, window = board.grid, slots.kinds, slots.follows, bounds.window
    used, allowed, who = board.used, bounds.most_of_kind, today.who
    here, off, turns = grid[worker, day], minutes.shape[0], today.turns[worker]
    start, now = (here, alone[worker, here]) if here >= 0 else (off, 0.0)
    total = board.minutes[worker] - (minutes[here] if here >= 0 else 0)
    least, most = window[worker, 0] - total, window[worker, 1] - total
    before = grid[worker, day - 1] if day > 0 else -1
    then = grid[worker, day + 1] if day + 1 < grid.shape[1] else -1
    for there in range(first, min(after, off) if here >= 0 or turns else first):
        asked, kind = alone[worker, there] - now, kinds[there]
        if not asked < price[start, there] or not least <= minutes[there] <= most:
            continue
        follow = (before < 0 or follows[before, there]) and (then < 0 or follows[there, then])
        is_kind = here >= 0 and kind == kinds[here]
        if follow and there != here and (is_kind or used[worker, kind] < allowed[worker, kind]):
            price[start, there], who[start, there] = asked, worker
    if here >= 0 and turns and after > off and least <= 0 and -now < price[here, off]:
        price[here, off], who[here, off] = -now, worker


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
