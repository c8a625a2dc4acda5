"""What this room does in the background: telling connected systems what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django_tasks import task

from rondstroom.rooms.identity import actions, queries
from rondstroom.rooms.identity.models import Delivery
from rondstroom.rooms.identity.states import EVENTS, DeliveryState
from rondstroom.rooms.journal import actions as journal


@task()
def deliver() -> int:
    """Bring round what is due, and come back when the next message is."""
    arrived = actions.deliver_due(by=queries.machine_account(), at=datetime.now(UTC))
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING, webhook__is_active=True)
    following = waiting.order_by("next_try_at").values_list("next_try_at", flat=True).first()
    if following is not None:
        deliver.using(run_after=max(following, datetime.now(UTC))).enqueue()
    return arrived


def tell_systems(
    *, event: str, by: journal.Actor, at: datetime, lines: Sequence[journal.Told]
) -> None:
    """Write the messages about what happened, and queue their delivery. Hears every event."""
    if actions.write_messages(event=event, lines=lines, by=by, at=at):
        deliver.enqueue()


LISTENERS = {event: [tell_systems] for event in EVENTS}
"""Systems may hear of these events; `config/wiring.py` lays it on."""
