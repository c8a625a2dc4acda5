"""Who is told of what, how it went, and the signature by which a receiver knows us."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from rondstroom.rooms.identity.models import Delivery, Webhook


def webhooks_of(organisation_id: int) -> QuerySet[Webhook]:
    """Give the webhooks of an organisation, oldest first, paused ones too."""
    return Webhook.objects.filter(organisation_id=organisation_id).order_by("pk")


def webhook(webhook_id: int) -> Webhook | None:
    """Give a webhook by number."""
    return Webhook.objects.filter(pk=webhook_id).first()


def deliveries_of(webhook_id: int) -> QuerySet[Delivery]:
    """Give the messages of a webhook, oldest first."""
    return Delivery.objects.filter(webhook_id=webhook_id).order_by("pk")


def delivery(delivery_id: int) -> Delivery | None:
    """Give one message with its webhook."""
    return Delivery.objects.select_related("webhook").filter(pk=delivery_id).first()


def secrets_of(hook: Webhook, at: datetime) -> list[str]:
    """Give the secrets that sign now, newest first: two for a while after a rotation."""
    nonces = [hook.nonce]
    if hook.previous_nonce and hook.previous_until and at < hook.previous_until:
        nonces.append(hook.previous_nonce)
    return [_secret(nonce) for nonce in nonces]


def _secret(nonce: str) -> str:
    made = hmac.new(settings.SECRET_KEY.encode(), f"webhook:{nonce}".encode(), hashlib.sha256)
    return f"whsec_{made.hexdigest()}"


def signature(hook: Webhook, body: str, at: datetime) -> str:
    """Give the header: the second of sending, and the keyed digest of second and body."""
    sent = int(at.timestamp())
    signed = f"{sent}.{body}".encode()
    digests = [
        hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
        for secret in secrets_of(hook, at)
    ]
    return ",".join([f"t={sent}", *(f"v1={digest}" for digest in digests)])
