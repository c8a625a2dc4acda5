"""Somebody needs an answer of the register now: the question is queued, and nobody waits for it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal import queries as entries
from rondstroom.rooms.skills import queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

PAUSE = timedelta(minutes=10)
"""So long the register is left alone about one person."""
WANTED = "skills.register.wanted"


@transaction.atomic
def want_register(*, worker: Worker, by: Account, at: datetime) -> bool:
    """Put a question about a worker to the register in the queue; False: no number is known.

    Asked again within ten minutes it is the same question. No network here: the background asks,
    and what it says is kept as always. Journal: `skills.register.wanted`.
    """
    if not queries.register_numbers([worker.pk]):
        return False
    subject = f"worker:{worker.pk}"
    lines = entries.entries_about(subject).filter(event=WANTED, at__gt=at - PAUSE)
    if not lines.exists():
        journal.record(
            event=WANTED, by=by, at=at, subject=subject, worker_id=worker.pk, asked_id=worker.pk
        )
    return True
