"""Days in a row: at work, off, on the same kind.

A run that began in a known history counts with it; of what exceeds a maximum only days inside
the horizon count. A minimum does not bind a run that is still open at the last day, nor one that
touches the first day when the history is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Limit, Problem
from flexpool.text import Text


def runs(marks: Sequence[bool], before: int | None) -> Iterator[tuple[int, int, int, bool]]:
    """Give (first day, days inside the horizon, days in all, bound by a minimum) of each run.

    Parameters
    ----------
    marks
        Whether each day belongs to a run.
    before
        Days in a row just before the first day; None when unknown.
    """
    start, total = 0, before or 0
    for day, mark in enumerate([*marks, False]):
        if mark:
            total += 1
            continue
        is_open = day == len(marks)
        unknown = before is None and start == 0
        if total > 0:
            yield start, day - start, total, not is_open and not unknown
        start, total = day + 1, 0


def _judge_runs(
    name: str, worker: int, limit: Limit, marks: Sequence[bool], before: int | None, about: str = ""
) -> Iterator[Finding]:
    for start, inside, total, is_bound in runs(marks, before):
        if excess := min(limit.excess(total), inside):
            yield Finding(name, worker, start, excess, limit.over_weight, about)
        if is_bound and (short := limit.short(total)):
            yield Finding(
                name, worker, min(start, len(marks) - 1), short, limit.under_weight, about
            )


def _work(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    if who.contract.work_run:
        before = who.history.work_run if who.history else None
        marks = [slot != OFF for slot in row]
        yield from _judge_runs("runs.work", worker, who.contract.work_run, marks, before)


def _off(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    if who.contract.off_run:
        before = who.history.off_run if who.history else None
        marks = [slot == OFF for slot in row]
        yield from _judge_runs("runs.off", worker, who.contract.off_run, marks, before)


def _kind(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, slots = problem.workers[worker], problem.tables.slots
    for kind, limit in who.contract.kind_run.items():
        before = None
        if who.history:
            before = who.history.kind_run if who.history.kind == kind else 0
        marks = [slot != OFF and slots[slot][0] == kind for slot in row]
        yield from _judge_runs("runs.kind", worker, limit, marks, before, kind)


def _any_contract(problem: Problem, field: str) -> bool:
    return any(getattr(worker.contract, field) for worker in problem.workers)


RUNS = (
    Constraint(
        id="runs.work",
        meaning=Text(
            nl="Het aantal werkdagen achter elkaar blijft binnen de grenzen van het contract.",
            en="Days worked in a row stay between the contract's bounds.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: _any_contract(problem, "work_run"),
        judge_worker=_work,
    ),
    Constraint(
        id="runs.off",
        meaning=Text(
            nl="Het aantal vrije dagen achter elkaar blijft binnen de grenzen van het contract.",
            en="Days off in a row stay between the contract's bounds.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: _any_contract(problem, "off_run"),
        judge_worker=_off,
    ),
    Constraint(
        id="runs.kind",
        meaning=Text(
            nl=(
                "Het aantal dagen achter elkaar op dezelfde dienst blijft binnen de grenzen "
                "van die dienst."
            ),
            en="Days in a row on the same kind stay between the bounds of that kind.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: _any_contract(problem, "kind_run"),
        judge_worker=_kind,
    ),
)
