"""What is known of the worker's wage, asked once per page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from rondstroom.rooms.people import queries as people
from rondstroom.web.worker.pay.shift_pay import KnownWage

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker


def known_wage(worker: Worker) -> KnownWage | None:
    """Give the own wage with the largest contract of today; None when no wage was typed."""
    wage = people.own_wage_of(worker.pk)
    if wage is None:
        return None
    held = people.engagements_of(worker.pk, timezone.localdate())
    minutes = max((one.minutes_per_week for one in held), default=0)
    return KnownWage(wage.hourly_cents, wage.has_tax_credit, minutes)
