"""Who may stand where: eligibility, days off and what is fixed, and the price of a placement."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.text import Text


def _eligible(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    eligible = problem.tables.eligible[worker]
    for day, slot in enumerate(row):
        if slot != OFF and not eligible[slot]:
            about = "/".join(part for part in problem.tables.slots[slot] if part)
            yield Finding("placement.eligible", worker, day, 1, None, about)


def _available(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, tables = problem.workers[worker], problem.tables
    for day, slot in enumerate(row):
        if slot == OFF:
            continue
        kind = tables.slots[slot][0]
        if day in who.days_off or (day, "") in who.unavailable or (day, kind) in who.unavailable:
            yield Finding("placement.available", worker, day, 1, None, kind)


def _fixed(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    tables = problem.tables
    for day, slot in problem.workers[worker].fixed.items():
        wanted = tables.slot_number[slot] if slot[0] else OFF
        if row[day] != wanted:
            yield Finding("placement.fixed", worker, day, 1, None, slot[0] or "-")


def _demanded(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    asked = problem.tables.asked
    for day, slot in enumerate(row):
        if slot != OFF and not asked[day, slot]:
            about = "/".join(part for part in problem.tables.slots[slot] if part)
            yield Finding("placement.demanded", worker, day, 1, None, about)


def _cost(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    prices = problem.workers[worker].kind_cost
    for day, slot in enumerate(row):
        kind = problem.tables.slots[slot][0] if slot != OFF else ""
        if prices.get(kind):
            yield Finding("placement.cost", worker, day, 1, prices[kind], kind)


PLACEMENT = (
    Constraint(
        id="placement.eligible",
        meaning=Text(
            nl=(
                "Een medewerker werkt alleen diensten die deze mag doen en waarvoor de "
                "bekwaamheid er is."
            ),
            en="A worker only works kinds that the worker may work and has the skills for.",
        ),
        source="deployment gate",
        hardness="hard",
        applies=lambda problem: not problem.tables.is_open_to_all,
        judge_worker=_eligible,
    ),
    Constraint(
        id="placement.available",
        meaning=Text(
            nl=(
                "Niemand staat op een vaste vrije dag, of op een dienst waarvoor deze niet "
                "beschikbaar is."
            ),
            en="Nobody is rostered on a fixed day off or on a kind they are unavailable for.",
        ),
        source="what the worker told",
        hardness="hard",
        applies=lambda problem: any(w.days_off or w.unavailable for w in problem.workers),
        judge_worker=_available,
    ),
    Constraint(
        id="placement.fixed",
        meaning=Text(
            nl="Een vastgezette dienst, of een vastgezette vrije dag, blijft zoals die is.",
            en="A fixed assignment, or a fixed day off, stays as it is.",
        ),
        source="what the planner decided",
        hardness="hard",
        applies=lambda problem: any(worker.fixed for worker in problem.workers),
        judge_worker=_fixed,
    ),
    Constraint(
        id="placement.demanded",
        meaning=Text(
            nl="Een dienst wordt alleen gewerkt op dagen waarop die wordt gevraagd.",
            en="A kind is only worked on days for which it is asked.",
        ),
        source="what the location asks",
        hardness="hard",
        applies=lambda problem: problem.only_demanded,
        judge_worker=_demanded,
    ),
    Constraint(
        id="placement.cost",
        meaning=Text(
            nl="Een inzet heeft de prijs van deze medewerker op deze dienst.",
            en="An assignment has the price of this worker on this kind: tier, travel.",
        ),
        source="agreement of the pool",
        hardness="priced",
        applies=lambda problem: any(any(w.kind_cost.values()) for w in problem.workers),
        judge_worker=_cost,
    ),
)
