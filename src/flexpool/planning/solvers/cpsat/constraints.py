"""How each constraint is written in the model; an id that is not here is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flexpool.planning.solvers.cpsat.care import CARE_WRITERS
from flexpool.planning.solvers.cpsat.cover import add_cover
from flexpool.planning.solvers.cpsat.law import leave_out_unlawful
from flexpool.planning.solvers.cpsat.limits import bound_sum, forbid
from flexpool.planning.solvers.cpsat.nights import add_night_rest, add_night_series
from flexpool.planning.solvers.cpsat.runs import bound_runs
from flexpool.planning.solvers.cpsat.succession import add_succession
from flexpool.planning.solvers.cpsat.totals import (
    add_assignments,
    add_minutes,
    add_per_kind,
    add_week_minutes,
)
from flexpool.planning.solvers.cpsat.variables import Sum, Variables


def _in_the_variables(variables: Variables) -> None:
    """Nothing to add: only allowed assignments have a variable."""


def _fixed(variables: Variables) -> None:
    tables = variables.problem.tables
    for row, worker in enumerate(variables.problem.workers):
        for day, slot in worker.fixed.items():
            if slot[0]:
                number = tables.slot_number[slot]
                chosen = variables.slots_on[row][day].get(number)
                variables.model.add_bool_or([] if chosen is None else [chosen])


def _work_runs(variables: Variables) -> None:
    for row, worker in enumerate(variables.problem.workers):
        if worker.contract.work_run:
            before = worker.history.work_run if worker.history else None
            bound_runs(variables, variables.work[row], worker.contract.work_run, before)


def _off_runs(variables: Variables) -> None:
    for row, worker in enumerate(variables.problem.workers):
        if worker.contract.off_run:
            before = worker.history.off_run if worker.history else None
            marks = [~work for work in variables.work[row]]
            bound_runs(variables, marks, worker.contract.off_run, before)


def _kind_runs(variables: Variables) -> None:
    problem = variables.problem
    for row, worker in enumerate(problem.workers):
        for kind, limit in worker.contract.kind_run.items():
            number = problem.tables.kind_number[kind]
            marks = [variables.kind(row, day, number) for day in range(problem.days)]
            before = None
            if worker.history:
                before = worker.history.kind_run if worker.history.kind == kind else 0
            bound_runs(variables, marks, limit, before)


def _weekends(variables: Variables) -> None:
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.weekends
        if limit:
            before = worker.history.weekends if worker.history else 0
            weekends = variables.problem.tables.weekends
            worked = [_weekend(variables, row, weekend) for weekend in weekends]
            bound_sum(variables, sum(worked) + before, limit, before + len(weekends))


def _weekend(variables: Variables, row: int, weekend: Sequence[int]) -> Sum:
    days = [variables.work[row][day] for day in weekend]
    if len(days) == 1:
        return days[0]
    worked = variables.model.new_bool_var("")
    variables.model.add_max_equality(worked, days)
    return worked


def _whole_weekends(variables: Variables) -> None:
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.weekend_days
        for weekend in variables.problem.tables.weekends if limit else ():
            assert limit is not None
            if len(weekend) == 2 and limit.short(1):
                saturday, sunday = (variables.work[row][day] for day in weekend)
                forbid(variables, [saturday, ~sunday], limit.under_weight, limit.short(1))
                forbid(variables, [~saturday, sunday], limit.under_weight, limit.short(1))


WRITERS: dict[str, Callable[[Variables], None]] = {
    "cover.minimum": add_cover,
    "cover.maximum": add_cover,
    "cover.under": add_cover,
    "cover.over": add_cover,
    "placement.eligible": _in_the_variables,
    "placement.available": _in_the_variables,
    "placement.fixed": _fixed,
    "placement.demanded": _in_the_variables,
    "placement.cost": _in_the_variables,
    "wishes.on": _in_the_variables,
    "wishes.off": _in_the_variables,
    "changes.published": _in_the_variables,
    "succession.next-day": add_succession,
    "totals.minutes": add_minutes,
    "totals.week-minutes": add_week_minutes,
    "totals.assignments": add_assignments,
    "totals.per-kind": add_per_kind,
    "runs.work": _work_runs,
    "runs.off": _off_runs,
    "runs.kind": _kind_runs,
    "weekends.number": _weekends,
    "weekends.whole": _whole_weekends,
    "nights.series": add_night_series,
    "nights.rest": add_night_rest,
    "worktime.lawful": leave_out_unlawful,
    "placement.substitution": _in_the_variables,
    "placement.travel": _in_the_variables,
    "placement.willing": _in_the_variables,
    "placement.tier": _in_the_variables,
    "placement.supernumerary": _in_the_variables,
    "continuity.known": _in_the_variables,
    "notice.call": _in_the_variables,
    "notice.cancel": _in_the_variables,
    "notice.agreed": _in_the_variables,
    **CARE_WRITERS,
}
