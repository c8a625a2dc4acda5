"""Hours over longer than the horizon in the model: days per week, month, balance, fair share."""

from __future__ import annotations

from flexpool.planning.problem import Limit
from flexpool.planning.solvers.cpsat.limits import bound_sum
from flexpool.planning.solvers.cpsat.variables import Variables


def add_week_days(variables: Variables) -> None:
    """Bound the days worked in every calendar week."""
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.week_days
        for number, week in enumerate(variables.problem.tables.weeks if limit else ()):
            assert limit is not None
            before = worker.history.week_days if worker.history and not number else 0
            worked = sum(variables.work[row][day] for day in week) + before
            bound_sum(variables, worked, limit, before + len(week))


def add_month_minutes(variables: Variables) -> None:
    """Bound the working minutes of every calendar month."""
    longest = int(variables.problem.tables.slot_minutes.max(initial=0))
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.month_minutes
        for number, (month, is_whole) in enumerate(
            variables.problem.tables.months if limit else ()
        ):
            assert limit is not None
            before = worker.history.month_minutes if worker.history and not number else 0
            bound = limit if is_whole else Limit(None, limit.maximum, None, limit.over_weight)
            total = variables.minutes(row, month) + before
            bound_sum(variables, total, bound, before + longest * len(month))


def add_balance(variables: Variables) -> None:
    """Bound the balance of annual hours: what is worked lies within the bounds, moved."""
    days = range(variables.problem.days)
    longest = int(variables.problem.tables.slot_minutes.max(initial=0))
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.balance
        if limit:
            before = worker.history.balance if worker.history else 0
            moved = _moved(limit, worker.contract.owed_minutes - before)
            bound_sum(variables, variables.minutes(row, days), moved, longest * len(days))


def _moved(limit: Limit, by: int) -> Limit:
    return Limit(
        None if limit.minimum is None else limit.minimum + by,
        None if limit.maximum is None else limit.maximum + by,
        limit.under_weight,
        limit.over_weight,
    )


def add_unsocial(variables: Variables) -> None:
    """Bound the minutes in evening, night and weekend."""
    tables = variables.problem.tables
    longest = int(tables.unsocial.max(initial=0))
    for row, worker in enumerate(variables.problem.workers):
        if worker.unsocial:
            before = worker.history.unsocial_minutes if worker.history else 0
            minutes = [
                int(tables.unsocial[day, tables.slot_kind[slot]]) * x
                for day, slots in enumerate(variables.slots_on[row])
                for slot, x in slots.items()
            ]
            most = before + longest * tables.days
            bound_sum(variables, sum(minutes) + before, worker.unsocial, most)
