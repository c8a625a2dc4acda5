"""The one judge: what a roster costs and which hard constraints it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from flexpool.planning.constraints import registry
from flexpool.planning.constraints.constraint import Finding
from flexpool.planning.problem import Problem
from flexpool.planning.solution import Roster


class JudgedOtherwise(RuntimeError):
    """A solver claimed another objective, or feasibility, than the judge finds."""


@dataclass(frozen=True)
class Score:
    """All findings on one roster."""

    findings: tuple[Finding, ...]

    @cached_property
    def objective(self) -> int:
        """The sum of all penalties."""
        return sum(finding.cost for finding in self.findings)

    @cached_property
    def breaches(self) -> tuple[Finding, ...]:
        """The findings on hard constraints."""
        return tuple(finding for finding in self.findings if finding.is_breach)

    @property
    def is_feasible(self) -> bool:
        """Whether no hard constraint is broken."""
        return not self.breaches

    @property
    def by_constraint(self) -> dict[str, int]:
        """The penalties per constraint id, only of constraints that cost something."""
        costs: dict[str, int] = {}
        for finding in self.findings:
            if finding.cost:
                costs[finding.constraint] = costs.get(finding.constraint, 0) + finding.cost
        return costs


def judge(problem: Problem, roster: Roster) -> Score:
    """Judge a roster by every constraint that the problem asks for.

    Raises
    ------
    ValueError
        When the roster has another shape than the problem.
    """
    wanted = (len(problem.workers), problem.days)
    if roster.grid.shape != wanted or roster.grid.max(initial=-1) >= len(problem.tables.slots):
        raise ValueError(f"a roster of {roster.grid.shape} does not fit a problem of {wanted}")
    return Score(tuple(_findings(problem, roster)))


def judge_worker(problem: Problem, worker: int, row: list[int]) -> Score:
    """Judge one worker's row by the constraints on workers."""
    return Score(
        tuple(
            finding
            for constraint in registry.active(problem)
            if constraint.judge_worker
            for finding in constraint.judge_worker(problem, worker, row)
        )
    )


def confirm(problem: Problem, roster: Roster, claimed: int) -> Score:
    """Judge a roster that a solver proposes; it may be cheaper than claimed, never dearer.

    A model may carry slack in its penalties until it is optimal, so a claim is an upper bound; the
    lower bound is checked against the judge's objective by the referee.

    Raises
    ------
    JudgedOtherwise
        When it breaks a hard constraint or costs more than claimed.
    """
    score = judge(problem, roster)
    if score.breaches:
        broken = score.breaches[0]
        raise JudgedOtherwise(
            f"{problem.name}: a proposed roster breaks {broken.constraint} "
            f"(worker {broken.worker}, day {broken.day}, {broken.about})"
        )
    if score.objective > claimed:
        raise JudgedOtherwise(
            f"{problem.name}: a solver claims {claimed}, the judge finds {score.objective}"
        )
    return score


def _findings(problem: Problem, roster: Roster) -> Iterator[Finding]:
    rows = [[int(slot) for slot in row] for row in roster.grid]
    for constraint in registry.active(problem):
        if constraint.judge_cover:
            yield from constraint.judge_cover(problem, roster.grid)
        if constraint.judge_worker:
            for worker, row in enumerate(rows):
                yield from constraint.judge_worker(problem, worker, row)
