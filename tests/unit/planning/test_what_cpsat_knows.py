"""CP-SAT knows every constraint, and to ask it what it knows loads nothing large."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import flexpool
from flexpool.planning.solvers import cpsat
from flexpool.planning.solvers.cpsat.constraints import WRITERS

SOURCE = Path(flexpool.__file__).parents[1]
ASKING = """
import sys
from flexpool.planning import Demand, Kind, Problem, Worker
from flexpool.planning.solve.lineup import choose
team, asked = (Worker("a"),), (Demand(0, "E", optimum=1, under_weight=1),)
print(choose(Problem("one", 1, (Kind("E", 480),), team, asked), "auto"), "ortools" in sys.modules)
"""


def test_each_constraint_is_written_in_the_model() -> None:
    assert set(WRITERS) == cpsat.EXPRESSES


def test_who_asks_what_it_knows_does_not_wait_for_its_library() -> None:
    asked = subprocess.run(
        [sys.executable, "-c", ASKING],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.stdout.strip() == "('cpsat', 'column_generation') False", asked.stderr


def test_it_shows_nothing_else() -> None:
    with pytest.raises(AttributeError, match="resolve"):
        cpsat.resolve  # noqa: B018
