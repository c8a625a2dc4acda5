"""Supervised workers: somebody who supervises is at the same place all the time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from flexpool.planning.constraints.constraint import Constraint, Finding
from flexpool.planning.problem import OFF, Problem, Supervision
from flexpool.planning.problem.demand import MINUTES_PER_DAY
from flexpool.planning.solution import Grid
from flexpool.text import Text

Work = tuple[int, int]
"""A day and a kind worked on it."""

LONGEST_DAYS = 2


def supervisors(problem: Problem, skill: str) -> list[int]:
    """Give the rows of those who hold the skill, but those supervised in it, or in all they do."""
    return [
        row
        for row, worker in enumerate(problem.workers)
        if skill in worker.skills
        and not any(one.kinds is None or one.by == skill for one in worker.supervision)
    ]


class Presence:
    """Which shifts are at the same place at the same time."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._known: dict[tuple[str, Work], list[set[Work]]] = {}

    def days_near(self, day: int) -> range:
        """Give the days whose shifts may overlap a shift of this day."""
        return range(max(0, day - LONGEST_DAYS), min(self._problem.days, day + LONGEST_DAYS + 1))

    def stretches(self, day: int, kind: int, skill: str) -> list[set[Work]]:
        """Give, for each stretch of a shift, the shifts at its place that last all that stretch.

        A stretch is bounded by starts and ends of these shifts; those during which somebody with
        the skill stays there already are left out. Of a kind without times only the same kind on
        the same day is there.
        """
        key = skill, (day, kind)
        if key not in self._known:
            self._known[key] = self._found(day, kind, skill)
        return self._known[key]

    def _found(self, day: int, kind: int, skill: str) -> list[set[Work]]:
        span = self._span(day, kind)
        if span is None:
            return [{(day, kind)}]
        near = {work: at for work in self._near(day, kind) if (at := self._span(*work))}
        place = self._problem.kinds[kind].place
        stays = [
            (one.starts, one.ends)
            for one in self._problem.stays
            if (one.place, one.skill) == (place, skill)
        ]
        bounds = {moment for at in (*near.values(), *stays) for moment in at}
        marks = [span[0], *sorted(one for one in bounds if span[0] < one < span[1]), span[1]]
        return [
            {work for work, at in near.items() if _lasts(at, stretch)}
            for stretch in pairwise(marks)
            if not any(_lasts(at, stretch) for at in stays)
        ]

    def _near(self, day: int, kind: int) -> Iterator[Work]:
        place = self._problem.kinds[kind].place
        for other, one in enumerate(self._problem.kinds):
            if one.place == place:
                yield from ((on, other) for on in self.days_near(day))

    def _span(self, day: int, kind: int) -> tuple[int, int] | None:
        """Give start and end in minutes after the first midnight; None without times."""
        one = self._problem.kinds[kind]
        if one.starts is None or one.ends is None:
            return None
        return day * MINUTES_PER_DAY + one.starts, day * MINUTES_PER_DAY + one.ends


def _lasts(at: tuple[int, int], stretch: tuple[int, int]) -> bool:
    return at[0] <= stretch[0] and stretch[1] <= at[1]


def _supervised(problem: Problem, grid: Grid) -> Iterator[Finding]:
    presence = Presence(problem)
    for row, worker in enumerate(problem.workers):
        for one in worker.supervision:
            if one.weight != 0:
                yield from _alone(problem, grid, presence, row, one)


def _alone(
    problem: Problem, grid: Grid, presence: Presence, row: int, asked: Supervision
) -> Iterator[Finding]:
    """Give the shifts of a worker of which some stretch has no supervisor."""
    tables, others = problem.tables, supervisors(problem, asked.by)
    for day, slot in enumerate(grid[row].tolist()):
        if slot == OFF:
            continue
        kind = int(tables.slot_kind[slot])
        if not asked.holds_on(problem.kinds[kind].id):
            continue
        there = {
            (on, int(tables.slot_kind[grid[other, on]]))
            for other in others
            for on in presence.days_near(day)
            if grid[other, on] != OFF
        }
        if not all(there & stretch for stretch in presence.stretches(day, kind, asked.by)):
            yield Finding("team.supervision", row, day, 1, asked.weight, problem.kinds[kind].id)


SUPERVISION = (
    Constraint(
        id="team.supervision",
        meaning=Text(
            nl=(
                "Bij wie onder begeleiding werkt, is de hele dienst een begeleider op dezelfde "
                "plek; samen mogen begeleiders elkaar aflossen."
            ),
            en=(
                "With a worker under supervision a supervisor is at the same place during the "
                "whole shift; supervisors may relieve each other."
            ),
        ),
        source="agreement of the pool; training contract",
        hardness="either",
        applies=lambda problem: any(worker.supervision for worker in problem.workers),
        judge_cover=_supervised,
    ),
)
