"""Telling connected systems: what happened is written down with it, and brought round later."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from rondstroom.ports import webhooks
from rondstroom.rooms.identity import queries
from rondstroom.rooms.identity.models import Account, Delivery, Webhook
from rondstroom.rooms.identity.states import EVENTS, DeliveryState
from rondstroom.rooms.journal import actions as journal

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
    timedelta(hours=24),
)
"""How long to wait after each try that failed; after the last a message is given up."""
SILENCE = timedelta(minutes=1)
"""So long a receiver that said nothing at all is left alone: it takes the time of all others."""
_LEASE = timedelta(minutes=5)
"""So long one sender has a message; when it dies with it, another takes over."""
_AT_ONCE = 20
"""So few that their time-outs together end well within the lease."""


@dataclass(frozen=True, slots=True)
class Round:
    """How many messages arrived, and when to go round again for those that did not."""

    arrived: int
    again: tuple[datetime, ...]


def write_messages(
    *, event: str, lines: Sequence[journal.Told], by: journal.Actor, at: datetime
) -> int:
    """Write a message for each webhook that wants to hear this; give how many.

    In the transaction of what happened: both are there, or neither. One query when nobody listens.
    Journal: nothing; the messages are about its lines.
    """
    name = EVENTS.get(event)
    organisations = {one.organisation_id for one in lines if one.organisation_id is not None}
    if name is None or not organisations:
        return 0
    listening = Webhook.objects.filter(organisation_id__in=organisations, is_active=True)
    hooks = [hook for hook in listening if name in hook.events]
    made = Delivery.objects.bulk_create(
        Delivery(
            webhook=hook,
            event_id=line.entry_id,
            event=name,
            body=_body(name, line, at),
            next_try_at=at,
            made_at=at,
        )
        for hook in hooks
        for line in lines
        if line.organisation_id == hook.organisation_id
    )
    return len(made)


def _body(name: str, line: journal.Told, at: datetime) -> str:
    """Give what is sent: what happened to which thing. No names; who may know them asks the API."""
    kind, _sign, number = line.subject.partition(":")
    data = {"type": kind, "id": int(number) if number.isdecimal() else number}
    more = {part: line.data[part] for part in ("assignment_id", "request_id") if part in line.data}
    told = {
        "id": str(line.entry_id),
        "type": name,
        "at": at.isoformat(),
        "organisation": line.organisation_id,
        "subject": data | more,
    }
    return json.dumps(told, separators=(",", ":"), sort_keys=True)


def deliver_due(*, by: Account, at: datetime) -> Round:
    """Bring round what is due. Journal: nothing.

    A message that fails waits longer each time; the receiver may get it twice, and knows it by
    its id. When a receiver says nothing, the rest of its messages wait without being counted as
    tried, so that one that is down holds up nobody else.
    """
    arrived, again, silent = 0, set(), set()
    taken = _claimed(at)
    for one in taken:
        if one.webhook_id in silent:
            _give_back(one, at)
            continue
        status, told = _brought(one, at)
        is_right = 200 <= status < 300
        arrived += is_right
        _note(one, f"{status} {told}".strip() if status else told, is_right, at)
        if not is_right and one.state == DeliveryState.WAITING:
            again.add(one.next_try_at)
        if not status:
            silent.add(one.webhook_id)
    again |= _left_alone(silent, at)
    if len(taken) == _AT_ONCE:
        again.add(at)
    return Round(arrived, tuple(sorted(again)))


def _left_alone(silent: set[int], at: datetime) -> set[datetime]:
    """Leave these receivers alone for a while; give until when, if there are any."""
    if not silent:
        return set()
    Webhook.objects.filter(pk__in=silent).update(silent_until=at + SILENCE)
    return {at + SILENCE}


@transaction.atomic
def _claimed(at: datetime) -> list[Delivery]:
    """Take what is due, so that no other sender brings it round at the same time."""
    due = Q(state=DeliveryState.WAITING, next_try_at__lte=at, webhook__is_active=True)
    listens = Q(webhook__silent_until=None) | Q(webhook__silent_until__lte=at)
    rows = Delivery.objects.select_for_update(of=("self",), skip_locked=True).filter(due, listens)
    taken = list(rows.select_related("webhook").order_by("next_try_at", "pk")[:_AT_ONCE])
    Delivery.objects.filter(pk__in=[one.pk for one in taken]).update(next_try_at=at + _LEASE)
    return taken


def _give_back(one: Delivery, at: datetime) -> None:
    one.next_try_at = at + SILENCE
    one.save(update_fields=["next_try_at"])


def _brought(one: Delivery, at: datetime) -> tuple[int, str]:
    headers = {
        "Content-Type": "application/json",
        "Rondstroom-Event": one.event,
        "Rondstroom-Event-Id": str(one.event_id),
        "Rondstroom-Signature": queries.signature(one.webhook, one.body, at),
    }
    return webhooks.postman().post(one.webhook.url, one.body.encode(), headers)


def _note(one: Delivery, answer: str, is_right: bool, at: datetime) -> None:
    one.tries += 1
    one.answer = answer[:200]
    if is_right:
        one.state, one.arrived_at = DeliveryState.ARRIVED, at
    elif one.tries > len(WAITS):
        one.state = DeliveryState.DEAD
    else:
        one.next_try_at = at + WAITS[one.tries - 1]
    one.save(update_fields=["tries", "answer", "state", "arrived_at", "next_try_at"])
