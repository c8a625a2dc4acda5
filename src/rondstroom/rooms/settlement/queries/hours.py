"""Reading hours: what must be registered, what waits for whom, and every version."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import F, FilteredRelation, Q, QuerySet

from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement.models import Approval, Hours, HoursRules, HoursVersion, Message
from rondstroom.rooms.settlement.states import HoursState, Steps

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.models import Assignment

LOOKED_BACK = timedelta(days=62)
WAITING = (HoursState.REGISTERED, HoursState.DISPUTED)
_WITH = (
    "worker",
    "lender",
    "borrower",
    "function",
    "team__location__organisation",
    "assignment__shift",
)


def _all() -> QuerySet[Hours]:
    return Hours.objects.select_related(*_WITH)


def hours(hours_id: int) -> Hours | None:
    """Give the hours of one shift by number."""
    return _all().filter(pk=hours_id).first()


def hours_of_assignment(assignment_id: int) -> Hours | None:
    """Give the hours of an assignment, when somebody has registered them."""
    return _all().filter(assignment_id=assignment_id).first()


def hours_of_worker(worker_id: int) -> QuerySet[Hours]:
    """Give what was registered of a worker, the latest day first."""
    return _all().filter(worker_id=worker_id).order_by("-on_day", "-pk")


def to_register(worker_id: int, now: datetime) -> list[Assignment]:
    """Give the shifts of a worker that ended and of which nobody has told the hours, oldest first.

    A shift that is over stays here until somebody tells, also when that takes weeks.
    """
    rows = rosters.assignments_of_worker(worker_id, now - LOOKED_BACK, now)
    return list(
        rows.exclude(state=AssignmentState.PLANNED).filter(ends_at__lte=now, hours__isnull=True)
    )


def never_registered(organisation_ids: Iterable[int], now: datetime) -> QuerySet[Assignment]:
    """Give the shifts at organisations that ended without anybody telling the hours."""
    rows = rosters.ended_assignments(organisation_ids, now - LOOKED_BACK, now)
    return rows.filter(hours__isnull=True)


def to_approve(organisation_ids: Iterable[int]) -> QuerySet[Hours]:
    """Give what waits for the yes of these organisations: as borrower first, then as lender."""
    asked = list(organisation_ids)
    as_borrower = Q(borrower_id__in=asked, state__in=WAITING)
    as_lender = Q(lender_id__in=asked, state=HoursState.HALF_APPROVED)
    return _all().filter(as_borrower | as_lender).order_by("answer_due_at", "pk")


def with_current(rows: QuerySet[Hours]) -> QuerySet[Hours]:
    """Give rows with their last version as plain columns: `said_from`, `said_until` and so on."""
    current = FilteredRelation("versions", condition=Q(versions__number=F("version")))
    return rows.annotate(current=current).annotate(
        version_id=F("current__pk"),
        said_kind=F("current__kind"),
        said_from=F("current__starts_at"),
        said_until=F("current__ends_at"),
        said_break=F("current__break_minutes"),
        said_deviation=F("current__deviation"),
    )


def versions_of(hours_id: int) -> list[HoursVersion]:
    """Give every version of hours with who agreed, the last one first."""
    rows = HoursVersion.objects.filter(hours_id=hours_id).prefetch_related("approvals")
    return list(rows.order_by("-number"))


def current_version(row: Hours) -> HoursVersion:
    """Give the version that counts."""
    return HoursVersion.objects.get(hours_id=row.pk, number=row.version)


def approvals_of(version_id: int) -> list[Approval]:
    """Give who agreed to a version, in order of time."""
    return list(Approval.objects.filter(version_id=version_id).order_by("at", "pk"))


def messages_about(hours_id: int) -> list[Message]:
    """Give what was said about hours, the first first."""
    return list(Message.objects.filter(hours_id=hours_id).order_by("at", "pk"))


def worked_around(worker_id: int, starts_at: datetime, ends_at: datetime) -> list[HoursVersion]:
    """Give the last versions of a worker's hours that touch a period, at any organisation."""
    rows = HoursVersion.objects.filter(
        hours__worker_id=worker_id,
        number=F("hours__version"),
        starts_at__lt=ends_at,
        ends_at__gt=starts_at,
    )
    return list(rows.select_related("hours"))


def rules_of(organisation_id: int) -> HoursRules:
    """Give how an organisation deals with hours; without a row what holds for everybody."""
    found = HoursRules.objects.filter(organisation_id=organisation_id).first()
    return found or HoursRules(organisation_id=organisation_id)


def needs_both(row: Hours) -> bool:
    """Say whether the lender wants to agree as well as the borrower."""
    return row.lender_id != row.borrower_id and rules_of(row.lender_id).steps == Steps.TWO
