"""Weekends: how many are worked, and whether they are worked whole."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.text import Text

WHOLE_WEEKEND = 2


def _maximum(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    limit = who.contract.weekends
    if limit is None:
        return
    before = who.history.weekends if who.history else 0
    worked = before + sum(
        any(row[day] != OFF for day in weekend) for weekend in problem.tables.weekends
    )
    if excess := limit.excess(worked):
        yield Finding("weekends.number", worker, None, excess, limit.over_weight)
    if short := limit.short(worked):
        yield Finding("weekends.number", worker, None, short, limit.under_weight)


def _whole(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    limit = problem.workers[worker].contract.weekend_days
    if limit is None:
        return
    for weekend in problem.tables.weekends:
        worked = sum(row[day] != OFF for day in weekend)
        if len(weekend) == WHOLE_WEEKEND and worked == 1 and limit.short(worked):
            yield Finding(
                "weekends.whole", worker, weekend[0], limit.short(worked), limit.under_weight
            )


WEEKENDS = (
    Constraint(
        id="weekends.number",
        meaning=Text(
            nl="Het aantal gewerkte weekenden blijft binnen de grenzen van het contract.",
            en="The number of weekends worked stays between the contract's bounds.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: any(w.contract.weekends for w in problem.workers),
        judge_worker=_maximum,
    ),
    Constraint(
        id="weekends.whole",
        meaning=Text(
            nl="Wie in een weekend werkt, werkt beide dagen.",
            en="Who works a weekend works both days of it.",
        ),
        source="agreement of the pool",
        hardness="either",
        applies=lambda problem: any(w.contract.weekend_days for w in problem.workers),
        judge_worker=_whole,
    ),
)
