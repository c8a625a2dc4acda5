"""Column generation: its rosters cost what the judge says, its bound is true."""

from __future__ import annotations

import numpy as np
import pytest

from flexpool.planning.formats import read_problem
from flexpool.planning.problem import (
    Contract,
    Demand,
    History,
    Kind,
    Limit,
    Problem,
    Request,
    Worker,
)
from flexpool.planning.scoring import Referee, judge_worker
from flexpool.planning.solve import lineup
from flexpool.planning.solvers import column_generation, cpsat
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals, at_duals
from flexpool.planning.solvers.column_generation.pricing.runs import run_of
from flexpool.planning.stop import MaxRuntime
from shared_data import shared

EARLY = Kind("E", 480)
LATE = Kind("L", 480, not_next_day=frozenset({"E"}))
NIGHT = Kind("N", 480, not_next_day=frozenset({"E", "L"}))
WARD = Contract(
    minutes=Limit(1440, 4800),
    work_run=Limit(2, 5),
    off_run=Limit(2),
    weekends=Limit(maximum=1),
    per_kind={"N": Limit(maximum=2)},
)
PRICED = Contract(
    assignments=Limit(4, 8, 20, 20),
    work_run=Limit(3, 5, 30, 30),
    off_run=Limit(2, 3, 30, 30),
    kind_run={"N": Limit(2, 3, 15, 15), "E": Limit(1, 4, 15, 15), "L": Limit(2, 4, 15, 15)},
    weekends=Limit(maximum=1, over_weight=30),
    weekend_days=Limit(minimum=2, under_weight=30),
)


def ward(contract: Contract, history: History | None = None, workers: int = 4) -> Problem:
    """A fortnight with three kinds, and a wish per worker."""
    people = tuple(
        Worker(
            f"w{number}",
            contract,
            requests=(Request(number, "E", 5, True), Request(number + 3, "", 7, False)),
            history=history,
        )
        for number in range(workers)
    )
    demands = tuple(
        Demand(day, kind, optimum=1, under_weight=100, over_weight=1)
        for day in range(14)
        for kind in "ELN"
    )
    return Problem("ward", 14, (EARLY, LATE, NIGHT), people, demands)


def chance_duals(problem: Problem, seed: int) -> Duals:
    """Prices by chance, so that many kinds of rosters come up."""
    rng = np.random.default_rng(seed)
    cover = rng.integers(-1, 101, (problem.days, len(problem.tables.slots))).astype(float)
    return Duals(cover, np.zeros((len(problem.workers), len(problem.tables.slots))))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    ("contract", "history"),
    [
        (WARD, None),
        (PRICED, History(kind="N", kind_run=2, work_run=4, assignments=3, weekends=1)),
        (PRICED, History(off_run=1)),
        (PRICED, None),
    ],
)
def test_a_column_costs_what_the_judge_says(
    contract: Contract, history: History | None, seed: int
) -> None:
    problem = ward(contract, history)
    duals = chance_duals(problem, seed)
    found = Columns(problem).price(duals, 6)
    prices = found.prices + at_duals(found.cells, found.workers, duals)
    assert len(found.workers) >= len(problem.workers)
    for worker, cells, price in zip(found.workers, found.cells, prices, strict=True):
        score = judge_worker(problem, int(worker), [int(slot) for slot in cells])
        assert score.is_feasible
        assert score.objective == pytest.approx(price)


@pytest.mark.parametrize("contract", [WARD, PRICED])
def test_no_roster_is_cheaper_than_the_least(contract: Contract) -> None:
    """Against every roster of a short horizon, one by one."""
    problem = ward(contract, workers=1)
    short = Problem("short", 5, problem.kinds, problem.workers, problem.demands[:15])
    duals = chance_duals(short, 3)
    least = np.inf
    for number in range(4**5):
        row = [int(digit) - 1 for digit in np.base_repr(number, 4).zfill(5)]
        score = judge_worker(short, 0, row)
        if score.is_feasible:
            paid = at_duals(np.array([row], dtype=np.int32), np.array([0]), duals)
            least = min(least, score.objective - float(paid[0]))
    assert Columns(short).price(duals, 1).least[0] == pytest.approx(least)


def test_it_agrees_with_cpsat_on_a_small_ward() -> None:
    problem = ward(WARD, workers=6)
    generated = Referee(problem, MaxRuntime(10))
    column_generation.solve(generated, 1, 1)
    modelled = Referee(problem, MaxRuntime(20))
    cpsat.solve(modelled, 1, 1)
    assert generated.objective is not None
    assert modelled.objective is not None
    assert generated.bound <= modelled.objective
    assert modelled.bound <= generated.objective


@pytest.mark.parametrize(("number", "optimum"), [(2, 828), (3, 1001), (4, 1716)])
def test_it_proves_public_optima(number: int, optimum: int) -> None:
    problem = read_problem(shared(f"bench/curtois/Instance{number}.txt"))
    referee = Referee(problem, MaxRuntime(30))
    column_generation.solve(referee, 1, 1)
    assert (referee.objective, referee.bound) == (optimum, optimum)


def test_runs_price_what_is_short_and_what_is_over() -> None:
    run = run_of(Limit(2, 3, 30, 15))
    assert run.ending.tolist() == [30, 0, 0, 0]
    assert run.each_day.tolist() == [0, 0, 0, 15]
    assert run.loops


def test_a_hard_maximum_ends_the_run() -> None:
    run = run_of(Limit(2, 5))
    assert (run.cap, run.loops) == (5, False)
    assert np.isinf(run.ending[0])


def test_minutes_and_assignments_both_bind_where_kinds_differ_in_length() -> None:
    """The tables count minutes; the two shifts at most are asked beside them."""
    contract = Contract(minutes=Limit(0, 960), assignments=Limit(0, 2))
    kinds = (Kind("short", 240), Kind("long", 480))
    demands = tuple(Demand(day, "short", optimum=1, under_weight=10) for day in range(4))
    problem = Problem("mixed", 7, kinds, (Worker("w", contract),), demands)
    referee = Referee(problem, MaxRuntime(30))
    column_generation.solve(referee, 1, 1)
    assert (referee.objective, referee.bound) == (20, 20)


def test_minutes_of_one_and_assignments_of_another_both_bind() -> None:
    """With kinds of one length a unit is a shift, so both are counted in the same units."""
    workers = (
        Worker("anna", Contract("minutes", minutes=Limit(maximum=960))),
        Worker("bob", Contract("shifts", assignments=Limit(maximum=1))),
    )
    demands = tuple(Demand(day, "E", optimum=1, under_weight=10) for day in range(5))
    problem = Problem("both", 5, (EARLY,), workers, demands)
    referee = Referee(problem, MaxRuntime(30))
    column_generation.solve(referee, 1, 1)
    assert (referee.objective, referee.bound) == (20, 20)


def test_where_cover_must_hold_or_little_is_asked_the_model_of_days_begins() -> None:
    must = Demand(0, "E", minimum=1)
    problem = Problem("must", 7, (EARLY,), (Worker("w"),), (must,))
    assert lineup.choose(problem, "auto") == ("cpsat", "column_generation")
    assert lineup.choose(ward(WARD), "auto") == ("cpsat", "column_generation")
    many = tuple(Worker(f"w{number}", WARD) for number in range(60))
    large = Problem("large", 14, (EARLY, LATE, NIGHT), many, ward(WARD).demands)
    assert lineup.choose(large, "auto") == ("column_generation", "cpsat")
