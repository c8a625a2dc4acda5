"""Cover: how many work each slot on each day."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from flexpool.planning.constraints.constraint import Constraint, Finding
from flexpool.planning.problem import Problem
from flexpool.planning.problem.tables import NO_MAXIMUM, Ints
from flexpool.planning.solution import Grid, staffed
from flexpool.text import Text

__all__ = ["COVER", "staffed"]


def _findings(
    problem: Problem, name: str, amounts: Ints, weights: Ints, hard: bool = False
) -> Iterator[Finding]:
    """Report every positive amount; a weight of -1, or `hard`, makes it a breach."""
    for day, slot in np.argwhere((amounts > 0) & (hard | (weights != 0))):
        weight = int(weights[day, slot])
        about = "/".join(part for part in problem.tables.slots[slot] if part)
        price = None if hard or weight < 0 else weight
        yield Finding(name, None, int(day), int(amounts[day, slot]), price, about)


def _minimum(problem: Problem, grid: Grid) -> Iterator[Finding]:
    tables = problem.tables
    short = tables.minimum - staffed(tables, grid)
    yield from _findings(problem, "cover.minimum", short, tables.minimum_weight)


def _maximum(problem: Problem, grid: Grid) -> Iterator[Finding]:
    tables = problem.tables
    over = staffed(tables, grid) - tables.maximum
    yield from _findings(problem, "cover.maximum", over, tables.maximum, hard=True)


def _under(problem: Problem, grid: Grid) -> Iterator[Finding]:
    tables = problem.tables
    short = tables.optimum - staffed(tables, grid)
    yield from _findings(problem, "cover.under", short, tables.under_weight)


def _over(problem: Problem, grid: Grid) -> Iterator[Finding]:
    tables = problem.tables
    over = staffed(tables, grid) - tables.optimum
    yield from _findings(problem, "cover.over", over, tables.over_weight)


COVER = (
    Constraint(
        id="cover.minimum",
        meaning=Text(
            nl="Van elke dienst en bekwaamheid werkt elke dag ten minste het minimum.",
            en="At least the minimum number works each kind and skill each day.",
        ),
        source="what the location asks",
        hardness="either",
        applies=lambda problem: bool((problem.tables.minimum > 0).any()),
        judge_cover=_minimum,
    ),
    Constraint(
        id="cover.maximum",
        meaning=Text(
            nl="Van elke dienst en bekwaamheid werkt elke dag ten hoogste het maximum.",
            en="At most the maximum number works each kind and skill each day.",
        ),
        source="what the location asks",
        hardness="hard",
        applies=lambda problem: bool((problem.tables.maximum < NO_MAXIMUM).any()),
        judge_cover=_maximum,
    ),
    Constraint(
        id="cover.under",
        meaning=Text(
            nl="Elke medewerker onder het gewenste aantal heeft een prijs.",
            en="Each worker short of the wanted number has a price.",
        ),
        source="what the location asks",
        hardness="priced",
        applies=lambda problem: bool(
            ((problem.tables.optimum > 0) & (problem.tables.under_weight > 0)).any()
        ),
        judge_cover=_under,
    ),
    Constraint(
        id="cover.over",
        meaning=Text(
            nl="Elke medewerker boven het gewenste aantal heeft een prijs.",
            en="Each worker above the wanted number has a price.",
        ),
        source="what the location asks",
        hardness="priced",
        applies=lambda problem: bool((problem.tables.over_weight > 0).any()),
        judge_cover=_over,
    ),
)
