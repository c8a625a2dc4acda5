"""The outbox: what is due goes out by mail and push; what fails is tried again, not for ever."""

from __future__ import annotations

import logging
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondstroom.ports.push import Knock, PushService
from rondstroom.rooms.messages.models import Delivery, PushAddress
from rondstroom.rooms.messages.states import Channel, DeliveryState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

AT_ONCE = 500
MOST_TRIES = 6
_FIRST_WAIT = timedelta(minutes=2)
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Delivered:
    """How many went out, will be tried again, and were given up."""

    sent: int = 0
    again: int = 0
    given_up: int = 0


def deliver_due(*, push: PushService | None, by: Account, at: datetime) -> Delivered:
    """Send what is due: per person one mail with all of it, and one knock per browser.

    Each person is a transaction of its own; two runs at once do not send the same row twice where
    the database can skip locked rows. A crash between sending and writing that down sends again:
    better twice than never. Without `push` those rows wait. Not in the journal: it holds that the
    message was sent already.
    """
    done = Delivered()
    channels = [Channel.MAIL, *([Channel.PUSH] if push else [])]
    due = Delivery.objects.filter(
        state=DeliveryState.WAITING, due_at__lte=at, channel__in=channels
    ).order_by("due_at", "pk")
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row in due.select_related("message")[:AT_ONCE]:
        groups[row.message.account_id, row.channel].append(row.pk)
    for (_account, channel), ids in groups.items():
        _deliver(ids, Channel(channel), push, at, done)
    return done


@transaction.atomic
def _deliver(
    ids: list[int], channel: Channel, push: PushService | None, at: datetime, done: Delivered
) -> None:
    rows = list(
        Delivery.objects.select_for_update(
            of=("self",), skip_locked=connection.features.has_select_for_update_skip_locked
        )
        .filter(pk__in=ids, state=DeliveryState.WAITING)
        .select_related("message__account")
        .order_by("due_at", "pk")
    )
    if not rows:
        return
    failure = _mailed(rows) if channel is Channel.MAIL else _knocked(rows, push)
    for row in rows:
        _settle(row, failure, at, done)
    Delivery.objects.bulk_update(rows, ["state", "sent_at", "tries", "due_at", "failure"])


def _settle(row: Delivery, failure: str, at: datetime, done: Delivered) -> None:
    row.tries += 1
    row.failure = failure[:200]
    if not failure:
        row.state, row.sent_at = DeliveryState.SENT, at
        done.sent += 1
    elif row.tries >= MOST_TRIES:
        row.state = DeliveryState.FAILED
        done.given_up += 1
    else:
        row.due_at = at + _FIRST_WAIT * 2**row.tries
        done.again += 1


def _mailed(rows: list[Delivery]) -> str:
    """Send one mail with all messages; give what went wrong, or nothing."""
    account = rows[0].message.account
    with translation.override(account.language):
        title, text = _mail(rows)
    try:
        send_mail(title, text, None, [account.email])
    except (SMTPException, OSError) as fault:
        _log.warning("mail to account %s failed: %s", account.pk, type(fault).__name__)
        return type(fault).__name__
    return ""


def _mail(rows: list[Delivery]) -> tuple[str, str]:
    messages = [row.message for row in rows]
    parts = [f"{one.title}\n{one.text}\n{settings.MESSAGE_ADDRESS % one.pk}" for one in messages]
    number = len(messages)
    title = messages[0].title
    if number > 1:
        title = ngettext("%(number)d bericht", "%(number)d berichten", number) % {"number": number}
    foot = _("Liever minder berichten? Kies zelf wat je krijgt en wanneer: %(where)s") % {
        "where": settings.PREFERENCES_ADDRESS
    }
    return f"Rondstroom: {title}", "\n\n".join([*parts, f"-- \n{foot}"])


def _knocked(rows: list[Delivery], push: PushService | None) -> str:
    """Knock once at each browser; forget those that are gone. One that heard it is enough."""
    assert push is not None  # rows of this channel are only taken with it
    outcomes = []
    for address in PushAddress.objects.filter(account_id=rows[0].message.account_id):
        outcome = push.knock(address.endpoint)
        if outcome is Knock.GONE:
            address.delete()
        outcomes.append(outcome)
    failed = Knock.FAILED in outcomes and Knock.HEARD not in outcomes
    return "push" if failed else ""
