"""The list of all constraints: the policy of the planning engine."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from flexpool.planning.constraints.care import CARE
from flexpool.planning.constraints.changes import CHANGES
from flexpool.planning.constraints.constraint import Constraint
from flexpool.planning.constraints.cover import COVER
from flexpool.planning.constraints.lawful import LAWFUL
from flexpool.planning.constraints.nights import NIGHTS
from flexpool.planning.constraints.placement import PLACEMENT
from flexpool.planning.constraints.runs import RUNS
from flexpool.planning.constraints.succession import SUCCESSION
from flexpool.planning.constraints.totals import TOTALS
from flexpool.planning.constraints.weekends import WEEKENDS
from flexpool.planning.constraints.wishes import WISHES
from flexpool.planning.problem import Problem, Tables

CONSTRAINTS: tuple[Constraint, ...] = (
    *COVER,
    *PLACEMENT,
    *WISHES,
    *CHANGES,
    *SUCCESSION,
    *TOTALS,
    *RUNS,
    *WEEKENDS,
    *NIGHTS,
    *LAWFUL,
    *CARE,
)

BY_ID = {constraint.id: constraint for constraint in CONSTRAINTS}


_ACTIVE: WeakKeyDictionary[Tables, tuple[Constraint, ...]] = WeakKeyDictionary()


def active(problem: Problem) -> tuple[Constraint, ...]:
    """Give the constraints that this problem asks for; found once per problem."""
    tables = problem.tables
    if tables not in _ACTIVE:
        _ACTIVE[tables] = tuple(one for one in CONSTRAINTS if one.applies(problem))
    return _ACTIVE[tables]
