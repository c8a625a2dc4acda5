"""What an account was told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from rondstroom.rooms.messages.models import Message
from rondstroom.rooms.messages.states import Audience

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account


def message(message_id: int) -> Message | None:
    """Give one message."""
    return Message.objects.filter(pk=message_id).first()


def inbox(account: Account) -> QuerySet[Message]:
    """Give everything an account was told, newest first."""
    return Message.objects.filter(account=account).order_by("-sent_at", "-pk")


def was_told(account_id: int | None, subject: str) -> bool:
    """Tell whether an account was told as a worker about something, such as `shift:5`."""
    if account_id is None:
        return False
    told = Message.objects.filter(account_id=account_id, subject=subject)
    return told.filter(audience=Audience.WORKER).exists()


def unread_count(account: Account | AnonymousUser) -> int:
    """Give how many messages an account did not open yet; none for a stranger."""
    if account.pk is None:
        return 0
    return Message.objects.filter(account_id=account.pk, read_at__isnull=True).count()


def unanswered(account: Account, at: datetime) -> QuerySet[Message]:
    """Give what still waits for an answer of this account, the first due first."""
    waiting = inbox(account).filter(answered_at__isnull=True, answer_by__gt=at)
    return waiting.order_by("answer_by", "pk")
