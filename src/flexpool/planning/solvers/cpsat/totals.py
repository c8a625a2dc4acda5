"""Totals in the model: minutes, assignments, shifts of one kind."""

from __future__ import annotations

from flexpool.planning.solvers.cpsat.limits import bound_sum
from flexpool.planning.solvers.cpsat.variables import Variables


def add_minutes(variables: Variables) -> None:
    """Bound the working minutes over the horizon."""
    longest = int(variables.problem.tables.slot_minutes.max(initial=0))
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.minutes
        if limit:
            before = worker.history.minutes if worker.history else 0
            total = variables.minutes(row, range(variables.problem.days)) + before
            bound_sum(variables, total, limit, before + longest * variables.problem.days)


def add_week_minutes(variables: Variables) -> None:
    """Bound the working minutes of every calendar week."""
    longest = int(variables.problem.tables.slot_minutes.max(initial=0))
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.week_minutes
        for number, week in enumerate(variables.problem.tables.weeks if limit else ()):
            assert limit is not None
            before = worker.history.week_minutes if worker.history and not number else 0
            total = variables.minutes(row, week) + before
            bound_sum(variables, total, limit, before + longest * len(week))


def add_assignments(variables: Variables) -> None:
    """Bound the number of assignments."""
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.assignments
        if limit:
            before = worker.history.assignments if worker.history else 0
            total = sum(variables.work[row]) + before
            bound_sum(variables, total, limit, before + variables.problem.days)


def add_per_kind(variables: Variables) -> None:
    """Bound the shifts of one kind."""
    tables = variables.problem.tables
    for row, worker in enumerate(variables.problem.workers):
        for kind, limit in worker.contract.per_kind.items():
            number = tables.kind_number[kind]
            found = [
                variables.kind(row, day, number)
                for day in range(tables.days)
                if variables.can_work(row, day, number)
            ]
            if found or limit.minimum:
                bound_sum(variables, sum(found), limit, len(found))
