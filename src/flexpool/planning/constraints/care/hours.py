"""Hours that are reckoned over longer than the horizon: days per week, month, annual hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row, outside
from flexpool.planning.problem import OFF, Contract, Limit, Problem
from flexpool.text import Text


def minutes_on(problem: Problem, row: Row, days: Iterable[int]) -> int:
    """Give the working minutes of a row on some days."""
    length = problem.tables.slot_minutes
    return sum(int(length[row[day]]) for day in days if row[day] != OFF)


def _week_days(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    for number, week in enumerate(problem.tables.weeks if who.contract.week_days else ()):
        assert who.contract.week_days is not None
        before = who.history.week_days if who.history and not number else 0
        worked = before + sum(row[day] != OFF for day in week)
        yield from outside("totals.week-days", worker, who.contract.week_days, worked, week[0])


def month_limit(contract: Contract, is_whole: bool) -> Limit:
    """Give the limit of a month: one that goes on after the horizon has no minimum yet."""
    limit = contract.month_minutes or Limit()
    return limit if is_whole else Limit(None, limit.maximum, None, limit.over_weight)


def _month(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    months = problem.tables.months if who.contract.month_minutes else ()
    for number, (month, is_whole) in enumerate(months):
        before = who.history.month_minutes if who.history and not number else 0
        amount = before + minutes_on(problem, row, month)
        bound = month_limit(who.contract, is_whole)
        yield from outside("totals.month-minutes", worker, bound, amount, month[0])


def _balance(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who = problem.workers[worker]
    if who.contract.balance:
        before = (who.history.balance if who.history else 0) - who.contract.owed_minutes
        amount = before + minutes_on(problem, row, range(problem.days))
        yield from outside("totals.balance", worker, who.contract.balance, amount)


HOURS = (
    Constraint(
        id="totals.week-days",
        meaning=Text(
            nl="Het aantal werkdagen per kalenderweek blijft binnen de grenzen van het contract.",
            en="Days worked per calendar week stay between the contract's bounds.",
        ),
        source="cao VVT 2025-2026, norm for days per week; contract",
        hardness="either",
        applies=lambda problem: any(w.contract.week_days for w in problem.workers),
        judge_worker=_week_days,
    ),
    Constraint(
        id="totals.month-minutes",
        meaning=Text(
            nl=(
                "De werktijd per kalendermaand blijft binnen de grenzen van het contract; een "
                "maand die na de planperiode doorloopt, heeft nog geen minimum."
            ),
            en=(
                "Working time per calendar month stays between the contract's bounds; a month "
                "that goes on after the horizon has no minimum yet."
            ),
        ),
        source="contract",
        hardness="either",
        applies=lambda problem: any(w.contract.month_minutes for w in problem.workers),
        judge_worker=_month,
    ),
    Constraint(
        id="totals.balance",
        meaning=Text(
            nl=(
                "Het saldo van de jaaruren blijft aan het eind van de planperiode binnen de "
                "afgesproken grenzen."
            ),
            en="The balance of annual hours at the end of the horizon stays within its bounds.",
        ),
        source="cao (annual hours); contract",
        hardness="either",
        applies=lambda problem: any(w.contract.balance for w in problem.workers),
        judge_worker=_balance,
    ),
)
