"""Who stands where in a zone, and what it costs, as compiled loops take it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.prices.cover import MUST_HOLD, NEVER
from flexpool.planning.prices.cover import Cover as Demand
from flexpool.planning.regions.rows.pattern import alternatives
from flexpool.planning.regions.rows.places import Offer, Places
from flexpool.planning.regions.rows.steps import Steps
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Bools, Floats, Ints
from flexpool.planning.solvers.row_descent.board import Cover
from flexpool.planning.solvers.row_descent.moves.chains import one_less


class Board(NamedTuple):
    """Who stands where; changed in place.

    Parameters
    ----------
    grid, rows
        Worker × day: a slot, and its class; -1 for off.
    staffed
        Day × slot.
    price
        Of each worker's row, places included.
    out
        Who is taken out: not counted, and not to be moved.
    worth
        Day × slot: what one more there costs when others give way as is cheapest.
    instead
        Day × worker × class and off: price of the row with that on the day, places left out.
    touched
        Days that changed since they were put right.
    """

    grid: Ints
    rows: Ints
    staffed: Ints
    price: Floats
    out: Bools
    worth: Floats
    instead: Floats
    touched: Bools


def cover_of(demand: Demand) -> Cover:
    """Give the demand as compiled loops take it."""
    weight = demand.minimum_weight
    return Cover(
        optimum=demand.optimum,
        minimum=demand.minimum,
        maximum=demand.maximum,
        under=demand.under.astype(float),
        over=demand.over.astype(float),
        below=np.where(weight == MUST_HOLD, NEVER, weight).astype(float),
    )


def empty_board(places: Places, cover: Cover) -> Board:
    """Give the board with everybody taken out."""
    workers, classes = len(places.first) - 1, int(places.class_of.max()) + 1
    days, slots = cover.optimum.shape
    return Board(
        grid=np.full((workers, days), -1, dtype=np.int64),
        rows=np.full((workers, days), -1, dtype=np.int64),
        staffed=np.zeros((days, slots), dtype=np.int64),
        price=np.zeros(workers),
        out=np.ones(workers, dtype=np.bool_),
        worth=np.zeros((days, slots)),
        instead=np.full((days, workers, classes + 1), np.inf),
        touched=np.ones(days, dtype=np.bool_),
    )


@compiled
def take_out(worker: int, board: Board, cover: Cover) -> float:
    """Take a worker out; give by how much everything then costs more."""
    dearer = -board.price[worker]
    board.price[worker], board.out[worker] = 0.0, True
    for day in range(board.grid.shape[1]):
        slot = board.grid[worker, day]
        if slot >= 0:
            dearer += one_less(day, slot, board.staffed[day, slot], cover)
            board.staffed[day, slot] -= 1
            board.touched[day] = True
        board.grid[worker, day], board.rows[worker, day] = -1, -1
    return float(dearer)


@compiled
def put_in(
    worker: int, row: Ints, offer: Offer, price: float, board: Board, cover: Cover, steps: Steps
) -> float:
    """Give a worker a row; give by how much everything then costs more.

    Parameters
    ----------
    worker, board, cover, steps
        Who, on which board, beside what is asked, by what rules.
    row, offer
        The class of each day, -1 for off; and where each class would be worked.
    price
        Of the row, places included.
    """
    dearer = price
    board.price[worker], board.out[worker] = price, False
    for day in range(row.shape[0]):
        board.rows[worker, day] = row[day]
        slot = offer.slots[day, row[day]] if row[day] >= 0 else -1
        board.grid[worker, day] = slot
        if slot >= 0:
            dearer -= one_less(day, slot, board.staffed[day, slot] + 1, cover)
            board.staffed[day, slot] += 1
            board.touched[day] = True
    alternatives(board.rows[worker], worker, steps, board.instead)
    return float(dearer)
