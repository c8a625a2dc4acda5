"""Organisations side by side: without sharing exactly their sum, with sharing never dearer."""

import pytest

from flexpool.planning import (
    Demand,
    Kind,
    Limit,
    MaxRuntime,
    Params,
    Problem,
    Request,
    Worker,
    judge,
    solve,
)
from flexpool.planning.formats import read_problem
from flexpool.planning.problem import Contract
from flexpool.planning.regions import NotAlike, shared_pool, solve_apart
from shared_data import shared

PATIENT = 120.0
KINDS = (Kind("E", 480), Kind("L", 480, not_next_day=frozenset({"E"})))


def ward(staff: int, wanted: int, most_late: int = 7) -> Problem:
    """A week of early and late shifts."""
    rules = Contract(assignments=Limit(maximum=4), per_kind={"L": Limit(maximum=most_late)})
    workers = tuple(
        Worker(f"w{number}", rules, requests=(Request(number % 7, "E", 3, is_on=False),))
        for number in range(staff)
    )
    demands = tuple(
        Demand(day, kind.id, optimum=wanted, under_weight=100, over_weight=1)
        for day in range(7)
        for kind in KINDS
    )
    return Problem(f"ward of {staff}", 7, KINDS, workers, demands)


class Known:
    """Stops at an objective that is known to be the best, or when patience is over."""

    def __init__(self, *known: int) -> None:
        self.known = known

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        return objective in self.known or seconds >= PATIENT

    def seconds_left(self, seconds: float) -> float:
        return max(0.0, PATIENT - seconds)


def best(problem: Problem) -> int:
    """What the best roster costs, proven."""
    result = solve(problem, MaxRuntime(PATIENT), 1, Params(solver="cpsat"))
    assert result.is_optimal
    assert result.objective is not None
    return result.objective


def test_without_sharing_the_best_is_the_sum_of_the_parts() -> None:
    wards = [ward(2, 1), ward(5, 1)]
    pool = shared_pool(wards, 0.0, 1)
    result = solve_apart(pool, MaxRuntime(PATIENT), 1, Params(solver="cpsat"))
    assert result.objective == sum(best(one) for one in wards)
    assert result.statistics["components"] == 2


def test_without_sharing_curtois_1_2_and_3_cost_their_known_optima() -> None:
    folder = shared("bench/curtois")
    problems = [read_problem(folder / f"Instance{number}.txt") for number in (1, 2, 3)]
    pool = shared_pool(problems, 0.0, 1)
    assert len(pool.workers) == 8 + 14 + 20
    result = solve_apart(pool, Known(607, 828, 1001), 1, Params(solver="column_generation"))
    assert result.objective == 607 + 828 + 1001
    assert result.roster is not None
    assert judge(pool, result.roster).objective == 2436
    assert result.bound <= 2436


def test_sharing_never_makes_the_best_dearer_and_fills_what_was_open() -> None:
    wards = [ward(2, 1), ward(5, 1)]
    costs = [best(shared_pool(wards, share, 1)) for share in (0.0, 0.5, 1.0)]
    assert costs == sorted(costs, reverse=True)
    assert costs[0] - costs[-1] > 100


def test_a_larger_share_adds_workers_to_those_of_a_smaller_one() -> None:
    wards = [ward(4, 1), ward(8, 1)]
    away = [
        {
            worker.id
            for worker in shared_pool(wards, share, 3).workers
            if len({kind.split(":")[0] for kind in worker.kinds or ()}) > 1
        }
        for share in (0.25, 0.5)
    ]
    assert len(away[0]) == 3
    assert away[0] < away[1]


def test_elsewhere_costs_travel_and_own_limits_close_parts_of_the_day() -> None:
    pool = shared_pool([ward(2, 1, most_late=2), ward(2, 1)], 1.0, 1)
    first, last = pool.workers[0], pool.workers[-1]
    assert first.kinds == {"1:E", "1:L", "2:E"}
    assert last.kinds == {"1:E", "1:L", "2:E", "2:L"}
    assert 2 <= first.kind_cost["2:E"] <= 12


def test_after_late_work_elsewhere_no_early_work_follows() -> None:
    pool = shared_pool([ward(2, 1), ward(2, 1)], 0.5, 1)
    barred = {kind.id: kind.not_next_day for kind in pool.kinds}
    assert barred["1:L"] == {"1:E", "2:E"}
    assert barred["2:E"] == frozenset()


def test_the_pool_is_the_same_for_the_same_seed() -> None:
    wards = [ward(4, 1), ward(4, 1)]
    assert shared_pool(wards, 0.5, 5) == shared_pool(wards, 0.5, 5)
    assert shared_pool(wards, 0.5, 5) != shared_pool(wards, 0.5, 6)


def test_other_horizons_and_nameless_parts_of_the_day_are_refused() -> None:
    longer = Problem("longer", 14, KINDS, (), ())
    with pytest.raises(NotAlike, match="horizon"):
        shared_pool([ward(2, 1), longer], 0.0, 1)
    nameless = Problem("nameless", 7, (Kind("X", 480),), (Worker("w"),), ())
    with pytest.raises(NotAlike, match="part of the day"):
        shared_pool([ward(2, 1), nameless], 0.5, 1)
