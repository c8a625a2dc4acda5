"""Night work in the model: windows of nights, and forbidden starts after a series."""

from __future__ import annotations

from flexpool.planning.constraints.nights import rest_after
from flexpool.planning.problem import Limit
from flexpool.planning.solvers.cpsat.limits import forbid
from flexpool.planning.solvers.cpsat.runs import bound_runs
from flexpool.planning.solvers.cpsat.variables import Literal, Variables


def _nights(variables: Variables, row: int) -> list[Literal]:
    """Give per day the literal that a night shift is worked."""
    tables = variables.problem.tables
    return [
        variables.one_of(x for slot, x in slots.items() if tables.is_night[tables.slot_kind[slot]])
        for slots in variables.slots_on[row]
    ]


def add_night_series(variables: Variables) -> None:
    """Bound the night shifts in a row."""
    for row, worker in enumerate(variables.problem.workers):
        limit = worker.contract.night_run
        if limit and limit.maximum is not None:
            before = worker.history.nights if worker.history else 0
            only_maximum = Limit(maximum=limit.maximum, over_weight=limit.over_weight)
            bound_runs(variables, _nights(variables, row), only_maximum, before)


def add_night_rest(variables: Variables) -> None:
    """Forbid every start too soon after a series of nights that has just ended."""
    for row, worker in enumerate(variables.problem.workers):
        if worker.contract.rest_after_nights:
            _rest(variables, row, *worker.contract.rest_after_nights)


def _rest(variables: Variables, row: int, nights: int, minutes: int) -> None:
    problem = variables.problem
    marks = _nights(variables, row)
    history = problem.workers[row].history
    before = history.nights if history else 0
    for last in range(-1 if before else 0, problem.days - 1):
        inside = nights if last + 1 >= nights else last + 1
        if inside + (before if inside == last + 1 else 0) < nights:
            continue
        series = marks[last + 1 - inside : last + 1]
        for last_kind in _last_kinds(variables, row, last):
            for later in range(1, 4):
                if last + later < problem.days:
                    _too_soon(variables, row, (last, last_kind), later, series, minutes)


def _last_kinds(variables: Variables, row: int, last: int) -> list[int]:
    """Give the night kinds that may have been worked as the last of a series."""
    tables = variables.problem.tables
    history = variables.problem.workers[row].history
    if last < 0:
        return [tables.kind_number[history.kind]] if history and history.kind else []
    return [
        kind
        for kind in range(len(tables.kinds))
        if tables.is_night[kind] and variables.can_work(row, last, kind)
    ]


def _too_soon(
    variables: Variables,
    row: int,
    last: tuple[int, int],
    later: int,
    series: list[Literal],
    minutes: int,
) -> None:
    """Forbid the kinds that start within the rest, `later` days after the last night."""
    tables = variables.problem.tables
    day, last_kind = last
    ended = [variables.kind(row, day, last_kind)] if day >= 0 else []
    between = [~variables.work[row][off] for off in range(day + 1, day + later)]
    for kind in range(len(tables.kinds)):
        goes_on = later == 1 and bool(tables.is_night[kind])
        if goes_on or not variables.can_work(row, day + later, kind):
            continue
        rest = rest_after(variables.problem, last_kind, kind, later)
        if rest is not None and rest < minutes:
            start = variables.kind(row, day + later, kind)
            forbid(variables, [*series, *ended, *between, start], None)
