"""What this room does in the background."""

from __future__ import annotations

from typing import Any

from django_tasks import task

from rondstroom.rooms.rosters import actions


@task()
def perform_plan(run_id: int) -> str:
    """Do the work of one planning run; give the state it ended in."""
    return str(actions.perform_plan(run_id).state)


def queue_plan(*, run_id: int, **_event: Any) -> None:
    """Put a run in the queue. Reacts to its being asked, in the same transaction."""
    perform_plan.enqueue(run_id)
