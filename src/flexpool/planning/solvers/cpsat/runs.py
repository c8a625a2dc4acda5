"""Days in a row in the model: windows for the maximum, patterns for the minimum."""

from __future__ import annotations

from collections.abc import Sequence

from flexpool.planning.problem import Limit
from flexpool.planning.solvers.cpsat.limits import forbid
from flexpool.planning.solvers.cpsat.variables import Literal, Variables


def bound_runs(
    variables: Variables, marks: Sequence[Literal], limit: Limit, before: int | None
) -> None:
    """Bound the runs of consecutive true marks; `before` days precede them, None is unknown."""
    if limit.maximum is not None:
        _maximum(variables, marks, limit.maximum, limit.over_weight, before or 0)
    if limit.minimum is not None:
        _minimum(variables, marks, limit.minimum, limit.under_weight, before)


def _maximum(
    variables: Variables, marks: Sequence[Literal], most: int, weight: int | None, before: int
) -> None:
    """Charge or forbid every day on which the run so far exceeds the maximum."""
    for last in range(len(marks)):
        first = last - most
        if first < 0 and -first > before:
            continue
        window = marks[max(first, 0) : last + 1]
        if weight is None:
            variables.model.add(sum(window) <= len(window) - 1)
        else:
            forbid(variables, window, weight)


def _minimum(
    variables: Variables,
    marks: Sequence[Literal],
    least: int,
    weight: int | None,
    before: int | None,
) -> None:
    """Charge or forbid every run that ends before it is long enough."""
    if before:
        for end in range(min(least - before, len(marks))):
            pattern = [*marks[:end], ~marks[end]]
            forbid(variables, pattern, weight, least - before - end)
    for start in range(len(marks)):
        if start == 0 and before != 0:
            continue
        if weight is None:
            _goes_on(variables, marks, start, least)
            continue
        opening = [] if start == 0 else [~marks[start - 1]]
        for end in range(start + 1, min(start + least, len(marks))):
            pattern = [*opening, *marks[start:end], ~marks[end]]
            forbid(variables, pattern, weight, least - (end - start))


def _goes_on(variables: Variables, marks: Sequence[Literal], start: int, least: int) -> None:
    """Let a run that starts here go on: short clauses, tighter than whole patterns."""
    before = marks[start - 1] if start else 0
    for later in range(start + 1, min(start + least, len(marks))):
        variables.model.add(marks[start] - before <= marks[later])
