"""Totals over the horizon and per week: minutes, assignments, shifts of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row, outside
from flexpool.planning.problem import OFF, Problem
from flexpool.text import Text


def _minutes(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    if who.contract.minutes:
        before = who.history.minutes if who.history else 0
        length = problem.tables.slot_minutes
        amount = before + sum(int(length[slot]) for slot in row if slot != OFF)
        yield from outside("totals.minutes", worker, who.contract.minutes, amount)


def _week_minutes(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    length, limit = problem.tables.slot_minutes, who.contract.week_minutes
    for number, week in enumerate(problem.tables.weeks if limit else ()):
        assert limit is not None
        before = who.history.week_minutes if who.history and not number else 0
        amount = before + sum(int(length[row[day]]) for day in week if row[day] != OFF)
        yield from outside("totals.week-minutes", worker, limit, amount, day=week[0])


def _assignments(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    if who.contract.assignments:
        before = who.history.assignments if who.history else 0
        amount = before + sum(slot != OFF for slot in row)
        yield from outside("totals.assignments", worker, who.contract.assignments, amount)


def _per_kind(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    slots = problem.tables.slots
    worked = [slots[slot][0] for slot in row if slot != OFF]
    for kind, limit in problem.workers[worker].contract.per_kind.items():
        yield from outside("totals.per-kind", worker, limit, worked.count(kind), about=kind)


def _any_contract(problem: Problem, field: str) -> bool:
    return any(getattr(worker.contract, field) for worker in problem.workers)


TOTALS = (
    Constraint(
        id="totals.minutes",
        meaning=Text(
            nl="De werktijd in de planperiode blijft binnen de grenzen van het contract.",
            en="Working time over the horizon stays between the contract's bounds.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: _any_contract(problem, "minutes"),
        judge_worker=_minutes,
    ),
    Constraint(
        id="totals.week-minutes",
        meaning=Text(
            nl="De werktijd per kalenderweek blijft binnen de grenzen van het contract.",
            en="Working time per calendar week stays between the contract's bounds.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: _any_contract(problem, "week_minutes"),
        judge_worker=_week_minutes,
    ),
    Constraint(
        id="totals.assignments",
        meaning=Text(
            nl="Het aantal diensten blijft binnen de grenzen van het contract.",
            en="The number of assignments stays between the contract's bounds.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: _any_contract(problem, "assignments"),
        judge_worker=_assignments,
    ),
    Constraint(
        id="totals.per-kind",
        meaning=Text(
            nl="Het aantal diensten van een soort blijft binnen de grenzen van het contract.",
            en="The number of shifts of one kind stays between the contract's bounds.",
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: _any_contract(problem, "per_kind"),
        judge_worker=_per_kind,
    ),
)
