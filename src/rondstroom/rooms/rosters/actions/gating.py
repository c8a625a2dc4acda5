"""The gate over time: who no longer passes it becomes a task before the shift, not after."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.models import Assignment, GateTask
from rondstroom.rooms.rosters.queries.gating import (
    RECHECKED,
    Standing,
    coming,
    gate_recheck_due,
    standing,
)
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

AHEAD = timedelta(days=14)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rechecked:
    """How many assignments were looked at, and how many tasks opened and closed."""

    looked: int
    opened: int
    closed: int


@transaction.atomic
def recheck_gate(*, by: Account, at: datetime, until: datetime | None = None) -> Rechecked:
    """Judge everybody on a shift of the coming 14 days again; safe to run at any time.

    Journal: `rosters.gate.failed` and `rosters.gate.cured`, for what is otherwise than before.
    """
    return _recheck(coming(at, until or at + AHEAD), by, at)


@transaction.atomic
def recheck_gate_daily(*, by: Account, at: datetime) -> Rechecked | None:
    """Judge everybody on a shift of the coming 14 days once a day; None when that was done today.

    Journal: `rosters.gate.rechecked` with the numbers, besides what `recheck_gate` writes.
    """
    if not gate_recheck_due(at):
        return None
    done = recheck_gate(by=by, at=at)
    journal.record(
        event="rosters.gate.rechecked", by=by, at=at, subject=RECHECKED, **dataclasses.asdict(done)
    )
    return done


def follow_files(
    *, subject: str, worker_ids: Iterable[int], by: Account, at: datetime, **_event: Any
) -> None:
    """Judge the coming shifts of workers again whose evidence changed."""
    wanted = sorted(worker_ids)
    if coming(at).filter(worker_id__in=wanted).exists():
        # Who is being booked holds this lock: either that sees the new evidence, or we see it.
        for worker_id in wanted:
            people.locked_worker(worker_id)
        own = coming(at).filter(worker_id__in=wanted)
        beside = _supervised_beside(own, at)
        _recheck(coming(at).filter(Q(worker_id__in=wanted) | Q(pk__in=beside)), by, at)


def follow_house(*, receiver: int, by: Account, at: datetime, **_event: Any) -> None:
    """Judge the coming shifts of an organisation again that decided what it asks or accepts."""
    _recheck(coming(at).filter(shift__organisation_id=receiver), by, at)


def follow_pools(
    *, lines: Iterable[journal.Told], by: Account, at: datetime, **_event: Any
) -> None:
    """Judge the coming shifts of pools again that may share evidence otherwise than before."""
    pools = {int(line.subject.removeprefix("pool:")) for line in lines}
    held = organisations.memberships_in(timezone.localdate(at), date.max).filter(pool_id__in=pools)
    members = held.values("organisation_id")
    _recheck(coming(at).filter(shift__organisation_id__in=members), by, at)


def follow_tie(*, subject: str, by: Account, at: datetime, **_event: Any) -> None:
    """Judge the coming shifts of a worker again whose engagement began, changed or ended."""
    worker_id = int(subject.removeprefix("worker:"))
    _recheck(coming(at).filter(worker_id=worker_id), by, at)


def follow_assignment(*, assignment_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Close or renew the task of an assignment that was moved or taken off.

    Whoever works under supervision at the same team about then is judged again too.
    """
    tasks = GateTask.objects.filter(assignment_id=assignment_id, closed_at__isnull=True)
    judged = {assignment_id} if tasks.exists() else set()
    judged |= _supervised_beside(Assignment.objects.filter(pk=assignment_id), at)
    if judged:
        _recheck(Assignment.objects.filter(pk__in=judged), by, at)


def follow_made(
    *, assignment_id: int, by: Account, at: datetime, in_bulk: bool = False, **_event: Any
) -> None:
    """Close the tasks of those who wait for a supervisor, now that somebody came beside them."""
    if not in_bulk and GateTask.objects.filter(closed_at__isnull=True).exists():
        beside = _supervised_beside(Assignment.objects.filter(pk=assignment_id), at)
        _recheck(Assignment.objects.filter(pk__in=beside), by, at)


def _supervised_beside(rows: QuerySet[Assignment], at: datetime) -> set[int]:
    """Give the coming assignments under supervision at the same teams within a day of these."""
    asked = coming(at).filter(worker_id__in=skills.supervised_workers())
    where = "shift__team_id", "starts_at", "ends_at"
    learning = list(asked.filter(shift__skills__isnull=False).values_list("pk", *where))
    if not learning:
        return set()
    there: dict[int, list[tuple[datetime, datetime]]] = {}
    for team_id, starts_at, ends_at in rows.values_list(*where):
        there.setdefault(team_id, []).append((starts_at - DAY, ends_at + DAY))
    return {
        pk
        for pk, team_id, starts_at, ends_at in learning
        if any(first < ends_at and starts_at < last for first, last in there.get(team_id, ()))
    }


def _recheck(rows: QuerySet[Assignment], by: Account, at: datetime) -> Rechecked:
    """Open what fails, close what is cured or over; the same twice changes nothing."""
    ids = set(rows.values_list("pk", flat=True))
    living = coming(at).filter(pk__in=ids).select_related("shift")
    judged = standing(living, at)
    failing = {one.assignment.pk: one for one in judged if one.blocks}
    closed = _close(ids, failing, by, at)
    opened = _open(failing, by, at)
    return Rechecked(len(judged), opened, closed)


def _open(failing: dict[int, Standing], by: Account, at: datetime) -> int:
    known = GateTask.objects.filter(assignment_id__in=failing, closed_at__isnull=True)
    there = {task.assignment_id: task for task in known}
    for pk, task in there.items():
        if task.rules != failing[pk].rules:
            GateTask.objects.filter(pk=task.pk).update(rules=failing[pk].rules)
    new = [one for pk, one in failing.items() if pk not in there]
    GateTask.objects.bulk_create(
        (GateTask(assignment=one.assignment, rules=one.rules, opened_at=at) for one in new),
        ignore_conflicts=True,  # somebody else found the same at the same time
    )
    _write_down("failed", [one.assignment for one in new], by, at)
    return len(new)


def _close(ids: set[int], failing: dict[int, Standing], by: Account, at: datetime) -> int:
    tasks = GateTask.objects.filter(assignment_id__in=ids, closed_at__isnull=True)
    cured = list(tasks.exclude(assignment_id__in=failing).select_related("assignment__shift"))
    GateTask.objects.filter(pk__in=[task.pk for task in cured]).update(closed_at=at)
    _write_down("cured", [task.assignment for task in cured], by, at)
    return len(cured)


def _write_down(happened: str, rows: list[Assignment], by: Account, at: datetime) -> None:
    lines = [
        journal.Line(
            f"shift:{row.shift_id}",
            row.shift.organisation_id,
            row.worker_id,
            {"shift_id": row.shift_id, "assignment_id": row.pk},
        )
        for row in rows
    ]
    journal.record_many(event=f"rosters.gate.{happened}", by=by, at=at, lines=lines)
