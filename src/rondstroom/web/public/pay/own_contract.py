"""One's own contract as answers of the first step, for a worker who asks for it."""

from __future__ import annotations

from fractions import Fraction

from django.http import HttpRequest
from django.utils import timezone

from rondstroom.rooms.people import queries as people
from rondstroom.web.components.fields import typed

MINUTES = 60
MONTH_HOURS = 156
"""Paid hours a month at full time in the care agreements: 36 hours x 52 weeks / 12 months."""


def exists(request: HttpRequest) -> bool:
    """Tell whether the reader is a worker with a contract."""
    return bool(as_typed(request))


def as_typed(request: HttpRequest) -> dict[str, str]:
    """Give hours, cao and wage as one would type them; nothing for who is no worker."""
    worker = people.worker_of(request.user)
    if worker is None:
        return {}
    held = people.engagements_of(worker.pk, timezone.localdate())
    if not held:
        return {}
    largest = max(held, key=lambda one: one.minutes_per_week)
    hours = float(Fraction(largest.minutes_per_week, MINUTES))
    wage = people.own_wage_of(worker.pk)
    found = {"hours_now": typed(f"{hours:g}"), "cao": largest.organisation.cao or "other"}
    if wage:
        found["full_time_month"] = typed(f"{wage.hourly_cents * MONTH_HOURS / 100:.2f}")
    return found
