"""What is planned anew: neighbourhoods of a fair size that mend what costs, and never harm."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from column_wards import NO_ROSTER, fortnight
from flexpool.planning.problem import Problem, Worker
from flexpool.planning.scoring import Referee, judge, judge_worker
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.column_generation.anew import Anew
from flexpool.planning.solvers.column_generation.generate import Effort, generate
from flexpool.planning.solvers.column_generation.incumbent import Incumbent
from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.neighbourhood import (
    FADES,
    FEWEST_DAYS,
    FEWEST_STAFF,
    MOST_IN_WINDOW,
    NARROW_AFTER,
    WIDEN_AFTER,
    Chooser,
    Neighbourhood,
    Size,
)
from flexpool.planning.solvers.column_generation.pool import Pool
from flexpool.planning.solvers.column_generation.pricing.columns import Columns
from flexpool.planning.solvers.column_generation.search import Search
from flexpool.planning.stop import MaxRuntime, WhenTold

PATIENCE = 2.0


def quiet(problem: Problem) -> Incumbent:
    """Everybody works from Monday to Thursday, all on early or all on night: allowed, not good."""
    cells = np.full((len(problem.workers), problem.days), -1, dtype=np.int32)
    for row in range(len(problem.workers)):
        for day in range(problem.days):
            if day % 7 < 4:
                cells[row, day] = row % 2
    scores = [judge_worker(problem, row, line) for row, line in enumerate(cells.tolist())]
    assert all(score.is_feasible for score in scores)
    prices = np.array([float(score.objective) for score in scores])
    return Incumbent(problem, cells, prices, NO_ROSTER)


def planner(problem: Problem, seed: int = 1) -> Anew:
    """What plans anew, with the root's columns in its pool."""
    referee = Referee(problem, MaxRuntime(30))
    master, columns = Master(problem, NO_ROSTER), Columns(problem)
    reached = generate(master, columns, referee.should_stop, None, Effort())
    pool = Pool(master, reached.bound)
    return Anew(referee, columns, pool, NO_ROSTER, np.random.default_rng(seed))


def test_a_size_grows_only_after_several_failures_in_a_row() -> None:
    size = Size(10, 4, 12)
    for _ in range(WIDEN_AFTER - 1):
        size.learn(0.0, 0.1, PATIENCE)
    size.learn(5.0, 0.1, PATIENCE)
    assert (size.size, size.fails) == (10, 0)
    for _ in range(WIDEN_AFTER):
        size.learn(0.0, 0.1, PATIENCE)
    assert (size.size, size.fails) == (11, 0)
    for _ in range(9 * WIDEN_AFTER):
        size.learn(0.0, 0.1, PATIENCE)
    assert size.size == 12


@pytest.mark.parametrize("gain", [0.0, 8.0])
def test_a_size_shrinks_when_it_takes_too_long_whatever_it_gains(gain: float) -> None:
    size, seen = Size(20, 4, 30), []
    for _ in range(20):
        size.learn(gain, PATIENCE + 1, PATIENCE)
        seen.append(size.size)
    assert seen[:3] == [16, 13, 11]
    assert seen[-1] == 4


def test_a_size_shrinks_when_nothing_else_comes_at_the_same_price_either() -> None:
    size = Size(10, 9, 12)
    for stuck in (True, True, True, False, True, True, True):
        size.learn(0.0, 0.1, PATIENCE, stuck)
    assert size.size == 10 + 1  # after so many without gain
    for _ in range(5 * NARROW_AFTER):
        size.learn(1.0, 0.1, PATIENCE, stuck=True)
    assert size.size == 9


def test_roaming_waits_for_failures_and_ends_with_a_gain() -> None:
    size, seen = Size(10, 4, 12, widens_after=3 * WIDEN_AFTER), []
    for gain in (*[0.0] * WIDEN_AFTER, 0.0, 5.0, 0.0):
        size.learn(gain, 0.1, PATIENCE)
        seen.append(size.roams)
    assert seen == [*[False] * (WIDEN_AFTER - 1), True, True, False, False]


