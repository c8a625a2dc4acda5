"""Night work: series of nights, and the long rest after them."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.demand import MINUTES_PER_DAY
from flexpool.text import Text


def _series(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, tables = problem.workers[worker], problem.tables
    limit = who.contract.night_run
    if limit is None or limit.maximum is None:
        return
    run = who.history.nights if who.history else 0
    for day, slot in enumerate(row):
        run = run + 1 if slot != OFF and tables.is_night[tables.slot_kind[slot]] else 0
        if run > limit.maximum:
            yield Finding("nights.series", worker, day, 1, limit.over_weight)


def rest_after(problem: Problem, first_kind: int, then_kind: int, days_later: int) -> int | None:
    """Give the minutes between two kinds so many days apart; None when times are unknown."""
    first, then = problem.kinds[first_kind], problem.kinds[then_kind]
    if first.ends is None or then.starts is None:
        return None
    return then.starts + days_later * MINUTES_PER_DAY - first.ends


def _rest(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, tables = problem.workers[worker], problem.tables
    if who.contract.rest_after_nights is None:
        return
    nights, minutes = who.contract.rest_after_nights
    run = who.history.nights if who.history else 0
    last_night: tuple[int, int] | None = None
    if who.history and who.history.kind and run:
        last_night = (-1, tables.kind_number[who.history.kind])
    for day, slot in enumerate(row):
        if slot == OFF:
            continue
        kind = int(tables.slot_kind[slot])
        goes_on = last_night is not None and last_night[0] == day - 1
        if tables.is_night[kind] and (goes_on or last_night is None):
            run, last_night = run + 1 if goes_on else 1, (day, kind)
            continue
        if last_night and run >= nights:
            rest = rest_after(problem, last_night[1], kind, day - last_night[0])
            if rest is not None and rest < minutes:
                yield Finding("nights.rest", worker, day, minutes - rest, None)
        run, last_night = (1, (day, kind)) if tables.is_night[kind] else (0, None)


NIGHTS = (
    Constraint(
        id="nights.series",
        meaning=Text(
            nl="Niet meer nachtdiensten achter elkaar dan het contract toestaat.",
            en="No more night shifts in a row than the contract allows.",
        ),
        source="ATW 5:8(6); contract",
        hardness="either",
        applies=lambda problem: any(w.contract.night_run for w in problem.workers),
        judge_worker=_series,
    ),
    Constraint(
        id="nights.rest",
        meaning=Text(
            nl="Na een reeks nachtdiensten volgt de lange rust.",
            en="After a series of night shifts follows the long rest.",
        ),
        source="ATW 5:8(5); contract",
        hardness="hard",
        applies=lambda problem: any(w.contract.rest_after_nights for w in problem.workers),
        judge_worker=_rest,
    ),
)
