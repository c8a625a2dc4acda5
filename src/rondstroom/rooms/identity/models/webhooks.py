"""Where connected systems want to hear what happens, and every message to them."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.identity.models.keys import ApiKey
from rondstroom.rooms.identity.states import DeliveryState


class Webhook(models.Model):
    """An address that is told of some kinds of events of one organisation.

    The secret is made from the platform's own and `nonce`, so that a copy of the database alone
    signs nothing. After a rotation both secrets sign until `previous_until`.
    """

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="webhooks")
    organisation_id = models.BigIntegerField()
    url = models.CharField(max_length=500)
    events = models.JSONField(default=list)
    nonce = models.CharField(max_length=64)
    previous_nonce = models.CharField(max_length=64, blank=True)
    previous_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    is_active = models.BooleanField(default=True)
    # It did not answer: nothing is brought there before this moment.
    silent_until = models.DateTimeField(null=True)

    class Meta:
        """Found by organisation."""

        indexes = [models.Index(fields=["organisation_id", "is_active"], name="identity_hook_org")]


class Delivery(models.Model):
    """One event for one webhook: kept until it arrived, or was tried too often."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    # The number of the journal's line: the same event has the same number every time.
    event_id = models.BigIntegerField()
    event = models.CharField(max_length=80)
    body = models.TextField()
    state = models.CharField(
        max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    tries = models.PositiveIntegerField(default=0)
    next_try_at = models.DateTimeField()
    answer = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    arrived_at = models.DateTimeField(null=True)

    class Meta:
        """An event once per webhook; those that are due are found at once."""

        constraints = [
            models.UniqueConstraint(fields=["webhook", "event_id"], name="identity_event_once")
        ]
        indexes = [models.Index(fields=["state", "next_try_at"], name="identity_delivery_due")]