def test_what_was_gained_fades_with_time_but_not_in_rank() -> None:
    """Whichever kind the time went to: while nothing is gained, both keep their rank."""
    chooser = Chooser(6, 14, np.random.default_rng(5))
    chooser.learn(chooser.window, 60.0, 1.0, PATIENCE)
    chooser.learn(chooser.staff, 20.0, 1.0, PATIENCE)
    before = chooser.window.gain, chooser.staff.worth, chooser.window.worth
    chooser.learn(chooser.staff, 0.0, FADES * PATIENCE, PATIENCE)
    assert chooser.window.gain == pytest.approx(before[0] / 2)
    assert chooser.window.worth == pytest.approx(before[2])
    assert chooser.staff.worth < before[1] < chooser.window.worth


def test_what_pays_more_in_its_time_is_worth_more() -> None:
    quick, slow = Size(10, 4, 12), Size(10, 4, 12)
    for _ in range(10):
        quick.learn(6.0, 0.5, PATIENCE)
        slow.learn(6.0, 1.5, PATIENCE)
    assert quick.worth > slow.worth


def test_both_kinds_of_neighbourhood_go_on_being_tried() -> None:
    """The better one more often; the other is not forgotten."""
    incumbent = quiet(fortnight())
    chooser = Chooser(6, 14, np.random.default_rng(5))
    chooser.window.gain = 50.0
    drawn = [chooser.choose(incumbent, incumbent.excess)[0] is chooser.window for _ in range(200)]
    assert 130 < sum(drawn) < 190


def test_what_takes_long_is_tried_less_often() -> None:
    """A fifth of the time goes to the other kind, not a fifth of the tries."""
    incumbent, chooser = quiet(fortnight()), Chooser(6, 14, np.random.default_rng(5))
    chooser.window.gain, chooser.staff.each = 50.0, 10.0
    drawn = [chooser.choose(incumbent, incumbent.excess)[0] is chooser.staff for _ in range(400)]
    assert 0 < sum(drawn) < 20


