"""On which days and hours somebody can be asked to work."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from rondstroom.rooms.people.models import Engagement
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

Slot = tuple[int, time, time]
"""Weekday (Monday is 0), from and until."""


def agreed_times(engagement: Engagement) -> tuple[Slot, ...] | None:
    """Give the days and hours agreed; None when the times of work are known ahead."""
    if engagement.reference_times is None:
        return None
    return tuple(
        (int(day), time.fromisoformat(opens), time.fromisoformat(closes))
        for day, opens, closes in engagement.reference_times
    )


def callable_engagements(organisation_id: int, on: date) -> list[Engagement]:
    """Give the engagements of a day that are on call, or whose times are not known ahead."""
    rows = Engagement.objects.filter(organisation_id=organisation_id, starts_on__lte=on)
    on_call = {EngagementForm.ON_CALL, EngagementForm.MIN_MAX}
    return [
        one
        for one in rows.select_related("worker", "team").order_by("worker__name", "pk")
        if (one.ends_on is None or on < one.ends_on)
        and (one.form in on_call or one.reference_times is not None)
    ]


def times_of(worker: Worker, on: date) -> list[tuple[Engagement, tuple[Slot, ...]]]:
    """Give what a worker agreed with each employer of a day, where times are not known ahead."""
    rows = Engagement.objects.filter(worker=worker, reference_times__isnull=False)
    return [
        (one, agreed_times(one) or ())
        for one in rows.select_related("organisation").order_by("starts_on", "pk")
        if one.starts_on <= on and (one.ends_on is None or on < one.ends_on)
    ]
