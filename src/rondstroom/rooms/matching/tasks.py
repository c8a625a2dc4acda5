"""What this room does in the background.

A ring's time is over, so the cascade goes on; the register answered, so what it held goes on.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django_tasks import task

from rondstroom.rooms.identity.queries import machine_account
from rondstroom.rooms.matching import actions, queries


@task()
def advance(cascade_id: int) -> str:
    """Do what is due for one cascade; give the state it is in then."""
    now = timezone.now()
    return str(actions.advance_cascade(cascade_id=cascade_id, by=machine_account(), at=now).state)


def queue_advance(*, cascade_id: int, closes_at: datetime, **_event: Any) -> None:
    """Put the end of a ring in the queue. Reacts to the ring being opened."""
    advance.using(run_after=closes_at).enqueue(cascade_id)


@task()
def let_go(worker_id: int) -> int:
    """Book what only the register held of one worker; give how many were booked."""
    return actions.let_go(worker_id=worker_id, by=machine_account(), at=timezone.now())


def queue_held(*, subject: str, **_event: Any) -> None:
    """Put what the register held in the queue. Reacts to an answer, in the same transaction."""
    worker_id = int(subject.removeprefix("worker:"))
    if queries.held_requests(worker_id).exists():
        let_go.enqueue(worker_id)
