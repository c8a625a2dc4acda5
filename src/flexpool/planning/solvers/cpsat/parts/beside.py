"""Who stays as is, yet matters to a part: supervisors and pupils, team members, known faces."""

from __future__ import annotations

from collections.abc import Sequence

from flexpool.planning.problem import Problem
from flexpool.planning.problem.sites import site_of
from flexpool.planning.solution import Grid


def bystanders(problem: Problem, grid: Grid, rows: Sequence[int]) -> list[int]:
    """Give the rows of others without whom a part cannot be judged; none when nobody is bound."""
    supervised = {one.by for worker in problem.workers for one in worker.supervision}
    if not (supervised or problem.compositions or problem.faces):
        return []
    counted = _counted(problem)
    free = set(rows)
    return [
        row
        for row, worker in enumerate(problem.workers)
        if row not in free
        and (
            bool(worker.supervision)
            or bool(supervised & worker.skills)
            or any((day, slot) in counted for day, slot in enumerate(grid[row].tolist()))
        )
    ]


def _counted(problem: Problem) -> set[tuple[int, int]]:
    """Give (day, slot) on which heads count: in a team, or as a face."""
    tables, homes = problem.tables, {one.at for one in problem.faces}
    found = {
        (one.day, tables.slot_number[slot])
        for one in problem.compositions
        for option in one.options
        for slot in option
    }
    for slot, kind in enumerate(tables.slot_kind):
        if site_of(problem.kinds[kind]).home in homes:
            found |= {(day, slot) for day in range(problem.days)}
    return found
