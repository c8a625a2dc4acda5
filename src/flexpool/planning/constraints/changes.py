"""Changes of a roster that was made known: people have arranged their lives around it."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.text import Text


def _published(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    slots = problem.tables.slots
    for promise in problem.workers[worker].published:
        slot = row[promise.day]
        kind = "" if slot == OFF else slots[slot][0]
        if kind != promise.kind and promise.weight:
            about = f"{promise.kind or '-'} {kind or '-'}"
            yield Finding("changes.published", worker, promise.day, 1, promise.weight, about)


CHANGES = (
    Constraint(
        id="changes.published",
        meaning=Text(
            nl=(
                "Een wijziging van een dienst, of van een vrije dag, die bekend was "
                "gemaakt, heeft een prijs."
            ),
            en="A change of a shift, or of a day off, that was made known has a price.",
        ),
        source="ATW 4:2",
        hardness="priced",
        applies=lambda problem: any(worker.published for worker in problem.workers),
        judge_worker=_published,
    ),
)
