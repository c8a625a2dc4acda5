"""Where solvers are, and what each of them shows."""

from __future__ import annotations

import importlib
from typing import Protocol

from flexpool.planning.scoring import Referee
from flexpool.planning.solution import Roster

FOLDER = "flexpool.planning.solvers"


class Solver(Protocol):
    """What every folder in `solvers` shows."""

    EXPRESSES: frozenset[str]

    def solve(self, referee: Referee, seed: int, workers: int, start: Roster | None = None) -> None:
        """Propose to the referee until it says stop."""


def load(name: str) -> Solver:
    """Import a solver."""
    solver: Solver = importlib.import_module(f"{FOLDER}.{name}")
    return solver
