"""Hours a year: what was agreed under an engagement instead of hours a week."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class AnnualAgreement(models.Model):
    """Minutes to work in a calendar year, and how far the year may end above and below them.

    It holds for the years after it as well, until another one is agreed.
    """

    engagement = models.ForeignKey(
        "people.Engagement", on_delete=models.CASCADE, related_name="annual_agreements"
    )
    year = models.PositiveIntegerField()
    minutes = models.PositiveIntegerField()
    plus_minutes = models.PositiveIntegerField()
    minus_minutes = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One for each year."""

        constraints = [
            models.UniqueConstraint(fields=["engagement", "year"], name="people_annual_hours_once")
        ]
