"""Prices and the bound they prove: never above a roster, and near the best one in the end."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from flexpool.planning import solve
from flexpool.planning.problem import Contract, Limit, Problem
from flexpool.planning.scoring import Referee, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solve import Params
from flexpool.planning.solvers.row_descent import descent
from flexpool.planning.solvers.row_descent.first_rows import lead, plan_in_turn
from flexpool.planning.solvers.row_descent.lagrangian.market import Market
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.ward import ward_of
from flexpool.planning.solvers.row_descent.ways import bound
from flexpool.planning.stop import MaxRuntime, WhenTold
from unit.planning.rows.wards import every_lawful_row, ward

SEEDS = range(10)


def cheapest_roster(problem: Problem) -> int:
    """Give what the best roster costs, found by judging every one there is."""
    rows = [list(every_lawful_row(problem, one)) for one in range(len(problem.workers))]
    return min(
        judge(problem, Roster(np.array(one, dtype=np.int32))).objective for one in product(*rows)
    )


def small(seed: int) -> Problem:
    """Give a ward small enough to try everything, with a minimum and a maximum here and there."""
    problem = ward(seed, workers=2, days=5, kinds=2)
    demands = tuple(
        replace(one, minimum=1, minimum_weight=30, maximum=2) if number % 3 == 0 else one
        for number, one in enumerate(problem.demands)
    )
    workers = tuple(
        replace(one, contract=replace(one.contract, minutes=Limit(480, 480 * 3 + 120)))
        for one in problem.workers
    )
    return replace(problem, demands=demands, workers=workers)


@pytest.mark.parametrize("seed", SEEDS)
def test_at_any_prices_the_bound_is_below_every_roster(seed: int) -> None:
    """At prices by chance as well, also such as nobody would ask."""
    problem = small(seed)
    least = cheapest_roster(problem)
    one = ward_of(problem)
    chance = np.random.default_rng(seed)
    market = Market(one, Rows(problem, one).scene)
    assert market.bound() <= least
    for size in (1.0, 30.0, 200.0):
        market.prices.place[:] = size * chance.normal(size=market.prices.place.shape)
        market.prices.minute[:] = size / 480 * chance.normal(size=2)
        market.prices.kind[:] = size * chance.random(market.prices.kind.shape)
        market.prices.weekend[:] = size * chance.random(2)
        assert market.bound() <= least
    found = []
    for turn in range(300):
        found.append(market.bound())
        market.move(turn / 300)
    assert max(found) <= least
    assert max(found) >= found[0]


@pytest.mark.parametrize("seed", range(3))
def test_led_to_the_end_the_bound_is_near_what_columns_prove(seed: int) -> None:
    problem = ward(seed, workers=5, days=14, kinds=2)
    proven = solve(problem, MaxRuntime(5), seed=1, params=Params(solver="column_generation"))
    referee = Referee(problem, MaxRuntime(60))
    one = ward_of(problem)
    lead(Market(one, Rows(problem, one).scene), referee, 800, 1.0)
    assert proven.objective is not None
    assert 0.9 * proven.bound <= referee.bound <= proven.objective
    bounds = [moment.bound for moment in referee.history]
    assert bounds == sorted(bounds)


def test_prices_stay_within_what_one_place_can_cost() -> None:
    problem = ward(3, workers=6, days=28)
    one = ward_of(problem)
    rows = Rows(problem, one)
    market = Market(one, rows.scene)
    for turn in range(50):
        market.bound()
        market.move(turn / 50)
    place, _, kind, weekend = market.prices
    assert place.min() >= -1
    assert place.max() <= 100
    assert min(kind.min(), weekend.min()) >= 0
    assert place[rows.cover.optimum == 2].mean() > place[rows.cover.optimum == 0].mean()


def test_without_a_limit_prices_stay_finite() -> None:
    """No most of minutes, weekends or kinds: nothing to price, and nothing too large to count."""
    problem = ward(1, workers=3, days=28)
    free = tuple(replace(one, contract=Contract()) for one in problem.workers)
    problem = replace(problem, workers=free)
    one = ward_of(problem)
    market = Market(one, Rows(problem, one).scene)
    found = []
    for turn in range(100):
        found.append(market.bound())
        market.move(turn / 100)
    assert np.isfinite(found).all()
    assert max(found) >= 0.5 * found[-1] >= 0


def test_those_in_the_roster_stand_and_the_others_answer() -> None:
    """With everybody in, nothing is left to choose: the bound is what cover costs."""
    problem = ward(2, workers=4, days=14)
    rows = Rows(problem, ward_of(problem))
    assert all(rows.plan(worker) for worker in range(4))
    market = Market(rows.ward, rows.scene)
    market.prices.place[:] = rows.cover.under + rows.cover.below
    cover = rows.cost - float(rows.alone.sum())
    assert market.bound() == pytest.approx(cover, abs=0.01)
    rows.take_out(1)
    assert market.bound() <= rows.cost


def test_rows_in_turn_take_what_is_scarce_and_stop_when_told() -> None:
    problem = ward(4, workers=8, days=28, kinds=2)
    rows = Rows(problem, ward_of(problem))
    market, referee = Market(rows.ward, rows.scene), Referee(problem, MaxRuntime(60))
    lead(market, referee, 100, 1.0)
    left = plan_in_turn(rows, market, referee, np.arange(8))
    assert set(left) == set(np.flatnonzero(rows.board.out).tolist())
    assert len(left) < 4
    stopped = Referee(problem, WhenTold(lambda: True))
    assert plan_in_turn(rows, market, stopped, np.arange(8)) == list(range(8))


def test_rows_in_turn_fill_no_place_over_its_maximum() -> None:
    """Prices alone would send everybody to the same places."""
    problem = ward(4, workers=8, days=14, kinds=2)
    demands = tuple(replace(one, optimum=1, maximum=1) for one in problem.demands)
    problem = replace(problem, demands=demands)
    rows = Rows(problem, ward_of(problem))
    market, referee = Market(rows.ward, rows.scene), Referee(problem, MaxRuntime(60))
    market.prices.place[:] = 100.0
    left = plan_in_turn(rows, market, referee, np.arange(8))
    assert len(left) < 8
    assert rows.board.staffed.max() == 1


def test_as_a_solver_it_proves_and_makes_no_roster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bound, "PASSES", 200)
    problem = ward(5, workers=6, days=28)
    referee = Referee(problem, MaxRuntime(60))
    bound.solve(referee, 1, 1)
    assert referee.roster is None
    assert referee.bound > 0
    other = replace(problem.workers[0], contract=Contract(off_run=Limit(2, 4)))
    referee = Referee(replace(problem, workers=(other,)), MaxRuntime(60))
    bound.solve(referee, 1, 1)
    assert referee.bound == -np.inf


def test_a_first_roster_at_prices_is_told_with_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descent, "PASSES", 60)
    problem = ward(6, workers=6, days=28)
    referee = Referee(problem, MaxRuntime(60))
    assert descent.Descent(referee, 1).begin(None)
    assert referee.objective is not None
    assert 0 < referee.bound <= referee.objective
