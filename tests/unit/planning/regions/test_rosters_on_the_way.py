"""What was cheapest on the way up to the bound: kept by weight, drawn from, and used as columns."""

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning import OFF, Limit, MaxRuntime, Params, Roster, judge, solve
from flexpool.planning.regions import Here, Processes, RegionParams
from flexpool.planning.regions.bounding import Bounding
from flexpool.planning.regions.errands import Planned, PlanPart, Raised, RaisePrices, Weigh
from flexpool.planning.regions.executor import nothing_yet
from flexpool.planning.regions.neighbourhoods import Posts
from flexpool.planning.regions.parts import Part
from flexpool.planning.regions.planning import Planning
from flexpool.planning.regions.planning_part import plan_part
from flexpool.planning.regions.prices import seen as module
from flexpool.planning.regions.prices.cheapest import Cheapest, Prices
from flexpool.planning.regions.prices.seen import Rosters, Seen, together, weights_of
from flexpool.planning.regions.settling.settle_zone import SettleZone
from flexpool.planning.regions.state import State
from flexpool.planning.scoring import judge_worker
from unit.planning.regions.made_up import drawn, two_places

PATIENT = 120.0
SHARES = [0.5, 0.25, 0.1]


def whole(days: int = 7) -> Part:
    """A part that is the whole of two places."""
    state = State(two_places(days=days))
    return state.cutter.cut(range(4))


def some(part: Part, *rows: list[int]) -> Cheapest:
    """A round in which everybody but the first worker is off; the rows are those of the first."""
    cells = np.full((len(part.rows), part.problem.days), OFF, dtype=np.int32)
    cells[0] = rows[0]
    return Cheapest(0.0, cells, np.arange(len(part.rows), dtype=float))


def test_rounds_weigh_what_the_mean_gives_them() -> None:
    values = np.array([4.0, 8.0, -2.0, 30.0])
    mean = values[0]
    for share, value in zip(SHARES, values[1:], strict=True):
        mean += share * (value - mean)
    assert float(weights_of(SHARES) @ values) == pytest.approx(mean)
    assert weights_of([]).tolist() == [1.0]


def test_the_weightiest_rosters_are_kept_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", 2)
    part = whole(days=2)
    seen = Seen(part)
    for row in ([0, OFF], [OFF, 0], [0, OFF], [0, 0]):
        seen.note(some(part, row))
    kept = seen.kept([0.5, 0.5, 0.2])  # weighs 0.2, 0.2, 0.4, 0.2
    own = kept.of(np.nonzero(kept.rows == 0)[0])
    assert own.cells[0].tolist() == [0, OFF]
    assert own.weights[0] == pytest.approx(0.6)
    assert len(own.rows) == 2
    assert (np.bincount(kept.rows) == [2, 1, 1, 1]).all()


def test_a_roster_above_a_maximum_of_a_kind_is_not_kept() -> None:
    problem = two_places(days=2)
    capped = replace(problem.workers[0].contract, per_kind={"day A": Limit(maximum=1)})
    first = replace(problem.workers[0], contract=capped)
    part = State(replace(problem, workers=(first, *problem.workers[1:]))).cutter.cut(range(4))
    seen = Seen(part)
    seen.note(some(part, [0, 0]))
    assert 0 not in seen.kept([]).rows


def test_prices_and_judge_agree_on_what_a_roster_costs() -> None:
    state = State(drawn(workers=25))
    part = state.cutter.cut(range(len(state.problem.workers)))
    duals = state.cover.clipped(state.cover.under * 0.7)
    found = Prices(part).cheapest(duals)
    judged = [
        judge_worker(part.problem, row, cells) for row, cells in enumerate(found.cells.tolist())
    ]
    assert all(one.is_feasible for one in judged)
    assert [one.objective for one in judged] == found.costs.tolist()


def raised(state: State, rounds: int = 20) -> Raised:
    """What one errand of prices brings home."""
    bounding = Bounding(state, Posts(state.problem), np.random.default_rng(1))
    errand = bounding.errand(PATIENT)
    assert isinstance(errand, RaisePrices)
    return replace(errand, rounds=rounds)()


def test_rosters_are_drawn_for_everybody_and_the_books_are_right() -> None:
    state = State(drawn(workers=25))
    assert not state.is_planned
    state.learn(raised(state).rosters)
    state.draw(np.random.default_rng(3))
    assert state.is_planned
    every = state.cutter.cut(range(len(state.problem.workers)))
    score = judge(every.problem, Roster(every.inward(state.grid)))
    assert score.is_feasible
    assert score.objective == state.objective


def test_another_sweep_begins_only_when_it_fits_and_one_under_way_goes_on() -> None:
    bounding = Bounding(
        State(drawn(workers=25)), Posts(drawn(workers=25)), np.random.default_rng(1)
    )
    bounding.sweep = 3  # two were done
    assert bounding.fits_another(8.0, 12.0)
    assert not bounding.fits_another(8.0, 11.9)
    bounding.errand(PATIENT)
    assert bounding.fits_another(8.0, 0.0)


