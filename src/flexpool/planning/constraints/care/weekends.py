"""Free weekends in every row of weekends, those before the horizon included."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.calendar import friday_before
from flexpool.text import Text


def is_worked(problem: Problem, row: Row, weekend: tuple[int, ...]) -> bool:
    """Whether any of it is worked, by a shift that runs over from Friday too."""
    tables = problem.tables
    friday = friday_before(weekend, problem.first_weekday)
    eve = OFF if friday is None else row[friday]
    runs_over = eve != OFF and bool(tables.runs_over[tables.slot_kind[eve]])
    return runs_over or any(row[day] != OFF for day in weekend)


def _free(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, weekends = problem.workers[worker], problem.tables.weekends
    rule = who.contract.free_weekends
    if rule is None:
        return
    past = who.history.recent_weekends if who.history else ()
    worked = [*past, *(is_worked(problem, row, weekend) for weekend in weekends)]
    for number, weekend in enumerate(weekends):
        last = len(past) + number + 1
        if last >= rule.of:
            missing = rule.least - worked[last - rule.of : last].count(False)
            if missing > 0 and rule.weight != 0:
                yield Finding("weekends.free", worker, weekend[0], missing, rule.weight)


FREE_WEEKENDS = (
    Constraint(
        id="weekends.free",
        meaning=Text(
            nl=(
                "In elke rij van zoveel weekenden zijn er genoeg vrij, de weekenden vóór de "
                "planperiode meegeteld; ook een nacht van vrijdag op zaterdag telt als gewerkt."
            ),
            en=(
                "In every row of so many weekends enough are free, those before the horizon "
                "included; a night from Friday into Saturday counts as worked too."
            ),
        ),
        source="cao (free weekends); agreement of the pool",
        hardness="either",
        applies=lambda problem: any(w.contract.free_weekends for w in problem.workers),
        judge_worker=_free,
    ),
)
