"""Parts of a region: where it divides, and that parts and books add up to what the judge says."""

import math

import numpy as np
import pytest

from flexpool.planning import Roster, judge
from flexpool.planning.regions import Here
from flexpool.planning.regions.errands import Planned
from flexpool.planning.regions.judging import judge_region
from flexpool.planning.regions.neighbourhoods import Posts, at_home, divide
from flexpool.planning.regions.state import State
from flexpool.planning.scoring import JudgedOtherwise, judge_worker
from unit.planning.regions.made_up import drawn, two_places


def planned(state: State, rows: list[int], grid: np.ndarray) -> Planned:
    """Rosters as an errand would bring them home."""
    part = state.part_of(rows)
    inner = part.inward(_spread(state, rows, grid))
    prices = [
        judge_worker(part.problem, row, cells).objective for row, cells in enumerate(inner.tolist())
    ]
    return Planned(part.rows, part.outward(inner), np.array(prices), 0.0)


def _spread(state: State, rows: list[int], grid: np.ndarray) -> np.ndarray:
    whole = state.grid.copy()
    whole[rows] = grid
    return whole


def lawful_rows(state: State, seed: int) -> np.ndarray:
    """Some assignments that break nothing: each worker now and then, at a kind that is asked."""
    rng = np.random.default_rng(seed)
    grid = np.full(state.grid.shape, -1, dtype=np.int32)
    allowed = state.problem.tables.allowed
    for worker in range(len(grid)):
        for day in range(0, state.problem.days, 4):
            slots = np.nonzero(allowed[worker, day])[0]
            most = state.problem.workers[worker].contract.assignments
            if len(slots) and most and (grid[worker] >= 0).sum() < (most.maximum or 0):
                grid[worker, day] = rng.choice(slots)
    return grid


def test_places_without_shared_staff_are_components_and_one_worker_joins_them() -> None:
    assert len(divide(Posts(two_places(shared=0)), math.inf)) == 2
    assert len(divide(Posts(two_places(shared=1)), math.inf)) == 1


def test_everybody_is_at_home_in_one_part_no_larger_than_asked() -> None:
    posts = Posts(drawn(120))
    parts = [at_home(posts, part) for part in divide(posts, 30)]
    assert sorted(row for rows in parts for row in rows) == list(range(120))
    assert max(len(rows) for rows in parts) <= 30


def test_a_division_by_chance_comes_out_otherwise_but_the_same_for_one_seed() -> None:
    posts = Posts(drawn(120))
    by_chance = [divide(posts, 30, np.random.default_rng(seed)) for seed in (1, 1, 2)]
    assert by_chance[0] == by_chance[1]
    assert by_chance[0] != by_chance[2]


def test_a_part_has_its_workers_whole_reach_and_what_others_leave() -> None:
    state = State(two_places())
    state.take(planned(state, [2, 3], np.zeros((2, 7), dtype=np.int32) + 1))
    part = state.part_of([0])
    assert [kind.id for kind in part.problem.kinds] == ["day A", "day B"]
    assert {demand.optimum for demand in part.problem.demands if demand.kind == "day B"} == {0}


@pytest.mark.parametrize("seed", range(4))
def test_the_books_say_what_the_judge_says_of_the_whole(seed: int) -> None:
    problem = drawn()
    state, posts = State(problem), Posts(problem)
    grid = lawful_rows(state, seed)
    for part in divide(posts, 15):
        if rows := at_home(posts, part):
            state.take(planned(state, rows, grid[rows]))
    assert state.is_planned
    assert state.objective == judge(problem, Roster(state.grid)).objective


def test_the_judge_on_parts_says_what_it_says_of_the_whole() -> None:
    problem = drawn()
    state, posts = State(problem), Posts(problem)
    state.take(planned(state, list(range(40)), lawful_rows(state, 1)))
    whole = judge(problem, Roster(state.grid))
    assert judge_region(state, posts, Here()) == whole.objective


def test_dearer_rosters_are_not_taken() -> None:
    state = State(two_places())
    nobody, everyday = np.full((4, 7), -1, dtype=np.int32), np.full((4, 7), -1, dtype=np.int32)
    everyday[:2, :3], everyday[2:, :3] = 0, 1
    assert state.take(planned(state, [0, 1, 2, 3], everyday))
    before = state.objective
    assert not state.take(planned(state, [0, 1, 2, 3], nobody))
    assert state.objective == before


def test_books_that_are_wrong_are_found_out() -> None:
    state = State(two_places())
    state.take(planned(state, [0, 1, 2, 3], np.full((4, 7), -1, dtype=np.int32)))
    state.prices[0] += 1
    with pytest.raises(JudgedOtherwise, match="books say"):
        judge_region(state, Posts(state.problem), Here())


def test_a_roster_that_breaks_a_rule_is_found_out_with_its_worker() -> None:
    state = State(two_places())
    state.take(planned(state, [0, 1, 2, 3], np.full((4, 7), -1, dtype=np.int32)))
    state.grid[2, :] = 1
    with pytest.raises(JudgedOtherwise, match=r"totals\.assignments \(B2\)"):
        judge_region(state, Posts(state.problem), Here())


def test_before_everybody_was_planned_there_is_nothing_to_judge() -> None:
    problem = two_places()
    assert judge_region(State(problem), Posts(problem), Here()) is None
