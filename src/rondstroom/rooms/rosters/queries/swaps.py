"""Swaps and hand-overs: what waits for whom, and who may take a shift at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.models import Assignment, Swap
from rondstroom.rooms.rosters.states import LIVING_SWAPS, AssignmentState, SwapState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker

_WITH = ("worker", "shift__organisation", "shift__team__location", "shift__function")


def _all() -> QuerySet[Swap]:
    """Give every swap with both sides, each by a question of its own.

    PostgreSQL thinks nine milliseconds about all seventeen tables in one question, and one about
    the same tables in three.
    """
    sides = Assignment.objects.select_related(*_WITH)
    rows = Swap.objects.select_related("wanted", "taker", "asked_by")
    return rows.prefetch_related(Prefetch("assignment", sides), Prefetch("in_return", sides))


def swap(swap_id: int) -> Swap | None:
    """Give one swap with both sides."""
    return _all().filter(pk=swap_id).first()


def swapped(swap_id: int) -> Swap:
    """Give a swap that is known to be there, as it stands now."""
    return _all().get(pk=swap_id)


def living_swap(assignment_id: int) -> Swap | None:
    """Give the swap in which an assignment is given away now."""
    return _all().filter(assignment_id=assignment_id, state__in=LIVING_SWAPS).first()


def swaps_of(worker: Worker) -> QuerySet[Swap]:
    """Give what a worker gives away, was asked or took, newest first."""
    mine = Q(assignment__worker=worker) | Q(wanted=worker) | Q(taker=worker)
    return _all().filter(mine).order_by("-asked_at", "-pk")


def swaps_for_anyone(worker: Worker, at: datetime) -> list[Swap]:
    """Give what colleagues offer to anyone within this worker's reach, the first shift first."""
    ties = people.engagements_of(worker.pk, timezone.localdate(at))
    wide = {one.organisation_id for one in ties} | people.willing_organisation_ids(worker.pk)
    offered = _all().filter(
        state=SwapState.ASKED,
        wanted__isnull=True,
        answer_by__gt=at,
        assignment__shift__organisation_id__in=wide,
    )
    rows = offered.exclude(assignment__worker=worker).order_by("assignment__starts_at", "pk")[:40]
    return [one for one in rows if is_within_reach(worker, one.assignment.shift)]


def swaps_at(organisation_ids: Iterable[int]) -> QuerySet[Swap]:
    """Give the living swaps about shifts of organisations, the first due first."""
    ids = list(organisation_ids)
    about = Q(assignment__shift__organisation_id__in=ids) | Q(
        in_return__shift__organisation_id__in=ids
    )
    return _all().filter(about, state__in=LIVING_SWAPS).order_by("answer_by", "pk")


def organisations_in(row: Swap) -> list[int]:
    """Give the organisations whose shifts change hands."""
    shifts = [row.assignment.shift, *([row.in_return.shift] if row.in_return else [])]
    return sorted({shift.organisation_id for shift in shifts})


def to_approve(row: Swap) -> list[int]:
    """Give the organisations whose planner must still agree, because the team wants that."""
    shifts = [row.assignment.shift, *([row.in_return.shift] if row.in_return else [])]
    asked = {shift.organisation_id for shift in shifts if shift.team.swaps_need_approval}
    return sorted(asked - set(row.approved))


def is_within_reach(worker: Worker, shift: Shift) -> bool:
    """Tell whether a worker works at the shift's organisation, or for it from the pool."""
    on = timezone.localdate(shift.starts_at)
    employers = {one.organisation_id for one in people.engagements_of(worker.pk, on)}
    if shift.organisation_id in employers:
        return True
    partners = organisations.pool_partner_ids(shift.organisation_id, on)
    return not employers.isdisjoint(partners) and (
        shift.organisation_id in people.willing_organisation_ids(worker.pk)
    )


def cancel_until(row: Assignment) -> datetime:
    """Give the last moment at which the worker may cancel or give away without calling."""
    return row.starts_at - timedelta(hours=row.shift.organisation.cancel_term_hours)


def swappable_with(row: Assignment, at: datetime, days: int = 28) -> list[Assignment]:
    """Give what colleagues of the same team work in the weeks around a shift, by time."""
    span = timedelta(days=days)
    found = Assignment.objects.filter(
        shift__team_id=row.shift.team_id,
        state=AssignmentState.CONFIRMED,
        starts_at__gt=max(at, row.starts_at - span),
        starts_at__lt=row.starts_at + span,
    ).exclude(worker_id=row.worker_id)
    rows = found.exclude(shift_id=row.shift_id).select_related(
        "worker", "shift__team__location", "shift__organisation", "shift__function"
    )
    return [one for one in rows.order_by("starts_at", "pk") if at < cancel_until(one)]
