"""How much people want to work, and who wants more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from rondstroom.rooms.people.models import Engagement, HoursWish
from rondstroom.rooms.people.states import MoreHours


def hours_wish_of(worker_id: int, on: date) -> HoursWish | None:
    """Give what a worker said about hours; "this month" no longer after its month."""
    row = HoursWish.objects.filter(worker_id=worker_id).first()
    if row is not None and row.until is not None and row.until <= on:
        row.more, row.until = MoreHours.NO, None
    return row


def who_wants_more(
    organisation_ids: Iterable[int], partner_ids: Iterable[int], on: date
) -> QuerySet[HoursWish]:
    """Give who wants more hours: own people, and partners' people who want to work here.

    Each with `.worker.engagements.all()` that hold on the day; who waits longest first.
    """
    ids, partners = list(organisation_ids), list(partner_ids)
    held = Engagement.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=on), starts_on__lte=on
    ).select_related("organisation", "team")
    own = held.filter(organisation_id__in=ids).values("worker_id")
    near = held.filter(organisation_id__in=partners).values("worker_id")
    from_pool = Q(worker_id__in=near, worker__willing_for__organisation_id__in=ids)
    return (
        HoursWish.objects.exclude(more=MoreHours.NO)
        .filter(Q(until__isnull=True) | Q(until__gt=on))
        .filter(Q(worker_id__in=own) | from_pool)
        .select_related("worker")
        .prefetch_related(Prefetch("worker__engagements", queryset=held))
        .order_by("said_at", "pk")
        .distinct()
    )
