"""Letters that a contract asks by a day: the offer of fixed hours and the notice of its end."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.contracts.states import LetterKind


class Letter(models.Model):
    """A letter that was sent about an engagement; a later one of the same kind follows it."""

    engagement = models.ForeignKey(
        "people.Engagement", on_delete=models.CASCADE, related_name="letters"
    )
    kind = models.CharField(max_length=10, choices=LetterKind.choices)
    sent_on = models.DateField()
    reference = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """One of a kind on a day: pressing twice writes once."""

        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "kind", "sent_on"], name="contracts_letter_once"
            )
        ]
