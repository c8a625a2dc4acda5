"""The working-time law over all work of a worker, judged by `flexpool.worktime` itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache

from flexpool import worktime
from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.staffing import AgeGroup, Shift
from flexpool.text import Text

REMEMBERED_ROWS = 20_000


def shift_on(problem: Problem, day: int, kind: int) -> Shift:
    """Give the shift that a kind is on a day of the horizon."""
    assert problem.first_date is not None  # a lawful problem has one: checked when it was made
    return problem.kinds[kind].shift_on(problem.first_date + timedelta(days=day))


def shifts_in(problem: Problem, row: Row) -> tuple[Shift, ...]:
    """Give the shifts of a row."""
    slot_kind = problem.tables.slot_kind
    return tuple(
        shift_on(problem, day, int(slot_kind[slot])) for day, slot in enumerate(row) if slot != OFF
    )


def fixed_shifts(problem: Problem, worker: int) -> tuple[Shift, ...]:
    """Give what stands already: locked elsewhere, or fixed here."""
    who = problem.workers[worker]
    here = tuple(
        shift_on(problem, day, problem.tables.kind_number[kind])
        for day, (kind, _) in sorted(who.fixed.items())
        if kind
    )
    return who.locked + here


@lru_cache(maxsize=REMEMBERED_ROWS)
def breaches(
    fixed: tuple[Shift, ...], added: tuple[Shift, ...], age_group: AgeGroup, profile: str
) -> tuple[worktime.Finding, ...]:
    """Give the breaches that the added shifts cause; those of the fixed part are not counted."""
    shifts = (*fixed, *(shift for shift in added if shift not in fixed))
    found = _breaches(shifts, age_group, profile)
    if not found or not fixed:
        return tuple(found)
    known = set(_breaches(fixed, age_group, profile))
    return tuple(finding for finding in found if finding not in known)


def _breaches(
    shifts: tuple[Shift, ...], age_group: AgeGroup, profile: str
) -> list[worktime.Finding]:
    record = worktime.WorkRecord(shifts, worktime.load_profile(profile), age_group)
    found = record.raw_findings
    return [finding for finding in found if finding.severity is worktime.Severity.BREACH]


def _lawful(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, fixed = problem.workers[worker], fixed_shifts(problem, worker)
    found = breaches(fixed, shifts_in(problem, row), who.age_group, problem.law_profile)
    first = problem.first_date
    assert first is not None
    for rule in sorted({finding.rule for finding in found}):
        earliest = min(finding.starts_local for finding in found if finding.rule == rule)
        day = min(max(0, (earliest.date() - first).days), problem.days - 1)
        yield Finding("worktime.lawful", worker, day, 1, None, rule)


LAWFUL = (
    Constraint(
        id="worktime.lawful",
        meaning=Text(
            nl=(
                "Geen rooster overtreedt de Arbeidstijdenwet, over al het werk van de "
                "medewerker, verder dan wat al vastlag."
            ),
            en=(
                "No roster breaks the working-time law, judged over all work of the worker, "
                "beyond what the locked and fixed shifts break already."
            ),
        ),
        source="ATW chapter 5, ATB",
        hardness="hard",
        applies=lambda problem: problem.lawful,
        judge_worker=_lawful,
    ),
)
