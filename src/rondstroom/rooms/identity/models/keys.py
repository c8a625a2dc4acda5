"""Keys with which other systems come in, and the answers that they may ask for twice."""

from __future__ import annotations

import hashlib

from django.db import models

from rondstroom.rooms.identity.models.accounts import Account


class ApiKey(models.Model):
    """A secret of a connected system, kept as a digest only, for one organisation."""

    # With it comes a role at the organisation: what the system writes has an author.
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="keys")
    # The room organisations stands above this one, so no foreign key may point there.
    organisation_id = models.BigIntegerField()
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=12)
    scopes = models.JSONField(default=list)
    made_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Found by organisation."""

        indexes = [models.Index(fields=["organisation_id"], name="identity_key_organisation")]

    @staticmethod
    def digest_of(secret: str) -> str:
        """Give what is kept of a secret: enough to know it again, not to make it."""
        return hashlib.sha256(secret.encode()).hexdigest()


class KeptAnswer(models.Model):
    """What a system was answered under a name of its own: asked again, it gets the same."""

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="answers")
    name = models.CharField(max_length=80)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveIntegerField(default=0)
    body = models.TextField(blank=True)
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        """A name once per key: of two at the same moment one waits for the other's answer."""

        constraints = [models.UniqueConstraint(fields=["key", "name"], name="identity_answer_once")]
