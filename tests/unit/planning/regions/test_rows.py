"""Rows found one by one are those of column generation, and cost what the judge says."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from flexpool.planning import OFF, Contract, Limit, MaxRuntime, Problem, Roster, judge
from flexpool.planning.prices.cover import Floats
from flexpool.planning.problem import History
from flexpool.planning.regions import RegionParams, solve_region
from flexpool.planning.regions.neighbourhoods import Posts
from flexpool.planning.regions.rows.answers import Answers
from flexpool.planning.regions.rows.pattern import alternatives
from flexpool.planning.regions.rows.places import pricings_of
from flexpool.planning.regions.rows.steps import steps_of
from flexpool.planning.regions.settling.first_use import compile_first, must_compile
from flexpool.planning.regions.settling.settle_zone import (
    MOST_EACH,
    PASSES,
    SettleZone,
    zones_of,
)
from flexpool.planning.regions.settling.zone import Zone
from flexpool.planning.regions.state import State
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solvers.column_generation.pricing.columns import Columns, Duals
from flexpool.planning.solvers.column_generation.pricing.laying_out import (
    automaton_of,
    terms_of,
)
from unit.planning.regions.made_up import drawn, two_places

LONG_WEEKS = Contract(
    "all at a price",
    assignments=Limit(4, 6, under_weight=3, over_weight=7),
    weekends=Limit(maximum=1, over_weight=11),
    weekend_days=Limit(minimum=2, under_weight=4),
    work_run=Limit(2, 3, under_weight=5, over_weight=6),
    off_run=Limit(2, 4, under_weight=5, over_weight=2),
)
MINUTES = Contract("minutes", minutes=Limit(960, 2400), work_run=Limit(2, 5), off_run=Limit(2))
BEFORE = (None, History(work_run=2, kind="o1-p1 carer late"), History(off_run=1, assignments=2))


def of(problem: Problem, contract: Contract, history: History | None) -> Problem:
    """The same problem with everybody on a contract, after the same days."""
    knows = history is None or history.kind in {"", *(kind.id for kind in problem.kinds)}
    past = history if knows else replace(history or History(), kind=problem.kinds[0].id)
    workers = tuple(replace(one, contract=contract, history=past) for one in problem.workers)
    return replace(problem, workers=workers)


def any_duals(problem: Problem, seed: int) -> Floats:
    """Prices by chance, some below nothing; not whole, as those on the way to a bound."""
    shape = problem.days, len(problem.tables.slots)
    prices: Floats = np.random.default_rng(seed).uniform(-5, 40, shape)
    return prices


def paid_by_place(problem: Problem, worker: int, cells: list[int]) -> float:
    """What the days and slots of a row cost whatever else is worked."""
    cost = problem.tables.cost[worker]
    return float(sum(cost[day, slot] for day, slot in enumerate(cells) if slot != OFF))


def the_problem(which: int) -> Problem:
    """Drawn contracts, or everybody on one that prices everything, or counts minutes."""
    problem = drawn(16, seed=which)
    if which % 3 == 0:
        return problem
    return of(problem, LONG_WEEKS if which % 3 == 1 else MINUTES, BEFORE[which // 3 % 3])


@pytest.mark.parametrize("which", range(9))
def test_a_row_is_the_cheapest_that_column_generation_finds(which: int) -> None:
    problem = the_problem(which)
    pricings = pricings_of(problem)
    assert pricings is not None
    duals = any_duals(problem, which)
    least, rows, costs = Answers(problem, pricings).at(duals)
    prices = Duals(duals, np.zeros((len(problem.workers), duals.shape[1])))
    found = Columns(problem).price(prices, 1)
    assert least == pytest.approx(found.least)
    assert np.isfinite(least).any()
    for worker, cells in enumerate(rows.tolist()):
        if np.isfinite(least[worker]):
            score = judge_worker(problem, worker, tuple(cells))
            assert score.is_feasible
            assert score.objective == costs[worker]


@pytest.mark.parametrize("which", range(9))
def test_something_else_on_one_day_costs_what_the_judge_says(which: int) -> None:
    problem = the_problem(which)
    pricings = pricings_of(problem)
    assert pricings is not None
    classes = pricings[0].group.classes.slots
    everybody = np.arange(len(problem.workers))
    steps = steps_of(automaton_of(pricings), terms_of(pricings, everybody))
    instead = np.empty((problem.days, len(problem.workers), len(classes) + 1))
    class_of = {int(slot): one for one, slots in enumerate(classes) for slot in slots}
    _, rows, _ = Answers(problem, pricings).at(any_duals(problem, which))
    compared = set()
    for worker, cells in enumerate(rows.tolist()):
        row = np.array([class_of.get(slot, -1) for slot in cells])
        kept = row.copy()
        alternatives(row, worker, steps, instead)
        assert (row == kept).all()
        for day, slot in product(range(problem.days), [OFF, *class_of]):
            if slot != OFF and not problem.tables.allowed[worker, day, slot]:
                continue
            other = [*cells[:day], slot, *cells[day + 1 :]]
            score = judge_worker(problem, worker, tuple(other))
            says = instead[day, worker, class_of.get(slot, -1)]
            assert np.isfinite(says) == score.is_feasible
            if score.is_feasible:
                assert says + paid_by_place(problem, worker, other) == score.objective
                compared.add(slot)
    assert OFF in compared
    assert len(compared) > 1


def test_a_maximum_per_kind_and_days_on_one_kind_are_left_to_column_generation() -> None:
    problem = two_places()
    for contract in (
        Contract("per kind", per_kind={"day A": Limit(maximum=2)}),
        Contract("days on a kind", kind_run={"day A": Limit(maximum=2)}),
    ):
        assert pricings_of(of(problem, contract, None)) is None


@pytest.mark.parametrize("seed", [1, 2])
def test_a_zone_costs_what_the_judge_says_after_every_step(seed: int) -> None:
    problem = drawn(24, seed)
    pricings = pricings_of(problem)
    assert pricings is not None
    zone = Zone(problem, pricings, seed)
    first = zone.cost
    for seconds in (0.0, 0.3, 0.3):
        settled = zone.settle(seconds)
        score = judge(problem, Roster(settled.grid))
        assert score.is_feasible
        assert score.objective == settled.cost
    assert score.objective < first


def test_a_zone_comes_near_the_best_there_is() -> None:
    problem = two_places(shared=1)
    pricings = pricings_of(problem)
    assert pricings is not None
    zone = Zone(problem, pricings, 1)
    settled = zone.settle(0.5)
    assert settled.steps > 10
    answer = SettleZone(State(problem).part_of([0, 1, 2, 3]), None, settled.grid, 0.5, 1)()
    assert answer.seen is not None
    rosters = list(zip(answer.seen.rows.tolist(), answer.seen.cells.tolist(), strict=True))
    assert len({(row, tuple(cells)) for row, cells in rosters}) == len(rosters)
    for (row, cells), cost in zip(rosters, answer.seen.costs, strict=True):
        assert judge_worker(problem, row, tuple(cells)).objective == cost


def test_a_zone_whose_rows_cannot_be_found_so_is_left_as_it_was() -> None:
    problem = of(two_places(), Contract("kind", kind_run={"day A": Limit(maximum=2)}), None)
    start = np.full((4, problem.days), OFF, dtype=np.int32)
    state = State(problem)
    answer = SettleZone(state.part_of([0, 1, 2, 3]), None, start, 1.0, 1)()
    assert not state.take(answer)
    assert answer.seen is None


def test_what_was_compiled_is_kept_for_the_next_region() -> None:
    compile_first()
    assert not must_compile()


def test_everybody_is_in_one_zone_for_no_longer_than_is_of_use() -> None:
    posts = Posts(drawn(40))
    for seconds, each in ((4.0, 0.1), (np.inf, MOST_EACH)):
        zones = zones_of(posts, 1, seconds, np.random.default_rng(1))
        assert sorted(row for rows, *_ in zones for row in rows) == list(range(40))
        assert [spent for _, spent, *_ in zones] == pytest.approx([each * len(z[0]) for z in zones])
        assert not any(goes_on for *_, goes_on in zones)


def test_of_more_zones_others_follow_from_the_rows_of_the_first() -> None:
    posts = Posts(drawn(60))
    zones = zones_of(posts, 2, 3.0, np.random.default_rng(1))[::-1]
    assert all(len(rows) <= 30 for rows, *_ in zones)
    order = [goes_on for *_, goes_on in zones]
    assert order == sorted(order)
    passes = [[zone for zone in zones if zone[3] is goes_on] for goes_on in (False, True)]
    for one, share in zip(passes, PASSES, strict=True):
        assert sorted(row for rows, *_ in one for row in rows) == list(range(60))
        assert sum(spent for _, spent, *_ in one) == pytest.approx(share * 2 * 3.0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_zone_goes_on_from_rows_at_what_the_judge_says_they_cost(seed: int) -> None:
    problem = drawn(24, seed)
    pricings = pricings_of(problem)
    assert pricings is not None
    first = Zone(problem, pricings, seed).settle(0.1)
    second = Zone(problem, pricings, seed, first.grid)
    score = judge(problem, Roster(second._board.grid.astype(np.int32)))
    assert score.is_feasible
    assert second.cost == score.objective <= first.cost
    assert second.settle(0.2).cost <= second.cost


def test_who_has_a_row_that_may_not_be_is_planned() -> None:
    problem = of(drawn(24, 1), MINUTES, None)
    pricings = pricings_of(problem)
    assert pricings is not None
    start = np.full((len(problem.workers), problem.days), OFF, dtype=np.int32)  # too few minutes
    zone = Zone(problem, pricings, 1, start)
    assert zone.is_planned
    score = judge(problem, Roster(zone._board.grid.astype(np.int32)))
    assert score.is_feasible
    assert score.objective == zone.cost


def test_a_bound_is_proven_before_anything_is_planned() -> None:
    """However small its share of the time."""
    result = solve_region(drawn(12), MaxRuntime(4.0), 1, params=RegionParams(bound_share=0.0))
    assert result.objective is not None
    assert 0 < result.bound <= result.objective
