"""Telling people something: into the inbox, and on its way as each of them prefers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db import IntegrityError, transaction
from django.utils import translation

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.messages.actions.timing import due_at
from rondstroom.rooms.messages.models import Delivery, Message
from rondstroom.rooms.messages.queries import Wanted, wanted_by
from rondstroom.rooms.messages.states import Audience, Channel, MessageKind, Pace

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

_LONGEST = {"title": 150, "text": 900}


class Words(NamedTuple):
    """What a message says. Nothing of it ever goes into a push."""

    title: str
    text: str


@transaction.atomic
def tell(
    *,
    to: Iterable[Account],
    kind: MessageKind,
    words: Callable[[], Words],
    audience: Audience = Audience.WORKER,
    subject: str = "",
    once: str = "",
    answer_by: datetime | None = None,
    urgent: bool = False,
    by: Account,
    at: datetime,
) -> list[Message]:
    """Tell accounts something; give the messages that are new.

    `words` is asked once per language, with that language switched on. With `once` an account
    hears the same news one time, however often it is told. Nobody hears what they did
    themselves: the author is left out. Journal: `messages.message.sent`, without the words.
    """
    people = {one.pk: one for one in to if one.is_active and one.pk != by.pk}.values()
    if not people:
        return []
    said = {language: _said(language, words) for language in {one.language for one in people}}
    rows = []
    for one in people:
        row = Message(account=one, kind=kind, audience=audience, subject=subject, once=once)
        row.title, row.text = said[one.language]
        row.sent_at, row.answer_by = at, answer_by
        rows.append(row)
    return _write_down(_write(rows, urgent), kind, subject, by, at)


def _said(language: str, words: Callable[[], Words]) -> Words:
    """Give the words in a language, cut to what is kept."""
    with translation.override(language):
        title, text = words()
    return Words(_cut(title, "title"), _cut(text, "text"))


def _cut(text: str, field: str) -> str:
    longest = _LONGEST[field]
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _write(rows: list[Message], urgent: bool) -> list[Message]:
    """Save messages; put each on its way over the channels that its reader wants."""
    made = _new(rows)
    wanted = wanted_by({one.account_id for one in made})
    Delivery.objects.bulk_create(
        delivery
        for one in made
        for channel in Channel
        if (delivery := _delivery(one, channel, wanted[one.account_id], urgent)) is not None
    )
    return made


def _new(rows: list[Message]) -> list[Message]:
    """Save those that were not told yet; somebody may tell the same at this very moment."""
    for _try in range(2):
        told = set(
            Message.objects.filter(
                account_id__in=[one.account_id for one in rows], once__in={r.once for r in rows}
            )
            .exclude(once="")
            .values_list("account_id", flat=True)
        )
        fresh = [one for one in rows if one.account_id not in told]
        try:
            with transaction.atomic():
                return Message.objects.bulk_create(fresh)
        except IntegrityError:
            continue
    return []


def _delivery(row: Message, channel: Channel, wanted: Wanted, urgent: bool) -> Delivery | None:
    pace = wanted.pace(row.kind, channel)
    if pace is Pace.OFF:
        return None
    due = due_at(wanted, pace, row.sent_at, urgent=urgent, answer_by=row.answer_by)
    return Delivery(message=row, channel=channel, due_at=due)


def _write_down(
    made: list[Message], kind: MessageKind, subject: str, by: Account, at: datetime
) -> list[Message]:
    if not made:
        return made
    journal.record(
        event="messages.message.sent",
        by=by,
        at=at,
        subject=f"message:{made[0].pk}",
        kind=str(kind),
        about=subject,
        accounts=[one.account_id for one in made],
    )
    return made
