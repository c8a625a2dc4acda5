"""What must hold for every change of every roster."""

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.planning import OFF, Problem, Roster, judge
from flexpool.planning.explanation import Explainer
from flexpool.planning.replanning import Absence, Change, Locks, NewShift, options, publish, repair
from flexpool.planning.replanning.standing import Standing
from properties.planning.test_rosters import any_roster, problems

SEEDS = st.integers(0, 2**32 - 1)


def published(problem: Problem, seed: int, price: int) -> tuple[Problem, Roster]:
    """A problem with any roster made known."""
    roster = any_roster(problem, seed)
    return publish(problem, roster, price), roster


@st.composite
def changes(draw: Any, days: int = 9) -> list[Change]:
    """One to three things that happen."""
    absences = st.builds(Absence, st.sampled_from(["anna", "bob"]), st.integers(0, 3), st.just(4))
    more = st.builds(
        NewShift, st.integers(0, days - 1), st.just("E"), st.sampled_from(["", "head"])
    )
    found: list[Change] = draw(st.lists(absences | more, min_size=1, max_size=3))
    return found


@given(problems(), SEEDS, SEEDS)
@settings(max_examples=100, deadline=None)
def test_a_change_is_judged_as_the_whole_would_be(problem: Problem, seed: int, other: int) -> None:
    """Whatever row becomes whatever: the difference of two judgements, and what became worse."""
    roster, wanted = any_roster(problem, seed), any_roster(problem, other)
    rows = {0: tuple(wanted.grid[0].tolist())}
    grid = roster.grid.copy()
    grid[0] = wanted.grid[0]
    before, after = judge(problem, roster), judge(problem, Roster(grid))
    effect = Standing(problem, roster).effect(rows)
    assert effect.cost == after.objective - before.objective
    worse = {
        name: sum(one.amount for one in after.breaches if one.constraint == name)
        - sum(one.amount for one in before.breaches if one.constraint == name)
        for name in {one.constraint for one in after.breaches}
    }
    assert {name for name in worse if worse[name] > 0} <= set(effect.breaks)


@given(problems(), SEEDS, changes(), st.integers(0, 60))
@settings(max_examples=60, deadline=None)
def test_a_repair_is_never_worse_than_doing_nothing(
    problem: Problem, seed: int, happened: list[Change], price: int
) -> None:
    """With the same breaches left the objective is no higher; and nobody comes back."""
    problem, roster = published(problem, seed, price)
    done = repair(problem, roster, happened)
    everything = Locks(days=frozenset(range(problem.days)))
    nothing = repair(problem, roster, happened, locks=everything)
    if done.score.breaches == nothing.score.breaches:
        assert done.score.objective <= nothing.score.objective
    for change in happened:
        if isinstance(change, Absence):
            row = [worker.id for worker in problem.workers].index(change.worker)
            assert (done.roster.grid[row, change.first_day : change.last_day + 1] == OFF).all()


@given(problems(), SEEDS, changes())
@settings(max_examples=50, deadline=None)
def test_every_move_told_is_a_difference_and_none_is_left_out(
    problem: Problem, seed: int, happened: list[Change]
) -> None:
    """The moves lead from the roster before to the roster after."""
    problem, roster = published(problem, seed, 10)
    done = repair(problem, roster, happened)
    cells = roster.cells(problem)
    for move in done.moves:
        assert cells.pop((move.worker, move.day), ("", "")) == move.before
        if move.after != ("", ""):
            cells[move.worker, move.day] = move.after
    assert cells == done.roster.cells(done.problem)


@given(problems(), SEEDS, st.integers(0, 8))
@settings(max_examples=50, deadline=None)
def test_every_option_costs_what_the_judge_says(problem: Problem, seed: int, day: int) -> None:
    """And breaks nothing that was not broken as far before."""
    problem, roster = published(problem, seed, 10)
    before = judge(problem, roster)
    for option in options(problem, roster, (day, "E", "")):
        cells = roster.cells(problem)
        for move in option.moves:
            cells.pop((move.worker, move.day), None)
            if move.after != ("", ""):
                cells[move.worker, move.day] = move.after
        after = judge(problem, Roster.from_cells(problem, cells))
        assert after.objective - before.objective == option.cost
        assert len(after.breaches) <= len(before.breaches) + len(option.moves)


@given(problems(), SEEDS)
@settings(max_examples=50, deadline=None)
def test_every_place_and_every_assignment_can_be_explained(problem: Problem, seed: int) -> None:
    """Each head is counted once, in a sentence in both languages; those able break nothing."""
    roster = any_roster(problem, seed)
    explainer = Explainer(problem, roster)
    for day, kind, skill, short in explainer.open_places():
        found = explainer.open_place(day, kind, skill)
        able = sum(one.is_able for one in found.candidates)
        assert short > 0
        assert sum(found.kept_off.values()) + able == len(found.candidates)
        assert found.text.nl
        assert found.text.en
    for (worker, day), _slot in roster.cells(problem).items():
        placed = explainer.placed(worker, day)
        assert sum(placed.kept_off.values()) + len(placed.able) == len(placed.others)
        assert placed.text.nl != placed.text.en


@given(problems(), SEEDS)
@settings(max_examples=30, deadline=None)
def test_what_is_locked_never_moves(problem: Problem, seed: int) -> None:
    """Whatever happens to the others."""
    problem, roster = published(problem, seed, 0)
    locks = Locks(cells=frozenset({("anna", 2), ("bob", 5)}), days=frozenset({7}))
    done = repair(
        problem, roster, [NewShift(2, "E"), NewShift(5, "E"), NewShift(7, "E")], locks=locks
    )
    same = np.equal(done.roster.grid, Roster.from_cells(done.problem, roster.cells(problem)).grid)
    assert same[0, 2]
    assert same[1, 5]
    assert same[:, 7].all()
    assert replace(done.problem, demands=problem.demands) == problem
