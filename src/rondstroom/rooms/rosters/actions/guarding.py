"""Writing assignments so that the database's own guard holds: places, and rest to neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.rosters import translate
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


class GuardRefused(Exception):
    """The database refused; `code` is overlap or full."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def living(worker_id: int) -> QuerySet[Assignment]:
    """Give what a worker works that was not cancelled."""
    return Assignment.objects.filter(worker_id=worker_id).exclude(state=AssignmentState.CANCELLED)


def rostered_on(shift_id: int) -> list[Assignment]:
    """Give what was not cancelled of a shift."""
    rows = Assignment.objects.filter(shift_id=shift_id)
    return list(rows.exclude(state=AssignmentState.CANCELLED))


def free_place(rostered: Iterable[Assignment], places: int) -> int | None:
    """Give the lowest free place of a locked shift, or None when it is full."""
    taken = {one.place for one in rostered}
    return next((place for place in range(1, places + 1) if place not in taken), None)


def blocked_until(worker: Worker, row: Assignment) -> datetime:
    """Give until when the guard keeps a worker free: the daily rest, or the next work if sooner.

    Sooner only stands in the database when the law check let it, because no assignment is written
    without that check.
    """
    day = row.starts_at.astimezone(AMSTERDAM).date()
    rested = row.ends_at + translate.daily_rest(translate.age_group(worker.youth_until, day), day)
    following = living(worker.pk).filter(starts_at__gte=row.ends_at).exclude(pk=row.pk)
    next_start = following.order_by("starts_at").values_list("starts_at", flat=True).first()
    return rested if next_start is None else min(rested, next_start)


def settle_before(worker: Worker, moment: datetime) -> None:
    """Let the last work that begins before a moment block until its rest or the next work."""
    before = living(worker.pk).filter(starts_at__lt=moment).order_by("-starts_at").first()
    if before is None:
        return
    until = blocked_until(worker, before)
    if until != before.blocked_until:
        before.blocked_until = until
        before.save(update_fields=["blocked_until"])


def write(worker: Worker, row: Assignment) -> None:
    """Save an assignment of a locked worker on a locked shift, neighbours adjusted with it.

    Raises `GuardRefused` when the database sees a double booking or a place too many; the
    transaction can then only be given up, which spares a savepoint.
    """
    row.blocked_until = blocked_until(worker, row)
    try:
        with transaction.atomic(savepoint=False):
            _make_room(worker, row)
            row.save()
    except IntegrityError as refusal:
        raise GuardRefused(_code(str(refusal))) from refusal


def _make_room(worker: Worker, row: Assignment) -> None:
    """Shorten what blocks the work before to where this work begins."""
    before = living(worker.pk).exclude(pk=row.pk).filter(ends_at__lte=row.starts_at)
    before.filter(blocked_until__gt=row.starts_at).update(blocked_until=row.starts_at)


def _code(refusal: str) -> str:
    """Tell which guard spoke, in the words of either database."""
    if "rosters_no_double_booking" in refusal or "worker_id" in refusal:
        return "overlap"
    return "overlap" if "rosters_worker_once_per_shift" in refusal else "full"


def close_ranks(shift_id: int, freed: int) -> None:
    """Move the highest place to a freed one, so that places stay 1, 2, 3 and may be lowered."""
    last = (
        Assignment.objects.filter(shift_id=shift_id, place__gt=freed)
        .exclude(state=AssignmentState.CANCELLED)
        .order_by("-place")
        .first()
    )
    if last is not None:
        last.place = freed
        last.save(update_fields=["place"])
