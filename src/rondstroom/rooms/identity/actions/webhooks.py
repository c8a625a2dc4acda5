"""Connected systems say what they want to hear, and where."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.identity import queries
from rondstroom.rooms.identity.models import Account, ApiKey, Delivery, Webhook
from rondstroom.rooms.identity.states import EVENTS, DeliveryState
from rondstroom.rooms.journal import actions as journal

BOTH_SIGN = timedelta(hours=24)
"""So long after a rotation the old secret signs beside the new one."""
MOST_WEBHOOKS = 20


class UnableToSubscribe(journal.UnableToAct):
    """The address or the events cannot be used, or there are too many webhooks."""


@transaction.atomic
def subscribe(
    *, key: ApiKey, url: str, events: Iterable[str], by: Account, at: datetime
) -> tuple[Webhook, str]:
    """Tell an address of these events from now on; give the webhook with its secret.

    Journal: `identity.webhook.made`.
    """
    wanted = sorted(set(events))
    _check(key, url.strip(), wanted)
    row = Webhook(
        key=key,
        organisation_id=key.organisation_id,
        url=url.strip(),
        events=wanted,
        nonce=secrets.token_hex(16),
        made_at=at,
    )
    journal.check_lengths(row, UnableToSubscribe)
    row.save()
    _write_down(row, "made", by, at)
    return row, queries.secrets_of(row, at)[0]


def _check(key: ApiKey, url: str, events: list[str]) -> None:
    _check_address(url)
    known = list(dict.fromkeys(EVENTS.values()))
    if not events or not set(events) <= set(known):
        raise UnableToSubscribe(
            _("Kies minstens één gebeurtenis, en alleen uit: %(known)s.")
            % {"known": ", ".join(known)},
            code="events",
        )
    if queries.webhooks_of(key.organisation_id).filter(is_active=True).count() >= MOST_WEBHOOKS:
        raise UnableToSubscribe(
            _("Er zijn al %(most)d webhooks. Verwijder er eerst een.") % {"most": MOST_WEBHOOKS},
            code="too-many",
        )


def _check_address(url: str) -> None:
    """Refuse at once what would never arrive; where a name leads is judged at each sending."""
    try:
        parts = urlsplit(url)
        is_whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        is_whole = False
    if not is_whole or parts.username:
        raise UnableToSubscribe(
            _("“%(url)s” is geen webadres. Begin met https:// en laat een wachtwoord weg.")
            % {"url": url[:80]},
            code="url",
        )
    if settings.WEBHOOKS_MAY_BE_PRIVATE:
        return
    if parts.scheme != "https" or _is_inside(parts.hostname or ""):
        raise UnableToSubscribe(
            _(
                "Naar “%(url)s” sturen we niets: berichten gaan alleen met https naar een openbaar "
                "adres. Geef een adres dat begint met https:// en buiten je eigen net te bereiken "
                "is."
            )
            % {"url": url[:80]},
            code="url",
        )


def _is_inside(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False  # a name


@transaction.atomic
def unsubscribe(*, webhook: Webhook, by: Account, at: datetime) -> None:
    """Stop telling an address; what waited is dropped. Journal: `identity.webhook.removed`."""
    _write_down(webhook, "removed", by, at)
    webhook.delete()


@transaction.atomic
def rotate_secret(*, webhook: Webhook, by: Account, at: datetime) -> str:
    """Give a webhook a new secret; for a day the old one signs too.

    Journal: `identity.webhook.rotated`.
    """
    row = Webhook.objects.select_for_update().get(pk=webhook.pk)
    row.previous_nonce, row.previous_until = row.nonce, at + BOTH_SIGN
    row.nonce = secrets.token_hex(16)
    row.save(update_fields=["nonce", "previous_nonce", "previous_until"])
    _write_down(row, "rotated", by, at)
    return queries.secrets_of(row, at)[0]


@transaction.atomic
def retry_delivery(*, delivery: Delivery, by: Account, at: datetime) -> Delivery:
    """Try a message again from the start, also one that was given up.

    Journal: `identity.webhook.retried`.
    """
    row = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if row.state != DeliveryState.ARRIVED:
        row.state, row.tries, row.next_try_at = DeliveryState.WAITING, 0, at
        row.save(update_fields=["state", "tries", "next_try_at"])
        _write_down(row.webhook, "retried", by, at, event_id=row.event_id)
    return row


def _write_down(row: Webhook, happened: str, by: Account, at: datetime, **data: Any) -> None:
    journal.record(
        event=f"identity.webhook.{happened}",
        by=by,
        at=at,
        subject=f"webhook:{row.pk}",
        organisation_id=row.organisation_id,
        url=row.url,
        events=row.events,
        **data,
    )
