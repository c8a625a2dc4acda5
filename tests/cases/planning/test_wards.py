"""Small wards with a best cost reckoned by hand; every solver finds and proves it."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.planning import AnyOf, MaxRuntime, Params, Problem, Roster, judge, solve
from flexpool.planning.formats import read_problem
from spec.planning.table_problem import KINDS

WARDS = yaml.safe_load((Path(__file__).parent / "wards.yaml").read_text(encoding="utf-8"))
NAMES = [ward["name"] for ward in WARDS]


def problem_of(ward: dict[str, Any], folder: Path) -> Problem:
    """Write a ward in the project's own JSON and read it."""
    told = {key: value for key, value in ward.items() if key not in ("why", "best")}
    value = {"format": "rondstroom-planning", "version": 1, "kinds": KINDS, **told}
    path = folder / "ward.json"
    path.write_text(json.dumps(value))
    return read_problem(path)


@pytest.mark.parametrize("ward", WARDS, ids=NAMES)
def test_cp_sat_finds_and_proves_the_best(ward: dict[str, Any], tmp_path: Path) -> None:
    """Objective and bound are the hand-reckoned cost; what cannot be is proven not to be."""
    problem = problem_of(ward, tmp_path)
    result = solve(problem, MaxRuntime(30), seed=1, params=Params(solver="cpsat"))
    assert result.objective == ward["best"]
    if ward["best"] is None:
        assert result.is_proven_infeasible
    else:
        assert result.bound == ward["best"]
        assert isinstance(result.roster, Roster)
        assert judge(problem, result.roster).objective == ward["best"]


@pytest.mark.parametrize(
    "ward", [ward for ward in WARDS if ward["best"] is not None], ids=lambda ward: ward["name"]
)
def test_all_solvers_in_turn_find_it_too(ward: dict[str, Any], tmp_path: Path) -> None:
    """With one worker the second solver comes in where the first has nothing left to try."""
    problem = problem_of(ward, tmp_path)
    result = solve(problem, AnyOf(MaxRuntime(30)), seed=1)
    assert result.objective == ward["best"]
    assert result.failures == ()
