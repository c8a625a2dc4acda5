"""The cheapest row of one worker, held to every row that there is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning.problem import Contract, Limit, Problem
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solvers.row_descent.one_row.program import cheapest
from flexpool.planning.solvers.row_descent.one_row.within import row_within
from flexpool.planning.solvers.row_descent.terms import Floats, Ints
from flexpool.planning.solvers.row_descent.ward import Ward, ward_of
from unit.planning.rows.wards import lawful_rows, price_of, prices, ward

SEEDS = range(25)


def without_totals(problem: Problem) -> Problem:
    """Leave only what the program of days knows of."""
    workers = tuple(
        replace(one, contract=replace(one.contract, minutes=None, per_kind={}))
        for one in problem.workers
    )
    return replace(problem, workers=workers)


def by_type(one: Ward, price: Floats) -> tuple[Floats, Ints]:
    """Give the cheapest slot of each type on each day, and which one it is."""
    types = len(one.slots.type_follows)
    found = np.full((len(price), types), np.inf)
    choice = np.zeros((len(price), types), dtype=np.int64)
    for slot, kind in enumerate(one.slots.types):
        better = price[:, slot] < found[:, kind]
        found[better, kind], choice[better, kind] = price[better, slot], slot
    return found, choice


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kinds", [1, 2, 3])
def test_no_lawful_row_is_cheaper_and_this_one_is_lawful(seed: int, kinds: int) -> None:
    problem = without_totals(ward(seed, workers=1, days=6 if kinds == 3 else 8, kinds=kinds))
    one = ward_of(problem)
    price = prices(seed, one, 0)
    row = np.empty(problem.days, dtype=np.int64)
    asked, choice = by_type(one, price)
    cost = cheapest(asked, one.slots, one.terms[0], np.empty(one.room), row)
    slots = [int(choice[day, kind]) if kind >= 0 else -1 for day, kind in enumerate(row)]
    assert not judge_worker(problem, 0, slots).breaches
    assert cost == price_of(price, np.array(slots))
    assert cost == min(price_of(price, other) for other in lawful_rows(problem, 0))


@pytest.mark.parametrize("seed", SEEDS)
def test_totals_are_kept_and_the_price_is_that_of_the_row(seed: int) -> None:
    problem = ward(seed, workers=1)
    one = ward_of(problem)
    price = prices(seed, one, 0)
    row = np.empty(problem.days, dtype=np.int64)
    rates = np.zeros(1 + len(problem.kinds))
    cost = row_within(price, one.slots, one.terms[0], rates, 100.0, np.empty(one.room), row)
    lawful = [price_of(price, other) for other in lawful_rows(problem, 0)]
    if cost == np.inf:
        return  # prices of totals do not reach every window; how often is held below
    assert not judge_worker(problem, 0, row.tolist()).breaches
    assert cost == price_of(price, row)
    assert cost >= min(lawful)


def test_most_windows_are_reached_and_most_rows_are_the_best() -> None:
    reached = best = possible = 0
    for seed in range(30):
        problem = ward(seed, workers=1)
        one = ward_of(problem)
        price = prices(seed, one, 0)
        row = np.empty(problem.days, dtype=np.int64)
        rates = np.zeros(1 + len(problem.kinds))
        cost = row_within(price, one.slots, one.terms[0], rates, 100.0, np.empty(one.room), row)
        lawful = [price_of(price, other) for other in lawful_rows(problem, 0)]
        possible += bool(lawful)
        reached += cost < np.inf
        best += bool(lawful) and cost == min(lawful)
    assert possible == 30
    assert reached >= 0.9 * possible
    assert best >= 0.6 * possible


def test_who_may_work_nothing_has_no_row_with_hours() -> None:
    problem = ward(1, workers=1)
    terms = Contract(minutes=Limit(480, 4800))
    problem = replace(problem, workers=(replace(problem.workers[0], contract=terms),))
    one = ward_of(problem)
    price = np.full(one.alone.shape[1:], np.inf)
    row = np.empty(problem.days, dtype=np.int64)
    rates = np.zeros(1 + len(problem.kinds))
    cost = row_within(price, one.slots, one.terms[0], rates, 100.0, np.empty(one.room), row)
    assert cost == np.inf
