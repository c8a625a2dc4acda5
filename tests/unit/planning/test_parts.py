"""Parts of a problem: cut out, solved, put back; the whole costs what the parts promise."""

import threading
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from flexpool.planning import (
    OFF,
    AnyOf,
    Composition,
    Contract,
    Demand,
    Faces,
    Kind,
    Limit,
    MaxRuntime,
    Problem,
    Roster,
    Supervision,
    WhenTold,
    Worker,
    judge,
)
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.cpsat.parts.choosing import Chooser
from flexpool.planning.solvers.cpsat.parts.part import SHORT_OF_MINIMUM, part_of
from flexpool.planning.solvers.cpsat.parts.search import rank, search

KINDS = (Kind("E", 480, 420, 900), Kind("L", 480, 900, 1380, not_next_day=frozenset({"E"})))
RULES = Contract("rules", work_run=Limit(2, 4), off_run=Limit(minimum=2))


def ward(count: int = 6, days: int = 14, minimum: int = 0, lawful: bool = False) -> Problem:
    """Two kinds, a wish of two early and one late a day."""
    demands = [
        Demand(day, kind, minimum=minimum, optimum=wanted, under_weight=30, over_weight=4)
        for day in range(days)
        for kind, wanted in (("E", 2), ("L", 1))
    ]
    return Problem(
        "ward",
        days,
        KINDS,
        tuple(Worker(f"worker {number}", RULES) for number in range(count)),
        tuple(demands),
        first_date=date(2026, 11, 2) if lawful else None,
        lawful=lawful,
    )


def some_roster(problem: Problem, seed: int) -> Roster:
    """Any grid at all."""
    rng = np.random.default_rng(seed)
    shape = (len(problem.workers), problem.days)
    return Roster(rng.integers(-1, len(problem.tables.slots), shape))


@pytest.mark.parametrize("days", [range(14), range(3, 9)])
def test_a_part_put_back_unchanged_leaves_the_whole_as_it_was(days: range) -> None:
    """Cutting out and putting back lose nothing."""
    problem = ward()
    grid = some_roster(problem, 1).grid
    part = part_of(problem, grid, [1, 4], days, is_relaxed=False)
    assert (part.put_back(problem, grid, part.start) == grid).all()
    assert len(part.problem.workers) == 2


def test_what_a_part_gains_the_whole_gains() -> None:
    """The difference between two rosters of the part is the difference between the wholes."""
    problem = ward()
    grid = some_roster(problem, 2).grid
    part = part_of(problem, grid, [0, 2, 5], range(14), is_relaxed=False)
    before = judge(problem, Roster(grid)).objective - judge(part.problem, part.start).objective
    for seed in range(5):
        other = some_roster(part.problem, seed)
        whole = judge(problem, Roster(part.put_back(problem, grid, other)))
        assert whole.objective - judge(part.problem, other).objective == before


def together() -> Problem:
    """A ward where it matters who is there with whom."""
    problem = ward()
    pupil, *others = problem.workers
    mentors = tuple(replace(one, skills=frozenset({"mentor"})) for one in others[:2])
    team = ({("E", ""): 1, ("L", ""): 2}, {("E", ""): 3})
    return replace(
        problem,
        kinds=tuple(replace(kind, place="Ede") for kind in problem.kinds),
        workers=(replace(pupil, supervision=(Supervision("mentor", 13),)), *mentors, *others[2:]),
        compositions=tuple(Composition(day, team, 17) for day in range(3)),
        faces=(Faces("Ede", 3, 19),),
    )


@pytest.mark.parametrize("rows", [[0, 3], [1, 4], [2, 5]])
def test_who_stays_counts_for_those_who_are_together(rows: list[int]) -> None:
    """Pupils, teams and faces cost in a part what they cost in the whole."""
    problem = together()
    grid = some_roster(problem, 5).grid
    part = part_of(problem, grid, rows, range(14), is_relaxed=False)
    before = judge(problem, Roster(grid)).objective - judge(part.problem, part.start).objective
    for seed in range(5):
        changed = part.start.grid.copy()
        changed[:2] = some_roster(problem, seed).grid[:2]
        whole = judge(problem, Roster(part.put_back(problem, grid, Roster(changed))))
        assert whole.objective - judge(part.problem, Roster(changed)).objective == before


