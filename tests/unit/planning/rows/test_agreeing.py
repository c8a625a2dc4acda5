"""Where rows claim to know a constraint, they cost and refuse what the judge costs and refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from flexpool.planning import Problem, Roster, judge
from flexpool.planning.constraints import registry
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers import column_generation, cpsat, row_descent
from flexpool.planning.solvers.row_descent import descent
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.ward import suits, ward_of
from flexpool.planning.stop import WhenTold
from spec.planning.table_problem import cases, problem_of

CASES = [(name, case) for name, case in cases() if name in row_descent.EXPRESSES]
NAMES = [f"{name}: {case['name']}" for name, case in CASES]
BY_ROW = ("totals.minutes", "totals.per-kind", "runs.work", "runs.off", "weekends.number")


def fits(problem: Problem) -> bool:
    """Say whether rows would take this problem on."""
    asked = {constraint.id for constraint in registry.active(problem)}
    return asked <= row_descent.EXPRESSES and suits(problem)


def test_rows_know_no_constraint_that_does_not_exist_and_some_of_each_sort() -> None:
    assert set(registry.BY_ID) > row_descent.EXPRESSES
    assert row_descent.EXPRESSES < column_generation.EXPRESSES
    assert cpsat.EXPRESSES > row_descent.EXPRESSES
    assert set(BY_ROW) < row_descent.EXPRESSES


@pytest.mark.parametrize(("name", "case"), CASES, ids=NAMES)
def test_a_roster_laid_down_costs_what_the_judge_says(
    name: str, case: dict[str, Any], tmp_path: Path
) -> None:
    """Every case of every table of a constraint that rows know, when they take it on."""
    problem, roster = problem_of(case, tmp_path)
    score = judge(problem, roster)
    if not fits(problem):
        return
    rows = Rows(problem, ward_of(problem))
    for worker, row in enumerate(roster.grid):
        rows.put_in(worker, row.astype(np.int64))
    if score.is_feasible:
        assert rows.cost == score.objective
    elif all(one.constraint.startswith("placement.") for one in score.breaches):
        assert rows.cost == np.inf  # who may not stand there has no price there


@pytest.mark.parametrize(("name", "case"), CASES, ids=NAMES)
def test_what_rows_find_for_a_case_is_lawful(
    name: str, case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The referee refuses a breach, a wrong claim or a bound above; a few steps show none."""
    monkeypatch.setattr(descent, "PASSES", 5)
    problem, _ = problem_of(case, tmp_path)
    left = iter(range(len(problem.workers) + 11))
    referee = Referee(problem, WhenTold(lambda: next(left, None) is None))
    if fits(problem):
        row_descent.solve(referee, 1, 1)
    found = referee.roster or Roster.empty(problem)
    assert referee.objective is None or judge(problem, found).objective == referee.objective


def test_most_tables_are_taken_on(tmp_path: Path) -> None:
    """The two tests above say something only where rows take a case on."""
    taken = {name for name, case in CASES if fits(problem_of(case, tmp_path)[0])}
    assert taken >= {"cover.under", "cover.over", "totals.minutes", "runs.work", "wishes.on"}
    assert len(taken) >= 15, sorted(row_descent.EXPRESSES - taken)
