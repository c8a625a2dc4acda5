"""Evening, night and weekend work, shared by contract hours over a rolling period."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row, outside
from flexpool.planning.problem import OFF, Problem
from flexpool.text import Text


def _unsocial(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, tables = problem.workers[worker], problem.tables
    if who.unsocial:
        amount = who.history.unsocial_minutes if who.history else 0
        for day, slot in enumerate(row):
            amount += int(tables.unsocial[day, tables.slot_kind[slot]]) if slot != OFF else 0
        yield from outside("fairness.unsocial", worker, who.unsocial, amount)


FAIRNESS = (
    Constraint(
        id="fairness.unsocial",
        meaning=Text(
            nl=(
                "Werk in avond, nacht en weekend blijft dicht bij het eigen deel, naar "
                "contracturen, over de planperiode en de periode ervoor samen."
            ),
            en=(
                "Work in evening, night and weekend stays near one's share by contract hours, "
                "over the horizon and the period before it together."
            ),
        ),
        source="agreement of the pool",
        hardness="either",
        applies=lambda problem: any(worker.unsocial for worker in problem.workers),
        judge_worker=_unsocial,
    ),
)
