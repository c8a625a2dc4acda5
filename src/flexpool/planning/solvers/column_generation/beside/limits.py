"""Which totals of each worker are limited and not in the tables, and what counts towards them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from flexpool.planning.constraints.care.hours import month_limit
from flexpool.planning.problem import Contract, History, Limit, Problem
from flexpool.planning.problem.calendar import Span
from flexpool.planning.solvers.column_generation.pricing.automaton import Ints
from flexpool.planning.solvers.column_generation.pricing.runs import Unit, cap_of, unit_of

MINUTES, ASSIGNMENTS, UNSOCIAL, OF_A_KIND = "minutes", "assignments", "unsocial", "of a kind"


class Total(NamedTuple):
    """A total of a rule: what counts towards it, of a kind the kind itself, and on which days.

    Two rules may count the same on the same days: a week may be all that is planned.
    """

    rule: str
    of: str
    days: Span


class Bound(NamedTuple):
    """A total of a worker, its limit, and the amount from before the horizon."""

    total: Total
    limit: Limit
    before: int


def bounds_of(problem: Problem, worker: int, unit: Unit) -> Iterator[Bound]:
    """Give the totals of a worker that the tables, which count in this unit, leave out."""
    who, tables = problem.workers[worker], problem.tables
    contract, history, whole = who.contract, who.history or History(), tuple(range(problem.days))
    for number, week in enumerate(tables.weeks):
        before = (0, 0) if number else (history.week_minutes, history.week_days)
        if contract.week_minutes:
            yield Bound(Total("week minutes", MINUTES, week), contract.week_minutes, before[0])
        if contract.week_days:
            yield Bound(Total("week days", ASSIGNMENTS, week), contract.week_days, before[1])
    for number, (month, is_whole) in enumerate(tables.months if contract.month_minutes else ()):
        limit = month_limit(contract, is_whole)
        total = Total("month minutes", MINUTES, month)
        yield Bound(total, limit, 0 if number else history.month_minutes)
    if who.unsocial:
        yield Bound(Total("unsocial", UNSOCIAL, whole), who.unsocial, history.unsocial_minutes)
    if contract.assignments and not unit.is_assignment:
        total = Total("assignments", ASSIGNMENTS, whole)
        yield Bound(total, contract.assignments, history.assignments)
    for kind, limit in contract.per_kind.items():
        if limit != cap_of(limit):
            yield Bound(Total(OF_A_KIND, kind, whole), limit, 0)


def only_in_tables(problem: Problem) -> Problem:
    """Give a problem without the totals that the tables leave out of a rule that they know."""
    unit = unit_of(problem)
    bare = {id(one.contract): _bare(one.contract, unit) for one in problem.workers}
    if all(bare[id(one.contract)] is one.contract for one in problem.workers):
        return problem
    workers = (replace(one, contract=bare[id(one.contract)]) for one in problem.workers)
    return replace(problem, workers=tuple(workers))


def _bare(contract: Contract, unit: Unit) -> Contract:
    caps = {kind: cap for kind, limit in contract.per_kind.items() if (cap := cap_of(limit))}
    assignments = contract.assignments if unit.is_assignment else None
    if caps == dict(contract.per_kind) and assignments is contract.assignments:
        return contract
    return replace(contract, per_kind=caps, assignments=assignments)


def amounts_of(problem: Problem, total: Total) -> Ints:
    """Give day × slot: what work counts towards a total; nothing on other days."""
    tables = problem.tables
    found = np.zeros((problem.days, len(tables.slots)), dtype=np.int64)
    days = list(total.days)
    if total.rule == OF_A_KIND:
        found[days] = tables.slot_kind == tables.kind_number[total.of]
    elif total.of == MINUTES:
        found[days] = tables.slot_minutes
    elif total.of == ASSIGNMENTS:
        found[days] = 1
    else:
        found[days] = tables.unsocial[days][:, tables.slot_kind]
    return found
