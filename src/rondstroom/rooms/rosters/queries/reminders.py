"""Who is to be told about coming work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from flexpool.periods import Period
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


def _confirmed(span: Period) -> QuerySet[Assignment]:
    return Assignment.objects.filter(
        state=AssignmentState.CONFIRMED,
        starts_at__gte=span.starts_at,
        starts_at__lt=span.ends_at,
        worker__account__isnull=False,
    )


def confirmed_per_account(team_id: int, span: Period) -> list[tuple[Account, int]]:
    """Give who works at a team in a period and has an account, with the number of shifts."""
    numbers: dict[Account, int] = {}
    rows = _confirmed(span).filter(shift__team_id=team_id)
    for row in rows.select_related("worker__account").order_by("worker__name", "pk"):
        assert row.worker.account is not None
        numbers[row.worker.account] = numbers.get(row.worker.account, 0) + 1
    return list(numbers.items())


def starting_in(span: Period) -> list[Assignment]:
    """Give the confirmed work that begins in a period, of workers with an account."""
    rows = _confirmed(span).select_related("worker__account", "shift__team__location")
    return list(rows.order_by("starts_at", "pk"))
