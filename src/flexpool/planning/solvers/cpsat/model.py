"""The model as a whole: every active constraint written once, then the objective."""

from __future__ import annotations

from flexpool.planning.constraints import registry
from flexpool.planning.problem import Problem
from flexpool.planning.solvers.cpsat.constraints import WRITERS
from flexpool.planning.solvers.cpsat.objective import minimise
from flexpool.planning.solvers.cpsat.variables import Variables


class UnableToExpress(ValueError):
    """The solver does not know a constraint that the problem asks for."""


def build(problem: Problem) -> Variables:
    """Build the model.

    Raises
    ------
    UnableToExpress
        When the problem asks for a constraint that is not written here.
    """
    variables = Variables(problem)
    asked = [constraint.id for constraint in registry.active(problem)]
    for name in asked:
        if name not in WRITERS:
            raise UnableToExpress(f"CP-SAT does not know the constraint {name}")
    for write in dict.fromkeys(WRITERS[name] for name in asked):
        write(variables)
    minimise(variables)
    return variables
