"""Wishes of workers: shifts they would like to work, or not."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.text import Text


def _unmet(problem: Problem, worker: int, row: Row, is_on: bool) -> Iterator[Finding]:
    slots, terms = problem.tables.slots, problem.terms
    name, price = ("wishes.on", terms.wish_on) if is_on else ("wishes.off", terms.wish_off)
    for request in problem.workers[worker].requests:
        slot = row[request.day]
        works_it = slot != OFF and request.kind in ("", slots[slot][0])
        weight = request.weight * price
        if request.is_on == is_on and works_it != is_on and weight:
            yield Finding(name, worker, request.day, 1, weight, request.kind)


def _on(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    return _unmet(problem, worker, row, is_on=True)


def _off(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    return _unmet(problem, worker, row, is_on=False)


def _any_request(problem: Problem, is_on: bool) -> bool:
    return any(r.is_on == is_on for worker in problem.workers for r in worker.requests)


WISHES = (
    Constraint(
        id="wishes.on",
        meaning=Text(
            nl="Een dienst waar een medewerker om vroeg en die deze niet krijgt, heeft een prijs.",
            en="A shift that a worker asked for and does not get has a price.",
        ),
        source="what the worker told; price of the pool",
        hardness="priced",
        applies=lambda problem: _any_request(problem, is_on=True),
        judge_worker=_on,
    ),
    Constraint(
        id="wishes.off",
        meaning=Text(
            nl="Een dienst die een medewerker liever niet werkt en toch krijgt, heeft een prijs.",
            en="A shift that a worker asked not to work and gets has a price.",
        ),
        source="what the worker told; price of the pool",
        hardness="priced",
        applies=lambda problem: _any_request(problem, is_on=False),
        judge_worker=_off,
    ),
)
