"""Every constraint has a table of cases; the judge and the CP-SAT model agree with each."""

from pathlib import Path
from typing import Any

import pytest
from ortools.sat.python import cp_model

from flexpool.planning import Problem, Roster, judge
from flexpool.planning.constraints.registry import BY_ID, CONSTRAINTS
from flexpool.planning.solvers.cpsat.model import build
from spec.planning.table_problem import cases, problem_of, tables

CASES = cases()
NAMES = [f"{name}: {case['name']}" for name, case in CASES]


def test_every_constraint_has_a_table_and_every_table_a_constraint() -> None:
    """The list of constraints is complete, and its length is part of this version."""
    assert set(tables()) == set(BY_ID)
    assert len(CONSTRAINTS) == len(BY_ID) == 42


@pytest.mark.parametrize("name", sorted(BY_ID))
def test_a_table_shows_what_breaks_and_what_does_not(name: str) -> None:
    """A table without a case on either side of the limit says nothing."""
    found = tables()[name]
    assert any(case["findings"] for case in found)
    assert any(not case["findings"] for case in found)


@pytest.mark.parametrize(("name", "case"), CASES, ids=NAMES)
def test_the_judge_finds_what_the_table_says(
    name: str, case: dict[str, Any], tmp_path: Path
) -> None:
    """The amounts and prices of this constraint, no more and no less."""
    problem, roster = problem_of(case, tmp_path)
    found = [
        {"amount": one.amount, "weight": "hard" if one.is_breach else one.weight}
        for one in judge(problem, roster).findings
        if one.constraint == name
    ]
    assert found == case["findings"]


@pytest.mark.parametrize(("name", "case"), CASES, ids=NAMES)
def test_the_model_costs_what_the_judge_says(
    name: str, case: dict[str, Any], tmp_path: Path
) -> None:
    """With the roster laid down, the model has the judge's objective, or no solution at all."""
    problem, roster = problem_of(case, tmp_path)
    if name == "worktime.lawful":
        pytest.skip("learnt as cuts while solving; see test_lawful")
    score = judge(problem, roster)
    assert cost_in_model(problem, roster) == (score.objective if score.is_feasible else None)


def cost_in_model(problem: Problem, roster: Roster) -> int | None:
    """Give the objective of the model when the roster is laid down in it; None when it refuses."""
    variables = build(problem)
    for worker, days in enumerate(variables.slots_on):
        for day, slots in enumerate(days):
            wanted = int(roster.grid[worker, day])
            if wanted >= 0 and wanted not in slots:
                return None
            for slot, variable in slots.items():
                variables.model.add(variable == int(slot == wanted))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(variables.model)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None
