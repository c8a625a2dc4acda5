"""Rows that a person can check: what each limit does to the cheapest row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from flexpool.planning.problem import Contract, Kind, Limit, Problem, Worker
from flexpool.planning.scoring import judge_worker
from flexpool.planning.solvers.row_descent.one_row.within import row_within
from flexpool.planning.solvers.row_descent.ward import ward_of

CASES = yaml.safe_load(
    (Path(__file__).parents[3] / "cases" / "planning" / "rows.yaml").read_text(encoding="utf-8")
)
OFF_MARK = "-"


def limit(told: list[int | None] | None) -> Limit | None:
    """Give a limit from its least and most."""
    return Limit(*told) if told else None


def problem_of(case: dict[str, Any]) -> Problem:
    """Give a problem with one worker under the case's contract."""
    kinds = tuple(
        Kind(name, minutes, not_next_day=frozenset(case.get("not_after", {}).get(name, [])))
        for name, minutes in case.get("kinds", {"E": 480}).items()
    )
    most = {kind: Limit(maximum=number) for kind, number in case.get("most", {}).items()}
    contract = Contract(
        minutes=limit(case.get("minutes")),
        work_run=limit(case.get("work_run")),
        off_run=limit(case.get("off_run")),
        weekends=limit(case.get("weekends")),
        per_kind=most,
    )
    return Problem(
        name=case["name"],
        days=len(next(iter(case["worth"].values()))),
        kinds=kinds,
        workers=(Worker("w", contract=contract),),
        demands=(),
        first_weekday=case.get("first_weekday", 0),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_row_is_the_one_that_a_person_would_choose(case: dict[str, Any]) -> None:
    problem = problem_of(case)
    ward = ward_of(problem)
    names = [kind for kind, _ in problem.tables.slots]
    price = np.array([[-float(worth) for worth in case["worth"][name]] for name in names]).T
    row = np.full(problem.days, -1, dtype=np.int64)
    rates = np.zeros(1 + len(problem.kinds))
    cost = row_within(
        np.ascontiguousarray(price), ward.slots, ward.terms[0], rates, 10.0, np.empty(ward.room),
        row,
    )  # fmt: skip
    if case["row"] is None:
        assert cost == np.inf
        return
    assert "".join(OFF_MARK if slot < 0 else names[slot] for slot in row) == case["row"]
    assert -cost == case["total"]
    assert not judge_worker(problem, 0, row.tolist()).breaches
