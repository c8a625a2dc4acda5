"""Succession in the model: what may not follow on the next day."""

from __future__ import annotations

import numpy as np

from flexpool.planning.solvers.cpsat.variables import Variables


def add_succession(variables: Variables) -> None:
    """Forbid what may not follow, also after the eve of the horizon."""
    tables = variables.problem.tables
    for row, worker in enumerate(variables.problem.workers):
        if worker.history and worker.history.kind:
            before = tables.kind_number[worker.history.kind]
            for kind in variables.kinds_on(row, 0):
                if not tables.may_follow[before, kind]:
                    variables.model.add(variables.kind(row, 0, kind) == 0)
        for day in range(tables.days - 1):
            _next_day(variables, row, day, _groups(variables, row, day))


def _groups(variables: Variables, row: int, day: int) -> dict[tuple[int, ...], list[int]]:
    """Group the kinds of a day by what may not follow them: one clause does for the group."""
    may_follow = variables.problem.tables.may_follow
    next_kinds = np.array(variables.kinds_on(row, day + 1), dtype=np.int64)
    groups: dict[tuple[int, ...], list[int]] = {}
    for kind in variables.kinds_on(row, day):
        barred = tuple(next_kinds[~may_follow[kind, next_kinds]].tolist())
        if barred:
            groups.setdefault(barred, []).append(kind)
    return groups


def _next_day(
    variables: Variables, row: int, day: int, groups: dict[tuple[int, ...], list[int]]
) -> None:
    for barred, kinds in groups.items():
        first = [variables.kind(row, day, kind) for kind in kinds]
        then = [variables.kind(row, day + 1, kind) for kind in barred]
        variables.model.add_at_most_one([*first, *then])
