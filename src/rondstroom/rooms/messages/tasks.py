"""What this room does in the background."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import task

from rondstroom.ports.push import PushService
from rondstroom.rooms.identity.queries import machine_account
from rondstroom.rooms.messages import actions


def push_service() -> PushService | None:
    """Give who can reach browsers, as the settings name it; None when this place has no keys."""
    found: PushService | None = import_string(settings.PUSH_SERVICE)()
    return found


@task()
def deliver() -> int:
    """Send what is due; give how many went out."""
    done = actions.deliver_due(push=push_service(), by=machine_account(), at=timezone.now())
    return done.sent


def queue_delivery(**_event: Any) -> None:
    """Put the outbox to work. Reacts to a message being sent, in the same transaction."""
    deliver.enqueue()
