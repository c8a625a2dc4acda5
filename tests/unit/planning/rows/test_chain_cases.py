"""Days that a person can check: who moves where, and who stays."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from flexpool.planning.problem import OFF, Contract, Demand, Kind, Limit, Problem, Worker
from flexpool.planning.scoring import judge
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.row_descent.rows import Rows
from flexpool.planning.solvers.row_descent.ward import ward_of

CASES = yaml.safe_load(
    (Path(__file__).parents[3] / "cases" / "planning" / "chains.yaml").read_text(encoding="utf-8")
)
KINDS = (
    Kind("E", 480),
    Kind("D", 480),
    Kind("L", 600, not_next_day=frozenset({"E"})),
    Kind("N", 480, not_next_day=frozenset({"E", "D", "L"})),
)
LETTERS = "EDLN-"


def limit(told: list[int | None] | None) -> Limit | None:
    """Give a limit from its least and most."""
    return Limit(*told) if told else None


def contract_of(case: dict[str, Any], worker: int) -> Contract:
    """Give a worker's contract; kinds that somebody cannot do are allowed no times."""
    most = case.get("most", {}) | dict.fromkeys(case.get("not_able", {}).get(worker, []), 0)
    return Contract(
        minutes=limit(case.get("minutes")),
        work_run=limit(case.get("work_run")),
        off_run=limit(case.get("off_run")),
        weekends=Limit(maximum=case["weekends"]) if "weekends" in case else None,
        per_kind={kind: Limit(maximum=number) for kind, number in most.items()},
    )


def problem_of(case: dict[str, Any]) -> Problem:
    """Give the ward of a case."""
    return Problem(
        name=case["name"],
        days=len(case["rows"][0]),
        kinds=KINDS,
        workers=tuple(
            Worker(f"w{number}", contract=contract_of(case, number))
            for number in range(len(case["rows"]))
        ),
        demands=tuple(
            Demand(
                day,
                kind.id,
                optimum=dict(enumerate(case["asked"].get(kind.id, []))).get(day, 0),
                under_weight=100,
                over_weight=1,
            )
            for kind in KINDS
            for day in range(len(case["rows"][0]))
        ),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_day_is_put_right(case: dict[str, Any]) -> None:
    problem = problem_of(case)
    rows = Rows(problem, ward_of(problem))
    for worker, marks in enumerate(case["rows"]):
        slots = [LETTERS.index(mark) for mark in marks]
        rows.put_in(worker, np.array([OFF if slot == len(KINDS) else slot for slot in slots]))
    only = case.get("day")
    rows.untangle(np.array([only in (None, day) for day in range(problem.days)]))
    assert ["".join(LETTERS[slot] for slot in row) for row in rows.grid] == case["then"]
    assert rows.cost == case["cost"]
    score = judge(problem, Roster(rows.grid.astype(np.int32)))
    assert score.is_feasible
    assert score.objective == case["cost"]
