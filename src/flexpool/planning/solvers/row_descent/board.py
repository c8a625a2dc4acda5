"""The roster in the making as compiled loops take it: who stands where, and what it costs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.row_descent.terms import (
    Bools,
    Floats,
    Ints,
    Slots,
)
from flexpool.planning.solvers.row_descent.ward import Ward


class Board(NamedTuple):
    """Who stands where, and what it adds up to; changed in place.

    Parameters
    ----------
    grid
        Worker × day: a slot, -1 for off.
    staffed
        Day × slot: how many of those not taken out stand there.
    minutes, used, weekends
        Minutes, shifts of each kind and weekends with work of each worker.
    out
        Who is taken out: not counted, and not to be moved.
    """

    grid: Ints
    staffed: Ints
    minutes: Ints
    used: Ints
    weekends: Ints
    out: Bools


class Cover(NamedTuple):
    """What cover costs, day × slot: numbers asked, and the price of each one short or over."""

    optimum: Ints
    minimum: Ints
    maximum: Ints
    under: Floats
    over: Floats
    below: Floats


class Bounds(NamedTuple):
    """The terms of all workers: limits, window of minutes, most of each kind."""

    limits: Ints
    window: Ints
    most_of_kind: Ints


class Drawn(NamedTuple):
    """The graph of moves of each day, as it was drawn last.

    Parameters
    ----------
    price, who
        Day × from × to: the cheapest move, infinite for none, and who makes it; the last but one
        is off, the last is nobody's.
    start
        Day × worker: from where the worker was drawn, -1 for not at all.
    turns
        Day × worker: whether work may become off, or the other way.
    at, changed
        When each day was drawn, and when each worker changed last.
    clock
        One number: now.
    """

    price: Floats
    who: Ints
    start: Ints
    turns: Bools
    at: Ints
    changed: Ints
    clock: Ints


class Today(NamedTuple):
    """What `Drawn` and `Scene` have of one day.

    Parameters
    ----------
    day
        Which.
    price, who, start, turns
        As `Drawn` has them.
    alone
        Worker × slot.
    """

    day: int
    price: Floats
    who: Ints
    start: Ints
    turns: Bools
    alone: Floats


class Scene(NamedTuple):
    """All of it together: what stands, what is asked, what holds for each and for everybody.

    Parameters
    ----------
    alone
        Worker × day × slot: the price beside that of a day off, infinite where not allowed.
    by_day
        The same, day × worker × slot: what is read day by day lies together.
    drawn
        Who could do what instead, day by day.
    """

    board: Board
    cover: Cover
    bounds: Bounds
    slots: Slots
    alone: Floats
    by_day: Floats
    drawn: Drawn


def scene_of(problem: Problem, ward: Ward) -> Scene:
    """Set up everything, with everybody taken out."""
    by_day = np.ascontiguousarray(ward.alone.transpose(1, 0, 2))
    board, cover, bounds = _empty_board(problem), _cover_of(problem), _bounds_of(ward)
    drawn = _nothing_drawn(problem)
    return Scene(board, cover, bounds, ward.slots, ward.alone, by_day, drawn)


def cover_cost(cover: Cover, staffed: Ints) -> Floats:
    """Give day × slot what it costs that so many stand there."""
    short = np.maximum(cover.optimum - staffed, 0) * cover.under
    many = np.maximum(staffed - cover.optimum, 0) * cover.over
    below = np.maximum(cover.minimum - staffed, 0) * cover.below
    found: Floats = short + many + below
    return found


def _empty_board(problem: Problem) -> Board:
    """Give a board on which everybody is off and taken out."""
    workers, tables = len(problem.workers), problem.tables
    return Board(
        grid=np.full((workers, problem.days), OFF, dtype=np.int64),
        staffed=np.zeros(tables.optimum.shape, dtype=np.int64),
        minutes=np.zeros(workers, dtype=np.int64),
        used=np.zeros((workers, len(problem.kinds)), dtype=np.int64),
        weekends=np.zeros(workers, dtype=np.int64),
        out=np.ones(workers, dtype=np.bool_),
    )


def _nothing_drawn(problem: Problem) -> Drawn:
    days, workers, nodes = problem.days, len(problem.workers), len(problem.tables.slots) + 2
    return Drawn(
        price=np.full((days, nodes, nodes), np.inf),
        who=np.zeros((days, nodes, nodes), dtype=np.int64),
        start=np.full((days, workers), -1, dtype=np.int64),
        turns=np.zeros((days, workers), dtype=np.bool_),
        at=np.full(days, -1, dtype=np.int64),
        changed=np.zeros(workers, dtype=np.int64),
        clock=np.zeros(1, dtype=np.int64),
    )


def _cover_of(problem: Problem) -> Cover:
    """Turn the demand into arrays."""
    tables = problem.tables
    return Cover(
        optimum=_whole(tables.optimum),
        minimum=_whole(np.where(tables.minimum_weight > 0, tables.minimum, 0)),
        maximum=_whole(tables.maximum),
        under=tables.under_weight.astype(np.float64),
        over=tables.over_weight.astype(np.float64),
        below=np.maximum(tables.minimum_weight, 0).astype(np.float64),
    )


def _bounds_of(ward: Ward) -> Bounds:
    """Put the terms of all workers together."""
    return Bounds(
        np.array([one.limits for one in ward.terms]),
        np.array([one.window for one in ward.terms]),
        np.array([one.most_of_kind for one in ward.terms]),
    )


def _whole(numbers: npt.NDArray[np.generic]) -> Ints:
    return np.ascontiguousarray(numbers, dtype=np.int64)
