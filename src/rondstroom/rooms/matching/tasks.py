"""What this room does in the background: a ring's time is over, so the cascade goes on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django_tasks import task

from rondstroom.rooms.identity.queries import machine_account
from rondstroom.rooms.matching import actions


@task()
def advance(cascade_id: int) -> str:
    """Do what is due for one cascade; give the state it is in then."""
    now = timezone.now()
    return str(actions.advance_cascade(cascade_id=cascade_id, by=machine_account(), at=now).state)


def queue_advance(*, cascade_id: int, closes_at: datetime, **_event: Any) -> None:
    """Put the end of a ring in the queue. Reacts to the ring being opened."""
    advance.using(run_after=closes_at).enqueue(cascade_id)