def test_what_is_expected_of_others_follows_what_was_planned_meanwhile() -> None:
    """Asked on the way or only at the end: others leave the same."""
    rosters = raised(State(drawn(workers=25))).rosters
    asked, fresh = State(drawn(workers=25)), State(drawn(workers=25))
    for state in (asked, fresh):
        state.learn(rosters)
    for rows in ([0, 1, 2], [9], [20, 4]):
        asked.part_of(rows)
        for state in (asked, fresh):
            free = np.full((len(rows), state.problem.days), OFF, dtype=np.int32)
            state.take(Planned(np.array(rows), free, np.zeros(len(rows), dtype=np.int64), 0.0))
    for rows in ([3, 5], [0, 9, 24]):
        assert asked.part_of(rows).problem.demands == fresh.part_of(rows).problem.demands
    asked.learn(rosters.of(np.nonzero(rosters.rows == 7)[0][:1]))
    fresh.learn(rosters.of(np.nonzero(rosters.rows == 7)[0][:1]))
    assert asked.part_of([3]).problem.demands == fresh.part_of([3]).problem.demands


def test_what_is_known_of_a_part_is_in_its_own_rows_and_slots() -> None:
    state = State(drawn(workers=25))
    state.learn(raised(state).rosters)
    part = state.cutter.cut([7, 3])
    known = state.known_of(part)
    assert set(known.rows.tolist()) == {0, 1}
    for row, cells, cost in zip(known.rows, known.cells.tolist(), known.costs, strict=True):
        assert judge_worker(part.problem, int(row), cells).objective == cost


def test_a_part_is_planned_from_known_rosters() -> None:
    problem = two_places()
    best = solve(problem, MaxRuntime(PATIENT), 1, Params(solver="cpsat"))
    assert best.roster is not None
    grid = best.roster.grid
    costs = [judge_worker(problem, row, cells).objective for row, cells in enumerate(grid.tolist())]
    known = Rosters(np.arange(4), grid, np.array(costs, dtype=float), np.ones(4))
    start = np.full_like(grid, OFF)
    found = plan_part(problem, start, known, PATIENT)
    assert judge(problem, Roster(found)).objective == best.objective
    nothing = plan_part(problem, start, together([]), PATIENT)
    assert judge(problem, Roster(nothing)).is_feasible


def test_nobody_is_planned_before_first_rosters_are_drawn() -> None:
    planning = Planning(drawn(workers=25), MaxRuntime(PATIENT), 1, Here(), RegionParams(), None)
    order = []
    for errand in planning._errands():
        order.append(type(errand))
        is_plan = isinstance(errand, PlanPart | SettleZone)
        sort, answer = "plan" if is_plan else "bound", errand()
        planning.flying[sort] -= 1
        planning.spent[sort] += answer.seconds
        planning._hear(answer)
        if is_plan:
            break
    assert order[0] is RaisePrices
    assert order[-1] is SettleZone
    assert planning.state.is_planned


def test_nobody_is_planned_while_nothing_is_known_of_the_others_yet() -> None:
    with Processes(2) as two:
        planning = Planning(drawn(25), MaxRuntime(PATIENT), 1, two, RegionParams(), None)
        errands = planning._errands()
        first = next(errands)
        assert isinstance(first, RaisePrices)
        assert next(errands) is nothing_yet
        planning.flying["bound"] -= 1
        planning._hear(replace(first, rounds=20)())
        assert isinstance(next(errands), Weigh)


def test_a_zone_is_settled_for_no_longer_than_there_is_time() -> None:
    planning = Planning(drawn(workers=25), MaxRuntime(8.0), 1, Here(), RegionParams(), None)
    planning.zones = [([0, 1], 500.0, 1, True), ([2, 3], 2.0, 1, False)]
    spent = [
        errand.seconds for errand in (planning._settle_zone(), planning._settle_zone()) if errand
    ]
    assert spent[0] == 2.0
    assert 1.0 <= spent[1] <= 8.0
    assert planning._settle_zone() is None


def test_the_first_prices_of_one_zone_are_raised_by_all_who_have_no_other_work_yet() -> None:
    state = State(drawn(workers=60))
    bounding = Bounding(state, Posts(state.problem), np.random.default_rng(1), places=2)
    first = bounding.errand(float("inf"))  # so that no step depends on the clock
    assert isinstance(first, RaisePrices)
    assert first.threads == 2
    assert bounding.errand(PATIENT) is None
    alone, together = (replace(first, rounds=15, threads=threads)() for threads in (1, 2))
    assert alone.value == together.value
    assert (alone.duals == together.duals).all()
    bounding.hear(together)
    while isinstance(errand := bounding.errand(PATIENT), Weigh):
        bounding.hear(errand())
    assert isinstance(errand, RaisePrices)
    assert errand.threads == 1


def test_what_a_zone_went_through_is_kept_beside_what_makes_up_the_mix() -> None:
    state = State(two_places())
    cells = np.full((1, state.problem.days), OFF, dtype=np.int32)
    other = cells.copy()
    other[0, 0] = 0
    one = np.array([0])
    state.learn(Rosters(one, cells, np.array([6.0]), np.ones(1)))
    state.learn(Rosters(one, other, np.array([3.0]), np.ones(1)), settled=True)
    known = state.known_of(state.part_of([0, 1]))
    assert known.rows.tolist() == [0, 0]
    assert known.costs.tolist() == [6.0, 3.0]
