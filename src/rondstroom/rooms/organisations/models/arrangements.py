"""What the organisations of a pool agreed on, in versions, and what works councils answered."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.organisations.models.places import Organisation, Pool
from rondstroom.rooms.organisations.states import LONGEST_ARTICLE, Council


class PoolArrangement(models.Model):
    """One version of a pool's arrangement; it holds from its day until a newer one begins."""

    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, related_name="arrangements")
    version = models.PositiveIntegerField()
    starts_on = models.DateField()
    aim = models.TextField(max_length=LONGEST_ARTICLE)
    boundaries = models.TextField(max_length=LONGEST_ARTICLE)
    work = models.TextField(max_length=LONGEST_ARTICLE)
    conditions = models.TextField(max_length=LONGEST_ARTICLE)
    ending = models.TextField(max_length=LONGEST_ARTICLE)
    reference = models.CharField(max_length=200)
    # What is shared, and for which of it each works council must first have consented.
    shares = models.JSONField(default=list)
    needs_consent = models.JSONField(default=list)
    most_fee_bp = models.PositiveIntegerField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One of each version."""

        constraints = [
            models.UniqueConstraint(
                fields=["pool", "version"], name="organisations_arrangement_once"
            )
        ]


class CouncilAnswer(models.Model):
    """What the works council of an organisation answered on a version; the last one counts."""

    arrangement = models.ForeignKey(
        PoolArrangement, on_delete=models.PROTECT, related_name="answers"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="council_answers"
    )
    answer = models.CharField(max_length=10, choices=Council.choices)
    answered_on = models.DateField()
    reference = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
