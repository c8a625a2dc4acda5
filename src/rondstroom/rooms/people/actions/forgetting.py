"""What workers said of days long past is deleted, and only how much it was stays."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.queries import availability_to_forget

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@transaction.atomic
def forget_availability(*, by: Account, at: datetime) -> int:
    """Delete what was said of days past their term; give of how many parts of days.

    Journal: `people.availability.forgotten` with the number, when there was any; never of whom.
    """
    count, _each = availability_to_forget(at).delete()
    if count:
        journal.record(
            event="people.availability.forgotten", by=by, at=at, subject="retention", count=count
        )
    return count
