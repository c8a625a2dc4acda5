"""Free weekends in the model: windows of weekends, the known past included."""

from __future__ import annotations

from flexpool.planning.problem import Limit
from flexpool.planning.problem.calendar import Span, friday_before
from flexpool.planning.solvers.cpsat.limits import bound_sum
from flexpool.planning.solvers.cpsat.variables import Literal, Variables


def add_free_weekends(variables: Variables) -> None:
    """Bound the weekends worked in every row of weekends that ends in the horizon."""
    weekends = variables.problem.tables.weekends
    for row, worker in enumerate(variables.problem.workers):
        rule = worker.contract.free_weekends
        if rule is None:
            continue
        past = [int(one) for one in worker.history.recent_weekends] if worker.history else []
        marks = [*past, *(_worked(variables, row, weekend) for weekend in weekends)]
        limit = Limit(maximum=rule.of - rule.least, over_weight=rule.weight)
        for last in range(max(len(past) + 1, rule.of), len(marks) + 1):
            bound_sum(variables, sum(marks[last - rule.of : last]), limit, rule.of)


def _worked(variables: Variables, row: int, weekend: Span) -> Literal:
    """Give the literal that any of a weekend is worked, from a shift on Friday night on."""
    tables = variables.problem.tables
    found = [variables.work[row][day] for day in weekend]
    friday = friday_before(weekend, variables.problem.first_weekday)
    if friday is not None:
        slots = variables.slots_on[row][friday].items()
        found += [x for slot, x in slots if tables.runs_over[tables.slot_kind[slot]]]
    worked = variables.model.new_bool_var("")
    variables.model.add_max_equality(worked, found)
    return worked
