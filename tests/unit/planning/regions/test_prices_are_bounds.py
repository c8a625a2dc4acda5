"""Whatever the prices of cover: the bound they give lies below every roster, and parts add up."""

import numpy as np
import pytest

from flexpool.planning import OFF, MaxRuntime, Params, Problem, Roster, judge, solve
from flexpool.planning.prices.cover import Floats
from flexpool.planning.regions import components, solve_region
from flexpool.planning.regions.errands import Weigh
from flexpool.planning.regions.neighbourhoods import Posts, at_home, divide
from flexpool.planning.regions.state import State
from unit.planning.regions.made_up import drawn, two_places

PATIENT = 60.0


class FirstRoster:
    """Stops as soon as everybody was planned once."""

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        return objective is not None or seconds >= PATIENT

    def seconds_left(self, seconds: float) -> float:
        return max(0.0, PATIENT - seconds)


def bound_at(problem: Problem, duals: Floats, most: float) -> float:
    """The bound that prices give, in parts of at most so many workers."""
    state, posts = State(problem), Posts(problem)
    prices = state.cover.clipped(duals)
    bound = state.cover.worth(prices)[0]
    for part in divide(posts, most):
        if rows := at_home(posts, part):
            cut = state.cutter.cut(rows)
            bound += Weigh(cut, prices[:, cut.slots])().least
    return bound


def any_prices(problem: Problem, seed: int, most: float = 60.0) -> Floats:
    """Prices of each day and slot by chance, a few of them negative."""
    shape = State(problem).cover.asked.shape
    prices: Floats = np.random.default_rng(seed).uniform(-5, most, shape)
    return prices


@pytest.mark.parametrize("shared", [0, 1, 2])
@pytest.mark.parametrize("seed", range(6))
def test_a_bound_at_any_prices_is_not_above_the_best_roster(shared: int, seed: int) -> None:
    problem = two_places(shared)
    best = solve(problem, MaxRuntime(PATIENT), 1, Params(solver="cpsat"))
    assert best.is_optimal
    assert best.objective is not None
    assert bound_at(problem, any_prices(problem, seed), np.inf) <= best.objective


@pytest.mark.parametrize("seed", range(4))
def test_a_bound_is_the_same_however_the_region_is_cut(seed: int) -> None:
    """Each worker is weighed alone, so that it does not matter who is weighed beside whom."""
    problem = drawn(seed=seed)
    prices = any_prices(problem, seed)
    whole = bound_at(problem, prices, np.inf)
    assert bound_at(problem, prices, 12) == pytest.approx(whole, abs=1e-3)


@pytest.mark.parametrize("seed", range(2))
def test_a_drawn_region_is_nowhere_cheaper_than_its_bound(seed: int) -> None:
    """Nobody at work, and everything that a short planning finds, costs at least the bound."""
    problem = drawn(25, seed=seed, days=7)
    found = solve_region(problem, FirstRoster(), seed)
    assert found.roster is not None
    assert found.objective is not None
    assert found.bound <= found.objective
    nobody = judge(problem, Roster.empty(problem))
    for prices in (any_prices(problem, seed), np.zeros_like(any_prices(problem, seed))):
        bound = bound_at(problem, prices, 12)
        assert bound <= found.objective
        if nobody.is_feasible:
            assert bound <= nobody.objective


def test_every_worker_keeps_the_rules_in_a_planned_region() -> None:
    """Days off, kinds, shifts, weekends and days in a row: counted by hand, person by person."""
    problem = drawn(20, seed=3, days=14)
    found = solve_region(problem, FirstRoster(), 3)
    assert found.roster is not None
    cells = found.roster.cells(problem)
    for row, worker in enumerate(problem.workers):
        days = np.flatnonzero(found.roster.grid[row] != OFF).tolist()
        limits = worker.contract
        assert limits.assignments is not None
        assert limits.weekends is not None
        assert worker.days_off.isdisjoint(days)
        assert {cells[worker.id, day][0] for day in days} <= (worker.kinds or set())
        assert len(days) <= (limits.assignments.maximum or 0)
        assert len({day // 7 for day in days if day % 7 > 4}) <= (limits.weekends.maximum or 0)
        assert longest_run(days) <= 5


def longest_run(days: list[int]) -> int:
    """The most days in a row."""
    longest = run = 0
    for day in days:
        run = run + 1 if day - 1 in days else 1
        longest = max(longest, run)
    return longest


@pytest.mark.parametrize("seed", range(4))
def test_parts_cost_together_what_the_whole_costs(seed: int) -> None:
    """Rosters of components by chance: each judged apart, and all judged in one piece."""
    problem = two_places(shared=0)
    rng = np.random.default_rng(seed)
    grid = np.full((4, problem.days), OFF, dtype=np.int32)
    for row, days in enumerate(rng.random((4, problem.days)) < 0.4):
        grid[row, np.flatnonzero(days)[:4]] = row // 2
    parts = components(problem)
    apart = [judge(part.problem, Roster(part.inward(grid))) for part in parts]
    assert all(score.is_feasible for score in apart)
    assert sum(score.objective for score in apart) == judge(problem, Roster(grid)).objective


@pytest.mark.parametrize("seed", range(3))
def test_components_of_a_drawn_region_hold_everybody_once(seed: int) -> None:
    """And no kind is in two of them."""
    problem = drawn(120, seed=seed)
    parts = components(problem)
    assert sorted(row for part in parts for row in part.rows.tolist()) == list(range(120))
    kinds = [kind.id for part in parts for kind in part.problem.kinds]
    assert len(kinds) == len(set(kinds))
