"""A whole region: bound below, roster above, judged; and what cannot be divided is refused."""

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import mul
from typing import Any

import numpy as np
import pytest

from flexpool.planning import (
    AnyOf,
    Composition,
    Faces,
    Limit,
    MaxRuntime,
    Params,
    Problem,
    Supervision,
    WhenTold,
    judge,
    solve,
)
from flexpool.planning.prices.ascent import Ascent
from flexpool.planning.regions import (
    Here,
    Processes,
    RegionParams,
    components,
    solve_apart,
    solve_region,
)
from flexpool.planning.regions.bounding import Bounding
from flexpool.planning.regions.errands import RaisePrices, Weigh
from flexpool.planning.regions.executor import Errand, nothing_yet
from flexpool.planning.regions.neighbourhoods import Posts
from flexpool.planning.regions.planning_part import plan_part
from flexpool.planning.regions.prices.seen import together
from flexpool.planning.regions.state import State
from flexpool.planning.solve import UnableToSolve
from unit.planning.regions.made_up import drawn, two_places

PATIENT = 120.0


def test_a_small_region_is_planned_and_its_bound_meets_the_roster() -> None:
    problem = two_places()
    told: list[tuple[float, int | None, float, float | None]] = []
    result = solve_region(
        problem,
        MaxRuntime(PATIENT),
        params=RegionParams(gap=0.02),
        progress=lambda *moment: told.append(moment),
    )
    assert result.roster is not None
    assert judge(problem, result.roster).objective == result.objective
    assert result.gap is not None
    assert result.gap <= 0.02
    assert told[-1][1] == result.objective


def test_a_drawn_region_is_planned_near_its_bound() -> None:
    problem = drawn()
    result = solve_region(problem, MaxRuntime(PATIENT), 1, params=RegionParams(gap=0.1))
    assert result.roster is not None
    assert judge(problem, result.roster).is_feasible
    assert judge(problem, result.roster).objective == result.objective
    assert result.gap is not None
    assert result.gap <= 0.1


def test_a_region_is_planned_without_being_laid_out() -> None:
    """Its tables of worker × day × slot would be tens of gigabytes for 20,000 workers."""
    problem = drawn()
    result = solve_region(problem, MaxRuntime(PATIENT), 1, params=RegionParams(gap=0.2))
    assert result.objective is not None
    assert not {"_placed", "eligible", "may_follow"} & set(vars(problem.tables))


def test_the_bound_is_below_what_the_one_solve_finds() -> None:
    problem = two_places(shared=2)
    best = solve(problem, MaxRuntime(PATIENT), 1, Params(solver="cpsat"))
    result = solve_region(problem, MaxRuntime(PATIENT), params=RegionParams(gap=0.05))
    assert best.is_optimal
    assert best.objective is not None
    assert result.objective is not None
    assert result.bound <= best.objective <= result.objective


def bound_after_sweeps(problem_zone: int, monkeypatch: pytest.MonkeyPatch, sweeps: int) -> float:
    """The bound of a drawn region with zones of a size."""
    monkeypatch.setattr("flexpool.planning.regions.bounding.ZONE", problem_zone)
    monkeypatch.setattr("flexpool.planning.regions.bounding.ROUNDS", 40)
    problem = drawn()
    bounding = Bounding(State(problem), Posts(problem), np.random.default_rng(1))
    while bounding.sweep <= sweeps:
        errand = bounding.errand(PATIENT)
        assert isinstance(errand, RaisePrices | Weigh)
        bounding.hear(errand())
    return bounding.bound


def test_zones_reach_nearly_the_bound_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = bound_after_sweeps(1000, monkeypatch, 2)
    in_zones = bound_after_sweeps(15, monkeypatch, 2)
    assert whole > 0
    assert in_zones == pytest.approx(whole, rel=0.05)


def test_the_ascent_finds_the_top_of_a_hill_and_never_leaves_the_bounds() -> None:
    top = np.array([[3.0, -2.0, 9.0]])

    def hill(at: np.ndarray) -> tuple[float, np.ndarray]:
        return 100.0 - float(np.abs(at - top).sum()), np.sign(top - at).astype(np.int64)

    ascent = Ascent(np.zeros((1, 3)), hill, lambda at: np.clip(at, -5, 5), 10.0)
    ascent.climb(200, lambda: 0.0)
    assert ascent.value == pytest.approx(96.0, abs=0.5)
    assert ascent.duals.max() <= 5


def test_an_ascent_stops_when_told() -> None:
    asked: list[int] = []

    def flat(at: np.ndarray) -> tuple[float, np.ndarray]:
        asked.append(1)
        return 0.0, np.ones(at.shape, dtype=np.int64)

    Ascent(np.zeros((1, 1)), flat, lambda at: at, 1.0).climb(50, lambda: float(len(asked) > 3))
    assert len(asked) == 5  # and once for the mean of all prices


def test_where_prices_go_to_and_fro_their_mean_is_kept() -> None:
    top = 0.3

    def ridge(at: np.ndarray) -> tuple[float, np.ndarray]:
        return -float(np.abs(at - top).sum()), np.sign(top - at).astype(np.int64)

    asked: list[float] = []

    def noted(at: np.ndarray) -> tuple[float, np.ndarray]:
        asked.append(ridge(at)[0])
        return ridge(at)

    ascent = Ascent(np.zeros((1, 1)), noted, lambda at: at, 10.0)
    ascent.climb(40, lambda: 0.0)
    assert ascent.value == max(asked)
    assert len(ascent.shares) == len(asked) - 1


