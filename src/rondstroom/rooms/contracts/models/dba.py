"""The file on the labour relation of a self-employed person: versions, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.contracts.states import Alternative


class RelationReview(models.Model):
    """What a reviewer found on a day, in both directions, and which alternative was offered.

    There is no field for an outcome: the file never says whether it is employment.
    """

    engagement = models.ForeignKey(
        "people.Engagement", on_delete=models.CASCADE, related_name="relation_reviews"
    )
    version = models.PositiveIntegerField()
    answers = models.JSONField(default=dict)
    remarks = models.TextField(blank=True, max_length=2000)
    # Who is not employed gives care under a written agreement only (Wkkgz art. 4).
    agreement_reference = models.CharField(max_length=200, blank=True)
    offered = models.JSONField(default=list)
    # Cents for an hour of care by way of working, as shown when it was offered.
    figures = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One of each version."""

        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "version"], name="contracts_review_version_once"
            )
        ]

    @property
    def offered_in_words(self) -> list[tuple[str, int | None]]:
        """What was offered, with the cents for an hour of care shown then."""
        return [(str(Alternative(one).label), self.figures.get(one)) for one in self.offered]
