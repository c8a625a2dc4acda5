"""Supernumerary places: at work to be trained, not counted as cover."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, SUPERNUMERARY, Problem
from flexpool.text import Text


def _supernumerary(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    until, slots = problem.workers[worker].supernumerary_before, problem.tables.slots
    for day, slot in enumerate(row):
        if slot != OFF and (slots[slot][1] == SUPERNUMERARY) != (day < until):
            yield Finding("placement.supernumerary", worker, day, 1, None, slots[slot][0])


TRAINING = (
    Constraint(
        id="placement.supernumerary",
        meaning=Text(
            nl=(
                "Wie wordt ingewerkt, staat boventallig en telt niet mee in de bezetting; alleen "
                "wie wordt ingewerkt, staat boventallig."
            ),
            en=(
                "Who is being trained stands in a supernumerary place, which is no cover; nobody "
                "else does."
            ),
        ),
        source="agreement of the pool",
        hardness="hard",
        applies=lambda problem: any(worker.supernumerary_before for worker in problem.workers),
        judge_worker=_supernumerary,
    ),
)
