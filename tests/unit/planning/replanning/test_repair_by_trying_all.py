"""Repairs of days small enough to try every roster: what is found, what it disturbs, what stays."""

from dataclasses import replace

import numpy as np
import pytest

from flexpool.planning import OFF, MaxRuntime, Problem, Roster, Worker, judge
from flexpool.planning.replanning import (
    Absence,
    CancelledShift,
    Change,
    Locks,
    NewShift,
    publish,
    repair,
)
from unit.planning.replanning.one_day import (
    CHANGED,
    KINDS,
    NAMES,
    best_of_all,
    every_roster,
    one_day,
    with_moves,
)

SEEDS = range(20)
PATIENT = 20.0


def tidy_day(seed: int) -> tuple[Problem, Roster]:
    """A day whose published roster is the best there is, so that only a change gives work."""
    problem, _ = one_day(seed)
    workers = tuple(replace(worker, published=()) for worker in problem.workers)
    problem = replace(problem, workers=workers)
    best = min(every_roster(problem), key=lambda one: judge(problem, one).objective)
    return publish(problem, best, CHANGED), best


def somebody_away(problem: Problem, roster: Roster) -> list[Change]:
    """The first who works that day is away."""
    return [Absence(who, 0, 0) for who, _ in sorted(roster.cells(problem))[:1]]


@pytest.mark.parametrize("seed", SEEDS)
def test_with_the_engine_a_repair_is_the_best_of_all_rosters(seed: int) -> None:
    """Somebody away, a place more, a place fewer: no roster of the changed day is cheaper."""
    problem, roster = tidy_day(seed)
    for changes in (somebody_away(problem, roster), [NewShift(0, "B")], [CancelledShift(0, "A")]):
        done = repair(problem, roster, changes, engine=MaxRuntime(PATIENT))
        assert done.score.is_feasible
        assert done.score.objective == best_of_all(done.problem)


@pytest.mark.parametrize("seed", SEEDS)
def test_without_the_engine_one_place_is_still_repaired_best(seed: int) -> None:
    """On four people the fast search looks as far as there is anything to see."""
    problem, roster = tidy_day(seed)
    for changes in (somebody_away(problem, roster), [NewShift(0, "C")]):
        done = repair(problem, roster, changes)
        assert done.score.objective == best_of_all(done.problem)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_disturbance_is_told_once_and_paid_for(seed: int) -> None:
    """As many moves as days of people that differ; the absent one's own day is among them."""
    problem, roster = tidy_day(seed)
    changes = [*somebody_away(problem, roster), NewShift(0, "A")]
    done = repair(problem, roster, changes)
    differs = {
        who
        for row, who in enumerate(NAMES)
        if done.roster.cells(done.problem).get((who, 0)) != roster.cells(problem).get((who, 0))
    }
    assert sorted(move.worker for move in done.moves) == sorted(differs)
    assert done.score.by_constraint.get("changes.published", 0) == CHANGED * len(done.moves)
    assert with_moves(problem, roster, done.moves).cells(problem) == done.roster.cells(done.problem)


@pytest.mark.parametrize("seed", SEEDS)
def test_people_who_are_locked_keep_their_day_and_the_rest_is_best(seed: int) -> None:
    """Two people locked: of all rosters that leave them alone none is cheaper."""
    problem, roster = tidy_day(seed)
    held = frozenset({"bob", "dora"})
    done = repair(
        problem, roster, [NewShift(0, "A")], locks=Locks(workers=held), engine=MaxRuntime(PATIENT)
    )
    assert held.isdisjoint(move.worker for move in done.moves)
    assert done.score.objective == best_of_all(done.problem, roster.cells(problem), held)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_stays_unfilled_is_what_came_open_and_nobody_filled(seed: int) -> None:
    """Counted from the rosters: short now, beyond what was short before."""
    problem, roster = tidy_day(seed)
    done = repair(problem, roster, [*somebody_away(problem, roster), NewShift(0, "B")])
    short = [
        kind.id
        for kind in KINDS
        for _ in range(missing(done.problem, done.roster, kind.id))[
            missing(problem, roster, kind.id) :
        ]
    ]
    assert [kind for _, kind, _ in done.unfilled] == short


def missing(problem: Problem, roster: Roster, kind: str) -> int:
    """How many are short on a kind."""
    there = sum(slot[0] == kind for slot in roster.cells(problem).values())
    wanted = sum(demand.optimum for demand in problem.demands if demand.kind == kind)
    return max(0, wanted - there)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_change_moves_nobody(seed: int) -> None:
    """Nor does a place that was open before and that nobody was asked for."""
    problem, roster = tidy_day(seed)
    assert repair(problem, roster, []).moves == ()
    nobody = Roster(np.full_like(roster.grid, OFF))
    assert repair(problem, nobody, []).moves == ()
    assert repair(problem, nobody, []).unfilled == ()


@pytest.mark.parametrize(("worth", "moves"), [(24, 0), (25, 0), (26, 1)])
def test_a_place_is_filled_from_the_point_where_it_is_worth_the_disturbance(
    worth: int, moves: int
) -> None:
    """A change costs 20 and the placement 5: a shift worth 25 stays open, one worth 26 does not."""
    anna = Worker("anna", kind_cost={"A": 5})
    quiet = Problem("quiet", 1, KINDS, (anna,), ())
    nobody = Roster.empty(quiet)
    problem = publish(quiet, nobody, CHANGED)
    done = repair(problem, nobody, [NewShift(0, "A", under_weight=worth)])
    assert len(done.moves) == moves
    assert len(done.unfilled) == 1 - moves
