"""The cheapest path of one worker: never dearer than any lawful row, and lawful by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning.problem import Contract, Limit, Problem
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solvers.row_descent.lagrangian.paths import cheapest_path
from flexpool.planning.solvers.row_descent.terms import BEGINS_WEEKEND, NOT_WEEKEND
from flexpool.planning.solvers.row_descent.ward import ward_of
from unit.planning.rows.test_one_row import by_type
from unit.planning.rows.wards import every_lawful_row, price_of, prices, ward

SEEDS = range(20)


def by_runs_only(problem: Problem) -> Problem:
    """Leave of every contract what a path is held to."""
    workers = tuple(
        replace(
            one,
            contract=Contract(work_run=one.contract.work_run, off_run=one.contract.off_run),
        )
        for one in problem.workers
    )
    return replace(problem, workers=workers)


def weekends_of(problem: Problem, row: tuple[int, ...]) -> int:
    """Count weekends with work."""
    return sum(any(row[day] >= 0 for day in pair) for pair in problem.tables.weekends)


@pytest.mark.parametrize("weekend", [0.0, 35.0])
@pytest.mark.parametrize("kinds", [1, 2, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_the_cheapest_of_all_rows_with_weekends_at_a_price(
    seed: int, kinds: int, weekend: float
) -> None:
    problem = by_runs_only(ward(seed, workers=1, days=6 if kinds == 3 else 8, kinds=kinds))
    one = ward_of(problem)
    price = prices(seed, one, 0)
    asked, choice = by_type(one, price)
    row = np.empty(problem.days, dtype=np.int64)
    room = np.empty(one.room[:2])
    cost = cheapest_path(asked, one.slots, one.terms[0].limits, weekend, room, row)
    slots = tuple(int(choice[day, kind]) if kind >= 0 else -1 for day, kind in enumerate(row))
    assert not judge_worker(problem, 0, list(slots)).breaches
    assert cost == price_of(price, slots) + weekend * weekends_of(problem, slots)
    least = min(
        price_of(price, other) + weekend * weekends_of(problem, other)
        for other in every_lawful_row(problem, 0)
    )
    assert cost == least


def test_nobody_works_where_work_costs_and_a_run_may_begin_before_the_first_day() -> None:
    """With at least three days in a row, one day may be worked at the edge, not in the middle."""
    problem = ward(1, workers=1, kinds=1)
    worker = replace(
        problem.workers[0], contract=Contract(work_run=Limit(3, 4)), days_off=frozenset()
    )
    one = ward_of(replace(problem, workers=(worker,), first_weekday=0))
    assert (one.slots.weekend[:5] == NOT_WEEKEND).all()
    assert one.slots.weekend[5] == BEGINS_WEEKEND
    row, room = np.empty(8, dtype=np.int64), np.empty(one.room[:2])
    for cheap, best in ((0, -10.0), (7, -10.0), (3, 0.0)):
        price = np.full((8, 1), 20.0)
        price[cheap] = -10.0
        assert cheapest_path(price, one.slots, one.terms[0].limits, 0.0, room, row) == best
        assert [int(day) for day in np.flatnonzero(row >= 0)] == ([cheap] if best else [])
