"""First rows for everybody at prices that tell which places are scarce all over the horizon.

Planned at what is still free alone, the first to be planned spend their weekends on places that
anybody could take, and the last places stay empty (half a year and more: most of what a roster
costs). So prices are led for a while towards what is asked; then each worker in turn gets a row
at the prices, and they move on with what is left.
"""

from __future__ import annotations

import numpy as np

from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.row_descent.lagrangian.market import Market
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.terms import Ints

PASSES, SHARE = 1500, 0.15
"""Over all workers, before the first row; and of the time, at most."""
TELL_EVERY = 20
"""Passes, about a second of the largest public problem."""
IN_TURN = 0.5
"""How far the steps have become smaller when rows are planned in turn."""


def lead(market: Market, referee: Referee, passes: int, share: float) -> None:
    """Lead prices until they have hardly a step left; each bound is told.

    Parameters
    ----------
    market
        Prices and who answers; with everybody out, so that the bound is one on the problem.
    referee
        Told of bounds; says stop.
    passes, share
        Over all workers; and of the time left, whichever ends first.
    """
    began, seconds = referee.seconds, share * referee.seconds_left
    best, over = float("-inf"), 0.0
    turn = 0
    while over < 1 and not referee.should_stop():
        best = max(best, market.bound())
        market.move(over)
        turn += 1
        over = max(turn / passes, (referee.seconds - began) / seconds)
        if turn % TELL_EVERY == 0 or over >= 1:
            referee.raise_bound(best)


def plan_in_turn(rows: Rows, market: Market, referee: Referee, order: Ints) -> list[int]:
    """Plan everybody in the order given; give who is left, those without a row and all after stop.

    Parameters
    ----------
    rows, market
        Everybody out of them.
    referee
        Says stop.
    order
        Numbers of workers.
    """
    left = []
    for worker in order.tolist():
        if referee.should_stop():
            left.append(worker)
            continue
        market.bound()
        market.move(IN_TURN)
        prices = market.prices
        rows.expect(worker, float(prices.minute[worker]), prices.kind[worker])
        is_full = rows.board.staffed >= rows.cover.maximum
        if not rows.plan(worker, np.where(is_full, np.inf, -prices.place)):
            left.append(worker)
    return left