def test_days_are_planned_again_from_the_prices_they_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the days that were open are kept, and asked first when such days are open again."""
    problem, days = fortnight(), np.arange(14) < 7
    anew, before = planner(problem), quiet(problem)
    prices, asked = anew.cover.copy(), list[np.ndarray]()
    price = anew.columns.price
    monkeypatch.setattr(
        anew.columns,
        "price",
        lambda at, *more, **how: asked.append(at.cover.copy()) or price(at, *more, **how),
    )
    better = anew.plan(before, Neighbourhood(np.arange(6), days), before.cost - 1)
    assert (asked[0] == prices).all()
    assert (anew.cover[~days] == prices[~days]).all()
    assert (anew.cover[days] != prices[days]).any()
    kept, number = anew.cover.copy(), len(asked)
    assert better is not None
    anew.plan(better, Neighbourhood(np.arange(6), ~days), better.cost - 1)
    assert (asked[number] == kept).all()


def test_planning_anew_gives_up_when_its_time_is_over() -> None:
    everybody = Neighbourhood(np.arange(6), np.ones(14, dtype=bool))
    before = quiet(fortnight())
    assert planner(before.problem).plan(before, everybody, before.cost - 1, -1.0) is None


@pytest.mark.parametrize("grain", [1.0, 10_000.0])
def test_only_what_is_a_grain_cheaper_is_of_use(grain: float) -> None:
    problem, days = fortnight(), np.ones(14, dtype=bool)
    anew = planner(problem)
    before = quiet(problem)
    after = anew.plan(before, Neighbourhood(np.arange(6), days), before.cost - grain)
    assert (after is None) == (grain > 1)


@pytest.mark.parametrize(("people", "seed"), [(2, 0), (6, 1), (60, 2)])
def test_neighbourhoods_lie_within_the_problem(people: int, seed: int) -> None:
    """Workers once each and in order; days in a row, as many as the size says."""
    incumbent = quiet(fortnight(people))
    chooser = Chooser(people, 14, np.random.default_rng(seed))
    for _ in range(100):
        size, chosen = chooser.choose(incumbent, incumbent.excess)
        rows, days = chosen.workers.tolist(), np.flatnonzero(chosen.open_days)
        assert rows == sorted(set(rows))
        assert 0 <= rows[0] <= rows[-1] < people
        if size is chooser.staff:
            assert (len(rows), chosen.has_all_days) == (size.size, True)
        else:
            more = len(days) - size.size
            assert days.tolist() == list(range(days[0], days[0] + size.size + more))
            assert more == 0 or (more == 1 and days[-1] % 7 == 6)  # a weekend stays whole
            assert days[-1] % 7 != 5
            assert len(rows) == min(people, MOST_IN_WINDOW)
        assert size.size >= min(size.most, FEWEST_DAYS, FEWEST_STAFF)


@pytest.mark.parametrize(("people", "days"), [(1, 1), (2, 3), (3, 5)])
def test_a_small_problem_bounds_every_size_after_any_lesson(people: int, days: int) -> None:
    """Fewer people or days than the fewest of a neighbourhood: then all of them."""
    problem = fortnight(people)
    demands = tuple(one for one in problem.demands if one.day < days)
    workers = tuple(Worker(f"w{one}") for one in range(people))
    problem = replace(problem, days=days, demands=demands, workers=workers)
    cells = np.full((people, days), -1, dtype=np.int32)
    incumbent = Incumbent(problem, cells, np.zeros(people), NO_ROSTER)
    chooser = Chooser(people, days, np.random.default_rng(0))
    for number in range(60):
        size, chosen = chooser.choose(incumbent, incumbent.excess)
        assert 1 <= len(chosen.workers) <= people
        assert chosen.open_days.sum() <= days
        assert chosen.open_days.any()
        size.learn(0.0, PATIENCE * (number % 3), PATIENCE)
        assert size.size <= size.most


def test_the_same_seed_draws_the_same_neighbourhoods() -> None:
    def drawn() -> list[tuple[list[int], list[bool]]]:
        chooser, incumbent = Chooser(6, 14, np.random.default_rng(9)), quiet(fortnight())
        found = [chooser.choose(incumbent, incumbent.excess)[1] for _ in range(20)]
        return [(one.workers.tolist(), one.open_days.tolist()) for one in found]

    assert drawn() == drawn()


@pytest.mark.parametrize("rows", [[0, 1, 2], [1, 3, 4, 5], list(range(6))])
@pytest.mark.parametrize("window", [slice(0, 14), slice(3, 9), slice(10, 14)])
def test_planning_anew_mends_and_leaves_the_rest_alone(rows: list[int], window: slice) -> None:
    """What comes back is cheaper, breaks nothing, and differs in the neighbourhood only."""
    problem = fortnight()
    before, days = quiet(problem), np.zeros(14, dtype=bool)
    days[window] = True
    cells = before.cells.copy()
    chosen = Neighbourhood(np.array(rows), days)
    after = planner(problem).plan(before, chosen, before.cost - 1)
    assert after is not None
    score = judge(problem, Roster(after.cells))
    assert (score.is_feasible, float(score.objective)) == (True, after.cost)
    assert after.cost < before.cost
    others = np.setdiff1d(np.arange(6), rows)
    assert (after.cells[others] == before.cells[others]).all()
    assert (after.cells[:, ~days] == before.cells[:, ~days]).all()
    assert (before.cells == cells).all()


def test_only_whole_rosters_found_go_into_the_pool() -> None:
    """Rosters of a window hold days that another incumbent does not have."""
    problem, days = fortnight(), np.arange(14) < 6
    anew, before = planner(problem), quiet(problem)
    count = len(anew.pool.cost)
    anew.plan(before, Neighbourhood(np.arange(4), days), before.cost - 1)
    assert len(anew.pool.cost) == count
    anew.plan(before, Neighbourhood(np.arange(4), np.ones(14, dtype=bool)), before.cost - 1)
    assert len(anew.pool.cost) > count
    best = anew.pool.best(np.arange(6), 3)
    assert np.bincount(anew.pool.worker[best]).tolist() == [3] * 6


def test_a_neighbourhood_without_better_gives_nothing() -> None:
    """The optimum cannot be mended, nor can anything once it is told to stop."""
    problem = fortnight(3)
    referee = Referee(problem, MaxRuntime(20))
    search = Search(referee, 1)
    search.first(*search.root())
    search.improve()
    assert referee.is_closed
    best = search.incumbent
    assert best is not None
    everybody = Neighbourhood(np.arange(3), np.ones(14, dtype=bool))
    assert planner(problem).plan(best, everybody, best.cost - 1) is None
    anew = planner(problem)
    anew.referee = Referee(problem, WhenTold(lambda: True))
    assert anew.plan(quiet(problem), everybody, np.inf) is None
