"""Who may read and answer what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.messages.models import Message, Question


def may_read(account: Account | AnonymousUser, message: Message) -> bool:
    """Say whether an account may read a message: only whom it was sent to."""
    return account.pk is not None and message.account_id == account.pk


def is_asker(account: Account | AnonymousUser, question: Question) -> bool:
    """Say whether an account asked this question. Who else may read it, the rooms above say."""
    return account.pk is not None and question.asked_by_id == account.pk
