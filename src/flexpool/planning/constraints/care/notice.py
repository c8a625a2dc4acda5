"""When somebody has to come: the term of a call, its cancelling, and the days and hours agreed."""

from __future__ import annotations

from collections.abc import Iterator

from flexpool.planning.constraints.constraint import Constraint, Finding, Row
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.problem.notice import may_refuse, short_notice
from flexpool.text import Text


def _short(problem: Problem, worker: int, row: Row) -> Iterator[tuple[int, str, bool, str]]:
    """Give (day, kind now or "", whether that is a late call, kind cancelled too late or "")."""
    who, tables = problem.workers[worker], problem.tables
    if who.contract.notice is None:
        return
    for one in short_notice(who, tables.kinds, tables.late_of(who)):
        slot = row[one.day]
        kind = "" if slot == OFF else tables.slots[slot][0]
        is_call = slot != OFF and bool(one.calls[tables.slot_kind[slot]])
        yield one.day, kind, is_call, one.told if one.told != kind else ""


def _call(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    notice = problem.workers[worker].contract.notice
    for day, kind, is_call, _ in _short(problem, worker, row):
        if is_call and notice is not None and notice.call_weight != 0:
            yield Finding("notice.call", worker, day, 1, notice.call_weight, kind)


def _cancel(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    notice = problem.workers[worker].contract.notice
    for day, _, _, cancelled in _short(problem, worker, row):
        if cancelled and notice is not None and notice.cancel_weight:
            yield Finding("notice.cancel", worker, day, 1, notice.cancel_weight, cancelled)


def _agreed(problem: Problem, worker: int, row: Row) -> Iterator[Finding]:
    who, tables = problem.workers[worker], problem.tables
    for day, slot in enumerate(row if who.beyond_agreed else ()):
        if slot != OFF and may_refuse(who, day, kind := tables.slots[slot][0]):
            yield Finding("notice.agreed", worker, day, 1, problem.terms.beyond_agreed, kind)


def _has_agreed(problem: Problem) -> bool:
    is_priced = problem.terms.beyond_agreed > 0
    return is_priced and any(worker.beyond_agreed for worker in problem.workers)


def _applies(problem: Problem) -> bool:
    return any(worker.contract.notice for worker in problem.workers)


NOTICE = (
    Constraint(
        id="notice.call",
        meaning=Text(
            nl=(
                "Een oproepkracht krijgt een dienst niet later dan de oproeptermijn, of tegen een "
                "prijs; een dienst op een dag waarop deze zelf wilde werken, is geen oproep."
            ),
            en=(
                "Somebody on call is not given a shift later than the term of notice, or at a "
                "price; a shift that the worker asked for is no call."
            ),
        ),
        source="BW 7:628a(2)",
        hardness="either",
        applies=_applies,
        judge_worker=_call,
    ),
    Constraint(
        id="notice.cancel",
        meaning=Text(
            nl=(
                "Een dienst van een oproepkracht die binnen de oproeptermijn wordt afgezegd of "
                "gewijzigd, wordt toch betaald en heeft een prijs."
            ),
            en=(
                "A shift of somebody on call that is cancelled or changed within the term of "
                "notice is paid all the same and has a price."
            ),
        ),
        source="BW 7:628a(3)",
        hardness="priced",
        applies=_applies,
        judge_worker=_cancel,
    ),
    Constraint(
        id="notice.agreed",
        meaning=Text(
            nl=(
                "Een dienst buiten de afgesproken dagen en uren mag iemand met onvoorspelbare "
                "werktijden weigeren, en heeft een prijs; een dienst waar deze om vroeg niet."
            ),
            en=(
                "A shift outside the agreed days and hours may be refused by somebody whose "
                "times are unpredictable, and has a price; a shift that was asked for has none."
            ),
        ),
        source="BW 7:628b",
        hardness="priced",
        applies=_has_agreed,
        judge_worker=_agreed,
    ),
)