def test_the_search_finds_a_team_that_must_be_whole() -> None:
    """A first roster is built worker by worker, so nobody can make a team alone."""
    problem = replace(together(), faces=())
    hard = tuple(replace(one, weight=None) for one in problem.compositions)
    problem = replace(problem, compositions=hard)
    told = threading.Event()
    referee = Referee(problem, AnyOf(MaxRuntime(30), WhenTold(told)), lambda *_: told.set())
    search(referee, seed=1, workers=1)
    assert referee.roster is not None
    assert judge(problem, referee.roster).is_feasible


def test_days_outside_the_window_are_fixed() -> None:
    """Only the window may change."""
    problem = ward()
    grid = some_roster(problem, 3).grid
    part = part_of(problem, grid, [0], range(4, 6), is_relaxed=False)
    allowed = part.problem.tables.allowed[0]
    assert allowed[4:6].all()
    assert allowed[:4].sum() == (grid[0, :4] != OFF).sum()


def test_a_first_roster_is_built_and_improved() -> None:
    """From nothing to no cost at all worth mentioning, every step judged."""
    problem = ward()
    referee = Referee(problem, MaxRuntime(6))
    search(referee, seed=1, workers=2)
    assert referee.roster is not None
    assert judge(problem, referee.roster).is_feasible
    assert referee.objective is not None
    assert referee.objective < judge(problem, Roster.empty(problem)).objective / 4


def test_hard_minimum_cover_is_reached_though_building_does_not_keep_it() -> None:
    """What is missing is priced very high until it is there; only then a roster is proposed."""
    problem = ward(count=8, minimum=1)
    referee = Referee(problem, MaxRuntime(10))
    search(referee, seed=1, workers=1)
    assert referee.roster is not None
    assert judge(problem, referee.roster).is_feasible


def test_rank_counts_what_is_missing_and_refuses_other_breaches() -> None:
    """An empty roster misses 28 places; a roster that breaks a run has no rank."""
    problem = ward(minimum=1)
    empty = Roster.empty(problem)
    ranked = rank(problem, empty)
    assert ranked == judge(problem, empty).objective + 28 * SHORT_OF_MINIMUM
    grid = empty.grid.copy()
    grid[0, 5] = 0
    assert rank(problem, Roster(grid)) is None


def test_the_law_holds_in_every_part() -> None:
    """A lawful whole stays lawful while parts of it are changed."""
    problem = ward(count=3, lawful=True)
    referee = Referee(problem, MaxRuntime(6))
    search(referee, seed=1, workers=1)
    assert referee.roster is not None
    assert judge(problem, referee.roster).is_feasible


def test_the_same_seed_draws_the_same_parts() -> None:
    """With one thread and no clock in the way the search repeats itself."""

    def outcome() -> list[tuple[list[int], range]]:
        chooser = Chooser(ward(), np.random.default_rng(7))
        grid = some_roster(ward(), 4).grid
        return [chooser.choose(grid) for _ in range(10)]

    assert outcome() == outcome()


def test_it_stops_when_told_before_it_begins() -> None:
    """Nothing is proposed then, and nothing hangs."""
    referee = Referee(ward(), WhenTold(lambda: True))
    search(referee, seed=1, workers=1)
    assert referee.roster is None


def test_parts_grow_when_solved_and_shrink_when_not() -> None:
    """Within bounds."""
    chooser = Chooser(ward(), np.random.default_rng(1))
    first = chooser.size
    chooser.learn(is_solved=True)
    assert chooser.size > first
    for _ in range(200):
        chooser.learn(is_solved=False)
    assert chooser.size == pytest.approx(200.0)
