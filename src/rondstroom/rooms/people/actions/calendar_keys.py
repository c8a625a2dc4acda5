"""The secret link to a worker's own calendar: made, renewed, taken back."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import CalendarKey, Worker

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

KEY_BYTES = 24


@transaction.atomic
def make_calendar_key(*, worker: Worker, by: Account, at: datetime) -> str:
    """Give a new secret, the only time that it can be read; an older one no longer works.

    Journal: `people.calendar-key.made`.
    """
    key = secrets.token_urlsafe(KEY_BYTES)
    CalendarKey.objects.update_or_create(
        worker=worker, defaults={"digest": CalendarKey.digest_of(key), "made_at": at}
    )
    record("people.calendar-key.made", worker, by=by, at=at)
    return key


@transaction.atomic
def withdraw_calendar_key(*, worker: Worker, by: Account, at: datetime) -> None:
    """End the link, if there is one. Journal: `people.calendar-key.withdrawn`."""
    if CalendarKey.objects.filter(worker=worker).delete()[0]:
        record("people.calendar-key.withdrawn", worker, by=by, at=at)
