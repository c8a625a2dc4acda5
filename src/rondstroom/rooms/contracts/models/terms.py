"""What money and law need to know of an engagement beyond what a roster needs."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.contracts.models.lending import Supplier


class EngagementTerms(models.Model):
    """The terms of one engagement; who is hired names the supplier."""

    engagement = models.OneToOneField(
        "people.Engagement", on_delete=models.CASCADE, related_name="terms"
    )
    supplier = models.ForeignKey(
        Supplier, on_delete=models.PROTECT, null=True, related_name="supplied"
    )
