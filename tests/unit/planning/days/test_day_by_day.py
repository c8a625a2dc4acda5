"""Day by day: each day is filled as cheaply as can be, and first rosters break nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from flexpool.planning import solve
from flexpool.planning.constraints import registry
from flexpool.planning.problem import (
    OFF,
    Contract,
    Demand,
    History,
    Kind,
    Limit,
    Problem,
    Request,
    Worker,
)
from flexpool.planning.scoring import Referee, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solve import Params, lineup
from flexpool.planning.solvers import day_by_day
from flexpool.planning.solvers.day_by_day.days import PATIENCE, Days
from flexpool.planning.solvers.day_by_day.one_day import cheapest_day
from flexpool.planning.stop import MaxRuntime, WhenTold

SHORT = 1000.0
EARLY = Kind("E", 480)
LATE = Kind("L", 480, not_next_day=frozenset({"E"}))
NIGHT = Kind("N", 480, not_next_day=frozenset({"E", "L"}))
KINDS = (EARLY, LATE, NIGHT)
PRICED = Contract(
    assignments=Limit(6, 9, 20, 20),
    work_run=Limit(3, 5, 30, 30),
    off_run=Limit(2, 3, 30, 30),
    kind_run={"N": Limit(2, 3, 15, 15), "E": Limit(1, 4, 15, 15), "L": Limit(2, 4, 15, 15)},
    weekends=Limit(maximum=1, over_weight=30),
    weekend_days=Limit(minimum=2, under_weight=30),
)


def ward(seed: int = 1, days: int = 14, workers: int = 9, contract: Contract = PRICED) -> Problem:
    """A ward whose minima must hold, more wished for at a price, and a past."""
    chance = np.random.default_rng(seed)
    people = tuple(
        Worker(
            f"w{number}",
            contract,
            requests=(Request(int(chance.integers(days)), "", 10, is_on=False),),
            history=History(off_run=1 + number % 3),
        )
        for number in range(workers)
    )
    demands = tuple(
        Demand(day, kind.id, minimum=1, optimum=1 + int(chance.integers(2)), under_weight=30)
        for day in range(days)
        for kind in KINDS
    )
    return Problem("ward", days, KINDS, people, demands)


def days_of(problem: Problem, seconds: float = 60) -> tuple[Days, Referee]:
    """Give days to fill and who judges them."""
    referee = Referee(problem, MaxRuntime(seconds))
    return Days(referee), referee


def cost_of(problem: Problem, price: np.ndarray, chosen: tuple[int, ...]) -> float:
    """Give what the first day costs with this choice of slots."""
    tables = problem.tables
    staffed = np.array([chosen.count(slot) for slot in range(len(tables.slots))])
    weight = np.where(tables.minimum_weight[0] < 0, SHORT, tables.minimum_weight[0])
    below = np.maximum(tables.minimum[0] - staffed, 0) * weight
    many = np.maximum(staffed - tables.maximum[0], 0) * SHORT
    under = np.maximum(tables.optimum[0] - staffed, 0) * tables.under_weight[0]
    level = np.maximum(tables.optimum[0], tables.minimum[0])
    over = np.minimum(np.maximum(staffed - level, 0), tables.maximum[0] - level)
    over = np.maximum(over, 0) * tables.over_weight[0]
    worked = sum(price[worker, slot] for worker, slot in enumerate(chosen) if slot != OFF)
    return float(worked + (below + many + under + over).sum())


@pytest.mark.parametrize("seed", range(20))
def test_no_other_way_to_fill_a_day_is_cheaper(seed: int) -> None:
    """Held against every way, at prices by chance; some may not work some kinds."""
    chance = np.random.default_rng(seed)
    demands = tuple(
        Demand(
            0,
            kind.id,
            minimum=int(chance.integers(3)),
            minimum_weight=(None, 25)[int(chance.integers(2))],
            optimum=int(chance.integers(3)),
            under_weight=int(chance.integers(1, 40)),
            over_weight=int(chance.integers(20)),
            maximum=(None, 3)[int(chance.integers(2))],
        )
        for kind in KINDS
    )
    problem = Problem("day", 1, KINDS, tuple(Worker(f"w{one}") for one in range(4)), demands)
    price = chance.integers(-20, 60, (4, 3)).astype(float)
    price[chance.random((4, 3)) < 0.2] = np.inf
    found = cheapest_day(problem.tables, 0, price, SHORT)
    ways = product((OFF, 0, 1, 2), repeat=4)
    best = min(cost_of(problem, price, way) for way in ways)
    assert cost_of(problem, price, tuple(found.tolist())) == pytest.approx(best)


def test_a_slot_of_which_nothing_is_asked_is_worked_only_when_it_is_worth_it() -> None:
    demand = Demand(0, "E", minimum=1)
    problem = Problem("day", 1, KINDS, (Worker("a"), Worker("b")), (demand,))
    price = np.array([[5.0, -3.0, 9.0], [4.0, 2.0, 9.0]])
    assert cheapest_day(problem.tables, 0, price, SHORT).tolist() == [1, 0]


def test_nobody_is_there_and_the_day_stays_empty() -> None:
    problem = Problem("day", 1, KINDS, (Worker("a"),), (Demand(0, "E", minimum=1),))
    assert cheapest_day(problem.tables, 0, np.full((1, 3), np.inf), SHORT).tolist() == [OFF]


@pytest.mark.parametrize("seed", range(4))
def test_first_rosters_break_nothing_and_sweeps_make_them_no_dearer(seed: int) -> None:
    problem = ward(seed)
    referee = Referee(problem, MaxRuntime(60))
    day_by_day.solve(referee, seed, 1)
    assert referee.roster is not None
    score = judge(problem, referee.roster)
    assert score.is_feasible
    assert score.objective == referee.objective
    costs = [one.objective for one in referee.history if one.objective is not None]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] < costs[0]


def test_a_sweep_leaves_a_roster_that_is_lawful_whatever_the_order() -> None:
    problem = ward(3)
    days, _ = days_of(problem)
    assert days.forward()
    first = days.propose()
    for seed in range(3):
        assert days.sweep(np.random.default_rng(seed))
        assert days.propose() <= first


def test_the_second_pass_knows_whom_tomorrow_needs() -> None:
    """Anna likes late best, but only she may do tomorrow's early; late forbids that."""
    no_early = Contract("no early", per_kind={"E": Limit(maximum=0)})
    anna = Worker("anna", requests=(Request(0, "L", 9, is_on=True),))
    bob = Worker("bob", no_early, days_off=frozenset({1}))
    demands = (
        Demand(0, "L", minimum=1, optimum=1, over_weight=1),
        Demand(1, "E", minimum=1, optimum=1, over_weight=1),
    )
    problem = Problem("two days", 2, (EARLY, LATE), (anna, bob), demands)
    days, referee = days_of(problem)
    for day in range(2):
        days.fill(day)
    assert days.grid.tolist() == [[1, OFF], [OFF, OFF]]
    assert days.propose() == np.inf
    assert referee.roster is None
    assert days.forward()
    assert days.grid.tolist() == [[OFF, 0], [1, OFF]]
    assert days.propose() == 9


