"""What this room does in the background: telling connected systems what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django_tasks import task

from rondstroom.rooms.identity import actions, queries
from rondstroom.rooms.identity.states import EVENTS
from rondstroom.rooms.journal import actions as journal


@task()
def deliver() -> int:
    """Bring round what is due, and come back when this round's messages are due again.

    Only for these: every other message has a visit of its own coming. Were each visit to come
    back for all that waits, visits would pile up for as long as one receiver is down.
    """
    done = actions.deliver_due(by=queries.machine_account(), at=datetime.now(UTC))
    for moment in done.again:
        deliver.using(run_after=moment).enqueue()
    return done.arrived


def tell_systems(
    *, event: str, by: journal.Actor, at: datetime, lines: Sequence[journal.Told]
) -> None:
    """Write the messages about what happened, and queue their delivery. Hears every event."""
    if actions.write_messages(event=event, lines=lines, by=by, at=at):
        deliver.enqueue()


LISTENERS = {event: [tell_systems] for event in EVENTS}
"""Systems may hear of these events; `config/wiring.py` lays it on."""
