"""A message is opened; what was asked in it is answered."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.messages.models import Message

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


def mark_read(
    *, account: Account, message: Message | None = None, by: Account, at: datetime
) -> int:
    """Mark one message of an account as read, or all of them; give how many were unread.

    Not in the journal: when somebody reads is nobody else's business.
    """
    if by.pk != account.pk:
        raise ValueError("one reads one's own messages")
    unread = Message.objects.filter(account=account, read_at__isnull=True)
    return (unread if message is None else unread.filter(pk=message.pk)).update(read_at=at)


def settle(*, once: str, account: Account | None = None, by: Account, at: datetime) -> int:
    """End the waiting for an answer on what was told under this key, to one or to all.

    Give how many waited. Journal: `messages.message.settled`.
    """
    waiting = Message.objects.filter(once=once, answer_by__isnull=False, answered_at__isnull=True)
    if account is not None:
        waiting = waiting.filter(account=account)
    number = waiting.update(answered_at=at)
    if number:
        journal.record(event="messages.message.settled", by=by, at=at, subject=once, told=number)
    return number