def test_what_nobody_can_fill_ends_without_a_roster() -> None:
    problem = Problem("two", 1, KINDS, (Worker("a"),), (Demand(0, "E", minimum=2),))
    referee = Referee(problem, MaxRuntime(60))
    day_by_day.solve(referee, 1, 1)
    assert referee.roster is None
    assert referee.seconds < 30


def test_the_search_for_cover_ends_when_it_gets_no_better(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many passes without fewer missing, and the others may try."""
    days, _ = days_of(ward(days=2))
    monkeypatch.setattr(days, "fill", lambda day: True)
    left = [5, 4, 4, 3, *[3] * 20]
    monkeypatch.setattr(days, "_learn", lambda: left.pop(0))
    assert not days.forward()
    assert len(left) == 20 - PATIENCE


def test_rows_that_break_what_is_hard_are_not_proposed() -> None:
    """Each must work five in a row; the cover of two days alone does not ask for that."""
    must = replace(PRICED, work_run=Limit(minimum=5), assignments=None)
    people = tuple(Worker(f"w{one}", must, history=History(off_run=1)) for one in range(3))
    demands = (Demand(0, "E", minimum=1, maximum=1), Demand(1, "E", maximum=0))
    problem = Problem("five", 7, KINDS, people, demands)
    referee = Referee(problem, MaxRuntime(60))
    day_by_day.solve(referee, 1, 1)
    assert referee.roster is None or judge(problem, referee.roster).is_feasible


def test_it_stops_when_told_and_keeps_a_start() -> None:
    problem = ward()
    referee = Referee(problem, WhenTold(lambda: True))
    day_by_day.solve(referee, 1, 1)
    assert referee.roster is None
    made = Referee(problem, MaxRuntime(60))
    day_by_day.solve(made, 1, 1)
    start = made.roster
    assert start is not None
    day_by_day.solve(referee, 1, 1, Roster(start.grid))
    assert referee.objective == made.objective


def test_sweeps_take_no_more_than_their_share_of_the_time() -> None:
    days, _ = days_of(ward(), seconds=1000)
    days._until = -1.0
    assert not days.sweep(np.random.default_rng(1))
    assert not days.fill(0)
    assert (days.grid == OFF).all()


def test_a_sweep_cut_short_is_told_of_as_far_as_it_came(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten days of fourteen: what they gained is kept, and no other sweep begins."""
    problem, swept = ward(1), []
    filled = Days.fill

    def fill(days: Days, day: int) -> bool:
        if days._until < np.inf and referee.objective is not None:
            swept.append(day)
            return len(swept) <= 10 and filled(days, day)
        return filled(days, day)

    monkeypatch.setattr(Days, "fill", fill)
    referee = Referee(problem, MaxRuntime(60))
    day_by_day.solve(referee, 1, 1)
    costs = [one.objective for one in referee.history if one.objective is not None]
    assert len(swept) == 11
    assert len(costs) == 2
    assert costs[1] < costs[0]


@pytest.mark.parametrize("costs", [[100, 90, 80, 79], [100, 96], [0, 0], [np.inf, 9, 9]])
def test_sweeps_end_after_one_that_gained_little(
    costs: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Less than one in twenty; who had nothing lawful before goes on."""
    told = iter(costs)
    monkeypatch.setattr(Days, "propose", lambda days: next(told))
    monkeypatch.setattr(Days, "sweep", lambda days, rng: True)
    day_by_day.solve(Referee(ward(), MaxRuntime(60)), 1, 1)
    assert next(told, None) is None


def test_the_same_seed_makes_the_same_roster() -> None:
    problem, found = ward(2), []
    for _ in range(2):
        referee = Referee(problem, MaxRuntime(60))
        day_by_day.solve(referee, 5, 1)
        assert referee.roster is not None
        found.append(referee.roster.grid)
    assert (found[0] == found[1]).all()


def test_it_begins_where_cover_must_hold_unless_the_problem_is_small() -> None:
    large = ward(workers=60)
    assert lineup.choose(large, "auto") == ("day_by_day", "cpsat", "column_generation")
    assert lineup.choose(ward(workers=5), "auto") == ("cpsat", "column_generation")
    first, second = lineup._lanes(("day_by_day", "cpsat", "column_generation"), 2)
    assert [name for name, _ in first] == ["day_by_day", "cpsat", "column_generation.ways.hasty"]
    assert [name for name, _ in second] == ["column_generation", "cpsat"]


def test_it_knows_what_rows_cost_and_leaves_teams_and_the_law_to_others() -> None:
    assert {"totals.week-minutes", "nights.series", "weekends.free"} <= day_by_day.EXPRESSES
    left = {"team.supervision", "team.composition", "continuity.faces", "worktime.lawful"}
    assert not left & day_by_day.EXPRESSES
    assert set(registry.BY_ID) >= day_by_day.EXPRESSES


def test_it_can_be_asked_for_by_name() -> None:
    result = solve(ward(), MaxRuntime(20), seed=1, params=Params(solver="day_by_day"))
    assert result.roster is not None