def test_a_part_that_is_the_best_already_is_left_as_it_is() -> None:
    problem = two_places(shared=0)
    best = solve(problem, MaxRuntime(PATIENT), 1, Params(solver="cpsat"))
    assert best.roster is not None
    again = plan_part(problem, best.roster.grid.copy(), together([]), PATIENT)
    assert (again == best.roster.grid).all()


@pytest.mark.parametrize(
    ("tie", "name"),
    [
        ({"faces": (Faces("A", 2),)}, r"continuity\.faces"),
        ({"compositions": (Composition(0, ({("day A", ""): 1},)),)}, r"team\.composition"),
    ],
)
def test_what_ties_workers_beyond_cover_is_refused_with_its_name(
    tie: dict[str, Any], name: str
) -> None:
    with pytest.raises(UnableToSolve, match=name):
        solve_region(replace(two_places(), **tie), MaxRuntime(1))


def test_who_must_be_supervised_is_refused_as_well() -> None:
    problem = two_places()
    learner = replace(problem.workers[0], supervision=(Supervision("mentor"),))
    with pytest.raises(UnableToSolve, match=r"team\.supervision"):
        solve_region(replace(problem, workers=(learner, *problem.workers[1:])), MaxRuntime(1))


def under(rules: str) -> Problem:
    """A drawn region under rules that column generation does not know."""
    problem = drawn(workers=24, days=7)
    if rules == "the law":
        return replace(problem, lawful=True, law_profile="care")
    short = {
        one.contract.id: replace(one.contract, week_minutes=Limit(maximum=960))
        for one in problem.workers
    }
    workers = (replace(one, contract=short[one.contract.id]) for one in problem.workers)
    return replace(problem, workers=tuple(workers))


@pytest.mark.parametrize("rules", ["the law", "hours a week"])
def test_a_region_under_other_rules_is_planned_within_them(rules: str) -> None:
    """Its bound is that of the region without them, so it holds, and may lie far below."""
    problem = under(rules)
    result = solve_region(problem, MaxRuntime(PATIENT), 1, params=RegionParams(gap=0.9))
    assert result.seconds < PATIENT / 2
    assert result.roster is not None
    score = judge(problem, result.roster)
    assert score.is_feasible
    assert score.objective == result.objective
    assert 0 < result.bound <= score.objective


def counted(amount: int) -> Iterator[Errand]:
    """Some errands."""
    return (partial(mul, number, number) for number in range(amount))


def test_every_errand_comes_back_with_its_answer_from_other_processes() -> None:
    with Processes(2) as executor:
        answers = sorted(answer for _, answer in executor.each(counted(5)))
    assert answers == [0, 1, 4, 9, 16]


def test_after_nothing_yet_the_next_is_asked_for_when_an_answer_has_come() -> None:
    """Not before, though there is a place for it."""
    heard = list[int]()

    def errands() -> Iterator[Errand]:
        yield partial(mul, 2, 3)
        while not heard:
            yield nothing_yet
        yield from counted(3)

    with Processes(2) as executor:
        for _, answer in executor.each(errands()):
            heard.append(answer)
    assert heard[0] == 6
    assert sorted(heard[1:]) == [0, 1, 4]


def test_what_is_under_way_is_left_undone_when_it_is_over() -> None:
    """And other processes begin when there is something to do again."""
    answers, told = list[int](), list[float]()

    def is_over() -> bool:
        if answers:
            told.append(time.perf_counter())
        return bool(answers)

    with Processes(2) as executor:
        errands = iter([partial(mul, 2, 3), partial(time.sleep, 60), partial(time.sleep, 60)])
        for _, answer in executor.each(errands, is_over):
            answers.append(answer)
        assert time.perf_counter() - told[-1] < 1.0
        assert answers == [6]
        assert sorted(answer for _, answer in executor.each(counted(2))) == [0, 1]


def test_a_region_that_is_told_to_stop_does_so_at_once_with_what_it_has() -> None:
    """While zones or parts are planned that would take seconds more."""
    problem, told = drawn(60), list[float]()

    def tell(seconds: float, objective: int | None, bound: float, gap: float | None) -> None:
        told.append(time.perf_counter())

    stop = AnyOf(MaxRuntime(PATIENT), WhenTold(lambda: bool(told)))
    with Processes(2) as executor:
        result = solve_region(problem, stop, 1, executor, progress=tell)
    assert time.perf_counter() - told[0] < 2.0
    assert result.roster is not None
    assert judge(problem, result.roster).objective == result.objective


def test_errands_here_are_drawn_one_at_a_time() -> None:
    drawn_so_far: list[int] = []

    def errands() -> Iterator[Errand]:
        for number in range(3):
            drawn_so_far.append(number)
            yield partial(mul, number, 2)

    for count, (_, answer) in enumerate(Here().each(errands()), start=1):
        assert len(drawn_so_far) == count
        assert answer == 2 * (count - 1)


def test_components_are_solved_apart_and_judged_together() -> None:
    problem = two_places(shared=0)
    assert [len(part.rows) for part in components(problem)] == [2, 2]
    result = solve_apart(problem, MaxRuntime(PATIENT), 1, Params(solver="cpsat"))
    assert result.roster is not None
    assert judge(problem, result.roster).objective == result.objective
    assert result.is_optimal
