"""Any roster of organisations side by side costs what it costs apart, and travel beside that."""

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning import (
    OFF,
    Demand,
    Kind,
    Limit,
    MaxRuntime,
    Params,
    Problem,
    Request,
    Roster,
    Worker,
    judge,
    solve,
)
from flexpool.planning.problem import Contract
from flexpool.planning.regions import shared_pool, solve_apart
from flexpool.planning.regions.shared_pool import LEAST_TRAVEL, MOST_TRAVEL

KINDS = (Kind("E", 480), Kind("L", 480, not_next_day=frozenset({"E"})), Kind("N", 540))
SHARES = (0.25, 0.5, 1.0)


def house(seed: int, staff: int = 4) -> Problem:
    """A week with wishes, limits of a kind and prices that differ from one house to the next."""
    rng = np.random.default_rng(seed)
    workers = tuple(
        Worker(
            f"w{number}",
            Contract(
                assignments=Limit(2, 4, under_weight=3),
                per_kind={"L": Limit(maximum=int(rng.integers(1, 8)))},
                work_run=Limit(maximum=3),
            ),
            kind_cost={"N": int(rng.integers(0, 6))},
            requests=(Request(int(rng.integers(7)), "E", 3, is_on=False),),
            unavailable=frozenset({(int(rng.integers(7)), "N")}),
        )
        for number in range(staff)
    )
    demands = tuple(
        Demand(day, kind.id, optimum=int(rng.integers(1, 3)), under_weight=40, over_weight=2)
        for day in range(7)
        for kind in KINDS
    )
    return Problem(f"house {seed}", 7, KINDS, workers, demands)


HOUSES = [house(1), house(2, 3), house(3, 5)]


def any_rosters(seed: int) -> list[Roster]:
    """A roster for each house by chance, whatever it breaks."""
    rng = np.random.default_rng(seed)
    return [
        Roster(rng.integers(OFF, len(KINDS), (len(one.workers), 7)).astype(np.int32))
        for one in HOUSES
    ]


def side_by_side(pool: Problem, rosters: list[Roster]) -> Roster:
    """The same assignments under the names of the pool."""
    cells = {
        (f"{number}:{who}", day): (f"{number}:{kind}", skill)
        for number, (one, roster) in enumerate(zip(HOUSES, rosters, strict=True), start=1)
        for (who, day), (kind, skill) in roster.cells(one).items()
    }
    return Roster.from_cells(pool, cells)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("share", [0.0, *SHARES])
def test_any_roster_in_which_nobody_travels_costs_the_sum_of_the_houses(
    share: float, seed: int
) -> None:
    """And breaks as much, rule by rule: sharing adds what one may do, nothing changes at home."""
    pool, rosters = shared_pool(HOUSES, share, 1), any_rosters(seed)
    together = judge(pool, side_by_side(pool, rosters))
    apart = [judge(one, roster) for one, roster in zip(HOUSES, rosters, strict=True)]
    assert together.objective == sum(score.objective for score in apart)
    assert sorted((one.constraint, one.amount) for one in together.breaches) == sorted(
        (one.constraint, one.amount) for score in apart for one in score.breaches
    )


@pytest.mark.parametrize("share", SHARES)
def test_a_shift_elsewhere_costs_its_travel_once(share: float) -> None:
    """One shift in another house: that placement costs the travel of this worker, no more."""
    pool = shared_pool(HOUSES, share, 1)
    free = replace(pool, demands=tuple(replace(one, under_weight=0) for one in pool.demands))
    for worker in pool.workers:
        home = worker.id.split(":")[0]
        away = sorted(kind for kind in worker.kinds or () if kind.split(":")[0] != home)
        travel = {worker.kind_cost[kind] for kind in away}
        assert len(travel) <= 1
        for kind in away:
            score = judge(free, Roster.from_cells(free, {(worker.id, 3): (kind, "")}))
            assert LEAST_TRAVEL <= score.by_constraint["placement.cost"] <= MOST_TRAVEL
            assert {score.by_constraint["placement.cost"]} == travel
            assert score.is_feasible


@pytest.mark.parametrize("share", [0.0, *SHARES])
def test_everybody_keeps_own_rules_and_the_share_travels(share: float) -> None:
    """Limits, wishes and absences under new names only; so many of each house may go elsewhere."""
    pool = iter(shared_pool(HOUSES, share, 1).workers)
    for number, one in enumerate(HOUSES, start=1):
        staff = [next(pool) for _ in one.workers]
        away = 0
        for before, after in zip(one.workers, staff, strict=True):
            assert after.id == f"{number}:{before.id}"
            assert after.contract.assignments == before.contract.assignments
            assert after.contract.work_run == before.contract.work_run
            named = {f"{number}:{kind}": most for kind, most in before.contract.per_kind.items()}
            assert after.contract.per_kind == named
            assert [(wish.day, wish.weight) for wish in after.requests] == [
                (wish.day, wish.weight) for wish in before.requests
            ]
            assert len(after.unavailable) == len(before.unavailable)
            home = {f"{number}:{kind.id}" for kind in KINDS}
            assert home <= (after.kinds or set())
            away += after.kinds != home
        assert away == round(share * len(one.workers))


@pytest.mark.parametrize("seed", range(3))
def test_the_best_of_a_pool_without_sharing_is_the_sum_for_other_houses_too(seed: int) -> None:
    """Each solved alone, and all side by side."""
    houses = [house(10 + seed, 2), house(20 + seed, 3)]
    alone = [solve(one, MaxRuntime(60), 1, Params(solver="cpsat")) for one in houses]
    pool = solve_apart(shared_pool(houses, 0.0, 1), MaxRuntime(60), 1, Params(solver="cpsat"))
    assert all(one.is_optimal for one in alone)
    assert pool.objective == sum(one.objective or 0 for one in alone)
    assert pool.bound <= pool.objective
