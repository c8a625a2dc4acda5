"""Row after row: lawful from the first roster on, better with time, and never as it says itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from flexpool.planning import solve
from flexpool.planning.problem import Contract, Demand, History, Limit, Problem
from flexpool.planning.scoring import Referee, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solve import Params, lineup
from flexpool.planning.solvers import row_descent
from flexpool.planning.solvers.row_descent import descent
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.ward import suits, ward_of
from flexpool.planning.solvers.row_descent.ways import lasting
from flexpool.planning.stop import AnyOf, MaxRuntime, WhenTold
from unit.planning.rows.wards import ward


@pytest.fixture(autouse=True)
def few_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lead prices for a moment only; how well that works is tested beside the market."""
    monkeypatch.setattr(descent, "PASSES", 5)


def after(steps: int) -> WhenTold:
    """Stop when asked for the given number of times: the same on a slow machine."""
    left = iter(range(steps))
    return WhenTold(lambda: next(left, None) is None)


def searched(problem: Problem, steps: int = 400, seed: int = 1) -> Referee:
    """Let rows descend for a while."""
    referee = Referee(problem, after(steps))
    row_descent.solve(referee, seed, 1)
    return referee


@pytest.mark.parametrize("seed", range(4))
def test_every_roster_is_lawful_and_costs_what_was_claimed(seed: int) -> None:
    """The referee refuses any other; here what it kept is judged once more."""
    problem = ward(seed, workers=6, days=28, kinds=3)
    referee = searched(problem)
    assert referee.roster is not None
    score = judge(problem, referee.roster)
    assert score.is_feasible
    assert score.objective == referee.objective
    costs = [moment.objective for moment in referee.history if moment.objective is not None]
    assert costs == sorted(costs, reverse=True)


@pytest.mark.parametrize("seed", range(3))
def test_small_wards_end_near_what_columns_prove(seed: int) -> None:
    problem = ward(seed, workers=5, days=14)
    proven = solve(problem, MaxRuntime(10), seed=1, params=Params(solver="column_generation"))
    found = searched(problem, 1000).objective
    assert found is not None
    assert proven.objective is not None
    assert proven.bound <= found <= proven.objective + 200


def test_counting_agrees_with_the_judge_after_taking_out_and_putting_in() -> None:
    problem = ward(5, workers=5, days=14)
    minima = tuple(replace(one, minimum=1, minimum_weight=30, maximum=3) for one in problem.demands)
    problem = replace(problem, demands=minima)
    rows = Rows(problem, ward_of(problem))
    assert all(rows.plan(worker) for worker in range(5))
    for worker in (3, 0):
        rows.take_out(worker)
        assert rows.plan(worker)
    assert rows.cost == judge(problem, Roster(rows.grid.astype(np.int32))).objective


def test_a_start_is_gone_on_from_and_never_lost() -> None:
    problem = ward(2, workers=6, days=28)
    first = searched(problem)
    assert first.roster is not None
    referee = Referee(problem, after(100))
    row_descent.solve(referee, 2, 1, first.roster)
    assert referee.objective is not None
    assert first.objective is not None
    assert referee.objective <= first.objective


def test_what_others_found_is_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = ward(2, workers=6, days=28)
    better = searched(problem, 1000)
    assert better.roster is not None
    asked = 0

    def over() -> bool:
        nonlocal asked
        asked += 1
        if asked == 10 and better.roster is not None:
            referee.propose_start(better.roster)
        return asked > 40

    referee = Referee(problem, AnyOf(MaxRuntime(60), WhenTold(over)))
    search = descent.Descent(referee, 3)
    monkeypatch.setattr(search, "_step", lambda most: None)
    assert search.begin(None)
    search.improve()
    assert (search._rows.grid == better.roster.grid).all()


def test_it_stops_when_told_and_when_nothing_is_gained(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = ward(2, workers=6, days=28)
    referee = Referee(problem, WhenTold(lambda: True))
    row_descent.solve(referee, 1, 1)
    assert referee.objective is None
    monkeypatch.setattr(descent, "LEAST_SECONDS", 0.2)
    referee = Referee(problem, MaxRuntime(60))
    row_descent.solve(referee, 1, 1)
    assert referee.seconds < 30


def test_the_same_seed_walks_the_same_way() -> None:
    problem = ward(4, workers=6, days=28)
    ends = [searched(problem, 60, seed=7).objective for _ in range(2)]
    assert ends[0] is not None
    assert ends[0] == ends[1]


@pytest.mark.parametrize(
    "contract",
    [
        Contract(minutes=Limit(0, 4800, over_weight=1)),
        Contract(work_run=Limit(2, 5, under_weight=1)),
        Contract(off_run=Limit(2, 4)),
        Contract(weekends=Limit(1, 2)),
        Contract(per_kind={"D": Limit(1, 2)}),
    ],
)
def test_limits_at_a_price_or_from_below_are_left_to_others(contract: Contract) -> None:
    problem = ward(1, workers=1)
    problem = replace(problem, workers=(replace(problem.workers[0], contract=contract),))
    assert not suits(problem)
    assert searched(problem).objective is None


def test_a_past_and_cover_that_must_hold_are_left_to_others() -> None:
    problem = ward(1, workers=1)
    known = replace(problem.workers[0], history=History(off_run=3))
    assert suits(problem)
    assert not suits(replace(problem, workers=(known,)))
    assert not suits(replace(problem, demands=(Demand(0, "D", minimum=1),)))


def test_it_lasts_when_asked_to_however_little_is_gained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descent, "LEAST_SECONDS", 0.05)
    referee = Referee(ward(2, workers=6, days=28), MaxRuntime(2))
    lasting.solve(referee, 1, 1)
    assert referee.objective is not None
    assert referee.seconds >= 2


def test_only_larger_problems_get_it_and_it_is_known_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    problem = ward(1, workers=6, days=28, kinds=3)
    assert "row_descent" not in lineup.choose(problem, "auto")
    monkeypatch.setattr(lineup, "SMALL", 10)
    monkeypatch.setattr(lineup, "LARGE", 20)
    assert lineup.choose(problem, "auto") == lineup.SOLVERS
    alone: dict[str, Any] = {"params": Params(solver="row_descent")}
    result = solve(problem, after(60), seed=1, **alone)
    assert result.roster is not None
