"""How many different people come to a team or place."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.sites import site_of
from flexpool.planning.solution import Grid
from flexpool.text import Text


def _faces(problem: Problem, grid: Grid) -> Iterator[Finding]:
    homes = [site_of(problem.kinds[kind]).home for kind in problem.tables.slot_kind]
    seen: dict[str, set[int]] = {one.at: set() for one in problem.faces}
    for row, cells in enumerate(grid.tolist()):
        for slot in cells:
            if slot != OFF and homes[slot] in seen:
                seen[homes[slot]].add(row)
    for one in problem.faces:
        excess = len(seen[one.at]) - one.most
        if excess > 0 and one.weight != 0:
            yield Finding("continuity.faces", None, None, excess, one.weight, one.at)


FACES = (
    Constraint(
        id="continuity.faces",
        meaning=Text(
            nl="In een team of op een plek komen niet meer verschillende mensen dan afgesproken.",
            en="No more different people come to a team or place than agreed.",
        ),
        source="agreement of the pool",
        hardness="either",
        applies=lambda problem: bool(problem.faces),
        judge_cover=_faces,
    ),
)
