"""Who works which shift."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Count, QuerySet

from flexpool.periods import Period, day_period
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

_WITH = ("shift__team__location", "shift__organisation", "shift__function")


def _living() -> QuerySet[Assignment]:
    return Assignment.objects.exclude(state=AssignmentState.CANCELLED)


def assignment(assignment_id: int) -> Assignment | None:
    """Give one assignment with its shift and worker, also a cancelled one."""
    return Assignment.objects.select_related("worker", *_WITH).filter(pk=assignment_id).first()


def assignments_of_worker(
    worker_id: int, starts_at: datetime, ends_at: datetime
) -> QuerySet[Assignment]:
    """Give what a worker works in a period, at every organisation, in order of time."""
    return (
        _living()
        .filter(worker_id=worker_id, starts_at__lt=ends_at, ends_at__gt=starts_at)
        .select_related(*_WITH)
        .order_by("starts_at")
    )


def assignments_of_workers(
    worker_ids: Iterable[int], starts_at: datetime, ends_at: datetime
) -> QuerySet[Assignment]:
    """Give what several workers work in a period, everywhere, in order of time; one query."""
    return (
        _living()
        .filter(worker_id__in=list(worker_ids), starts_at__lt=ends_at, ends_at__gt=starts_at)
        .select_related(*_WITH)
        .order_by("starts_at", "pk")
    )


def living_on(shift_id: int) -> QuerySet[Assignment]:
    """Give who is on a shift; to be read together with other things."""
    return _living().filter(shift_id=shift_id)


def assignments_of_shifts(shift_ids: Iterable[int]) -> dict[int, list[Assignment]]:
    """Give for each shift who works it, by place; one query."""
    found: dict[int, list[Assignment]] = {shift_id: [] for shift_id in shift_ids}
    rows = _living().filter(shift_id__in=found).select_related("worker")
    for row in rows.order_by("shift_id", "place"):
        found[row.shift_id].append(row)
    return found


def ended_assignments(
    organisation_ids: Iterable[int], starts_at: datetime, ends_at: datetime
) -> QuerySet[Assignment]:
    """Give what was rostered at organisations and ended in a period, without concepts; by end."""
    return (
        _living()
        .exclude(state=AssignmentState.PLANNED)
        .filter(
            shift__organisation_id__in=list(organisation_ids),
            ends_at__gt=starts_at,
            ends_at__lte=ends_at,
        )
        .select_related("worker", *_WITH)
        .order_by("ends_at", "pk")
    )


def shifts_left(worker_id: int, organisation_id: int, starts_on: date, ends_on: date) -> list[int]:
    """Give the shifts of an organisation that somebody was taken off, begun in these days."""
    days = Period(day_period(starts_on).starts_at, day_period(ends_on).starts_at)
    rows = Assignment.objects.filter(
        worker_id=worker_id,
        shift__organisation_id=organisation_id,
        state=AssignmentState.CANCELLED,
        starts_at__gte=days.starts_at,
        starts_at__lt=days.ends_at,
    )
    return list(rows.values_list("shift_id", flat=True).distinct())


def filled_places(shift_ids: Iterable[int]) -> dict[int, int]:
    """Give for each shift how many places are taken; one query, shifts without are 0."""
    filled = dict.fromkeys(shift_ids, 0)
    counted = _living().filter(shift_id__in=filled).values_list("shift_id").annotate(Count("pk"))
    filled.update(counted)
    return filled


def times_worked_at(
    worker_ids: Iterable[int], team_ids: Iterable[int]
) -> dict[tuple[int, int], int]:
    """Give (worker, team) → how often the worker was, or is, rostered there; absent means never."""
    counted = (
        _living()
        .filter(worker_id__in=list(worker_ids), shift__team_id__in=list(team_ids))
        .values_list("worker_id", "shift__team_id")
        .annotate(Count("pk"))
    )
    return {(worker, team): times for worker, team, times in counted}


def assignments_at(
    organisation_id: int, starts_at: datetime, ends_at: datetime
) -> QuerySet[Assignment]:
    """Give who works on an organisation's shifts that begin in a period, cancelled ones too."""
    return (
        Assignment.objects.filter(
            shift__organisation_id=organisation_id, starts_at__gte=starts_at, starts_at__lt=ends_at
        )
        .select_related("worker", *_WITH)
        .order_by("starts_at", "pk")
    )


def planned_assignments(
    organisation_ids: Iterable[int], starts_at: datetime, ends_at: datetime
) -> QuerySet[Assignment]:
    """Give what is planned in a period and not confirmed: these people do not know of it yet."""
    return (
        Assignment.objects.filter(
            state=AssignmentState.PLANNED,
            shift__organisation_id__in=list(organisation_ids),
            starts_at__gte=starts_at,
            starts_at__lt=ends_at,
        )
        .select_related("worker", *_WITH)
        .order_by("starts_at", "pk")
    )
