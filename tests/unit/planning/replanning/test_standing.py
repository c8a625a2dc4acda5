"""The standing roster says of a change exactly what the judge says of the roster after it."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from factories.wards import large_ward
from flexpool.planning import OFF, Problem, Roster, judge
from flexpool.planning.constraints import registry
from flexpool.planning.constraints.constraint import Finding
from flexpool.planning.replanning import publish
from flexpool.planning.replanning.standing import Standing
from flexpool.planning.solution import Grid


def small_ward() -> tuple[Problem, Roster]:
    """Forty people of two teams, two weeks, with a published roster."""
    problem, roster = large_ward(40, 14, 2)
    return publish(problem, roster, 150), roster


def some_rows(problem: Problem, roster: Roster, seed: int) -> dict[int, tuple[int, ...]]:
    """Two or three rows with some days changed to anything, allowed or not."""
    rng = np.random.default_rng(seed)
    rows = {}
    for worker in rng.choice(len(problem.workers), rng.integers(2, 4), replace=False).tolist():
        row = roster.grid[worker].copy()
        for day in rng.choice(problem.days, 3, replace=False):
            row[day] = rng.integers(OFF, len(problem.tables.slots))
        rows[worker] = tuple(row.tolist())
    return rows


@pytest.mark.parametrize("seed", range(25))
def test_a_change_costs_what_the_judge_says_it_costs(seed: int) -> None:
    """The sum over touched rows and cells is the difference of two whole judgements."""
    problem, roster = small_ward()
    demands = (
        *problem.demands[1:],
        replace(problem.demands[0], minimum=2, minimum_weight=70, maximum=3),
    )
    problem = replace(problem, demands=demands)
    rows = some_rows(problem, roster, seed)
    grid = roster.grid.copy()
    for worker, row in rows.items():
        grid[worker] = row
    before, after = judge(problem, roster), judge(problem, Roster(grid))
    effect = Standing(problem, roster).effect(rows)
    assert effect.cost == after.objective - before.objective
    assert set(effect.breaks) == {one.constraint for one in after.breaches}


def test_what_was_broken_before_does_not_count_against_a_change() -> None:
    """Somebody far over the week's hours may still be given another kind on the same day."""
    problem, roster = small_ward()
    grid = roster.grid.copy()
    early, late = (problem.tables.slot_number[kind, ""] for kind in ("E0", "L0"))
    grid[0, :7] = early
    standing = Standing(problem, Roster(grid))
    assert "totals.week-minutes" in {
        one.constraint for one in judge(problem, Roster(grid)).breaches
    }
    row = tuple(grid[0].tolist())
    assert "totals.week-minutes" not in standing.effect({0: (*row[:6], late, *row[7:])}).breaks
    assert "totals.week-minutes" not in standing.effect({0: (*row[:6], OFF, *row[7:])}).breaks


def test_a_minimum_that_is_met_again_is_mended() -> None:
    """A hard minimum has no price: filling it gains all the same."""
    problem, roster = small_ward()
    demand = replace(problem.demands[0], minimum=problem.demands[0].optimum, under_weight=0)
    problem = replace(problem, demands=(demand, *problem.demands[1:]))
    slot = problem.tables.slot_number[demand.kind, ""]
    worker = int(np.flatnonzero(roster.grid[:, demand.day] == slot)[0])
    full = tuple(roster.grid[worker].tolist())
    standing = Standing(problem, roster)
    standing.apply({worker: (*full[: demand.day], OFF, *full[demand.day + 1 :])})
    effect = standing.effect({worker: full})
    assert (effect.mends, effect.is_gain) == (1, True)


def test_rows_taken_over_are_counted() -> None:
    """After a change the roster, its counts and its cost are those of the changed roster."""
    problem, roster = small_ward()
    standing = Standing(problem, roster)
    rows = some_rows(problem, roster, 3)
    standing.apply(rows)
    fresh = Standing(problem, standing.roster)
    assert all(standing.rows[worker] == row for worker, row in rows.items())
    for day in range(problem.days):
        for slot in range(len(problem.tables.slots)):
            assert standing.filled(day, slot) == fresh.filled(day, slot)


def test_a_constraint_on_the_whole_grid_is_judged_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A constraint on cover that looks further than one day and slot needs no word here."""

    def crowd(problem: Problem, grid: Grid) -> Iterator[Finding]:
        working = int((grid[:, 0] != OFF).sum())
        yield Finding("test.crowd", None, 0, working, 7)

    made = replace(registry.BY_ID["cover.over"], id="test.crowd", judge_cover=crowd)
    problem, roster = small_ward()
    idle = int(np.flatnonzero(roster.grid[:, 0] == OFF)[0])
    rows = {idle: (0, *roster.grid[idle].tolist()[1:])}
    without = Standing(problem, roster).effect(rows).cost
    active = registry.active(problem)
    monkeypatch.setattr(registry, "active", lambda _: (*active, made))
    assert Standing(problem, roster).effect(rows).cost == without + 7
