"""Harmonica: a day's work that one of several teams can do."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding
from flexpool.planning.problem import Problem
from flexpool.planning.solution import Grid, staffed
from flexpool.text import Text


def _composition(problem: Problem, grid: Grid) -> Iterator[Finding]:
    counts, number = staffed(problem.tables, grid), problem.tables.slot_number
    for one in problem.compositions:
        missing = [
            sum(
                max(0, wanted - int(counts[one.day, number[slot]]))
                for slot, wanted in option.items()
            )
            for option in one.options
        ]
        if min(missing) and one.weight != 0:
            nearest = one.options[missing.index(min(missing))]
            about = " ".join("/".join(part for part in slot if part) for slot in nearest)
            yield Finding("team.composition", None, one.day, min(missing), one.weight, about)


COMPOSITION = (
    Constraint(
        id="team.composition",
        meaning=Text(
            nl=(
                "Het werk van een dag wordt gedaan door een van de teams die dat kunnen: een "
                "specialist alleen, of met helpers. Geteld wordt wie in het beste team ontbreekt."
            ),
            en=(
                "A day's work is done by one of the teams that can do it: a specialist alone, or "
                "with helpers. What counts is who is missing from the team that is nearest."
            ),
        ),
        source="what the location asks",
        hardness="either",
        applies=lambda problem: bool(problem.compositions),
        judge_cover=_composition,
    ),
)
