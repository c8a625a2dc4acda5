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
    wage, minutes = people.wage_and_contract(worker.pk, timezone.localdate())
    if wage is None:
        return None
    return KnownWage(wage.hourly_cents, wage.has_tax_credit, minutes)
