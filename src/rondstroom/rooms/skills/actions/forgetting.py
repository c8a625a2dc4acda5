"""What was kept of people for its term is deleted, and only how much stays."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills import queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def forget_files(*, by: Account, at: datetime) -> dict[str, int]:
    """Delete evidence, claims, readings and shares whose term is over; give how many of each.

    Journal: `skills.files.forgotten` with the numbers, when there was any; never of whom.
    """
    counts = {}
    for name, rows in queries.past_their_term(at).items():
        _all, each = rows.delete()
        counts[name] = each.get(rows.model._meta.label, 0)
    if any(counts.values()):
        journal.record(event="skills.files.forgotten", by=by, at=at, subject="retention", **counts)
    return counts
