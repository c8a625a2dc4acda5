"""What may follow what: forbidden successions and rest between following days."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.following import anything_may_follow
from flexpool.text import Text


def _follows(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    tables = problem.tables
    history = problem.workers[worker].history
    before = tables.kind_number[history.kind] if history and history.kind else None
    for day, slot in enumerate(row):
        kind = None if slot == OFF else int(tables.slot_kind[slot])
        if before is not None and kind is not None and not tables.may_follow[before, kind]:
            about = f"{tables.kinds[before].id} {tables.kinds[kind].id}"
            yield Finding("succession.next-day", worker, day, 1, None, about)
        before = kind


SUCCESSION = (
    Constraint(
        id="succession.next-day",
        meaning=Text(
            nl="Wat de volgende dag niet mag volgen, of te weinig rust laat, volgt niet.",
            en=(
                "A kind that may not follow another on the next day, or that leaves less "
                "than the rest between shifts, does not follow it."
            ),
        ),
        source="ATW 5:3; agreement of the pool",
        hardness="hard",
        applies=lambda problem: not anything_may_follow(problem.kinds, problem.rest_minutes),
        judge_worker=_follows,
    ),
)
