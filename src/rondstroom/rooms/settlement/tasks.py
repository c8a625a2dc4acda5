"""What this room does in the background."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django_tasks import task

from rondstroom.rooms.settlement import actions, queries


@task()
def perform_run(run_id: int) -> str:
    """Do what is left of one settlement; give the state it ended in."""
    run = queries.run(run_id)
    if run is None:
        return ""
    return str(actions.perform_run(run=run, by=run.asked_by, at=timezone.now()).state)


def queue_run(*, run_id: int, **_event: Any) -> None:
    """Put a settlement in the queue. Reacts to its being asked or resumed."""
    perform_run.enqueue(run_id)
