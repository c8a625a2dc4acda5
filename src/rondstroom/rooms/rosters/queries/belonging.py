"""Who comes to a place for the first time, whom somebody knows there, and who is the buddy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, Max, OuterRef, QuerySet
from django.db.models.aggregates import Count

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries.acquaintance import LOOKED_BACK
from rondstroom.rooms.rosters.states import AssignmentState

_COMING = (AssignmentState.PLANNED, AssignmentState.CONFIRMED)
_TOLD = (AssignmentState.CONFIRMED, AssignmentState.WORKED)


@dataclass(frozen=True, slots=True)
class Face:
    """A colleague with whom somebody worked, how often, and when last."""

    worker_id: int
    name: str
    times: int
    last_on: date


def first_times(
    organisation_ids: Iterable[int], starts_at: datetime, ends_at: datetime
) -> list[Assignment]:
    """Give who comes to a location for the first time in a period, by begin; one query.

    Only what people know of: a concept is not told, and does not count as having been there.
    """
    rows = Assignment.objects.filter(
        shift__organisation_id__in=list(organisation_ids),
        state=AssignmentState.CONFIRMED,
        starts_at__gte=starts_at,
        starts_at__lt=ends_at,
    )
    first = rows.exclude(Exists(_before()))
    known = first.select_related(
        "worker", "shift__team__location", "shift__function", "buddy__worker"
    )
    return list(known.order_by("starts_at", "pk"))


def is_first_time(assignment: Assignment) -> bool:
    """Say whether somebody was never at this location before this shift."""
    rows = Assignment.objects.filter(pk=assignment.pk)
    return rows.exclude(Exists(_before())).exists()


def _before() -> QuerySet[Assignment]:
    """Give what the same worker worked earlier at the same location."""
    return Assignment.objects.filter(
        worker_id=OuterRef("worker_id"),
        shift__team__location_id=OuterRef("shift__team__location_id"),
        starts_at__lt=OuterRef("starts_at"),
        state__in=_TOLD,
    )


def buddy_of(assignment: Assignment) -> Assignment | None:
    """Give what the buddy works, as long as that is at the same time in the same team."""
    if assignment.buddy_id is None:
        return None
    rows = Assignment.objects.filter(
        pk=assignment.buddy_id,
        state__in=_TOLD,
        shift__team_id=assignment.shift.team_id,
        starts_at__lt=assignment.ends_at,
        ends_at__gt=assignment.starts_at,
    )
    return rows.select_related("worker", "shift").first()


def learners_beside(shift_ids: Iterable[int]) -> dict[int, list[Assignment]]:
    """Give who learns beside each of these shifts, with the buddy who is still on; one query."""
    found: dict[int, list[Assignment]] = {shift_id: [] for shift_id in shift_ids}
    rows = Assignment.objects.filter(shift__beside_id__in=found).exclude(
        state=AssignmentState.CANCELLED
    )
    for row in rows.select_related("worker", "shift", "buddy__worker").order_by("pk"):
        if row.buddy and row.buddy.state == AssignmentState.CANCELLED:
            row.buddy = None
        found[row.shift.beside_id or 0].append(row)
    return found


def unaccompanied(organisation_ids: Iterable[int], at: datetime) -> list[Assignment]:
    """Give who learns on a coming shift without a colleague beside, by begin; one query."""
    rows = Assignment.objects.filter(
        shift__organisation_id__in=list(organisation_ids),
        shift__beside__isnull=False,
        state__in=_COMING,
        ends_at__gt=at,
    ).exclude(
        buddy__state__in=[*_COMING, AssignmentState.WORKED],
        buddy__shift__team_id=F("shift__team_id"),
        buddy__shift__beside__isnull=True,
        buddy__starts_at__lt=F("ends_at"),
        buddy__ends_at__gt=F("starts_at"),
    )
    return list(rows.select_related("worker", "shift__team").order_by("starts_at", "pk"))


def faces_known(worker_id: int, team_id: int, at: datetime) -> list[Face]:
    """Give with whom somebody worked in a team in the last year, most often first; one query."""
    past = Assignment.objects.filter(
        state__in=_TOLD, shift__team_id=team_id, starts_at__gte=at - LOOKED_BACK, ends_at__lte=at
    )
    together = past.filter(
        worker_id=worker_id, starts_at__lt=OuterRef("ends_at"), ends_at__gt=OuterRef("starts_at")
    )
    shared = past.exclude(worker_id=worker_id).filter(Exists(together))
    counted = shared.values("worker_id", "worker__name").annotate(
        times=Count("pk"), last=Max("starts_at")
    )
    return [
        Face(
            one["worker_id"],
            one["worker__name"],
            one["times"],
            one["last"].astimezone(AMSTERDAM).date(),
        )
        for one in counted.order_by("-times", "worker__name", "worker_id")
    ]
