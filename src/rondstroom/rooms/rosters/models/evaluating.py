"""How a deployment was, told by both sides: kept with the place, never with a person."""

from __future__ import annotations

import uuid

from django.db import models

from rondstroom.rooms.rosters.models.rostering import Assignment
from rondstroom.rooms.rosters.states import EvaluationSide


class Evaluation(models.Model):
    """One set of answers about a location. No worker, no shift, no day: only the month.

    The number is random, so that not even the order tells whose answers these are.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    location = models.ForeignKey(
        "organisations.Location", on_delete=models.CASCADE, related_name="+"
    )
    side = models.CharField(max_length=10, choices=EvaluationSide.choices)
    month = models.DateField()
    answers = models.JSONField(default=dict)

    class Meta:
        """What is asked of a location is found fast."""

        indexes = [models.Index(fields=["location", "side", "month"])]


class Evaluated(models.Model):
    """Somebody told how a deployment was: that, and not what, so that nobody tells it twice."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="+")
    side = models.CharField(max_length=10, choices=EvaluationSide.choices)

    class Meta:
        """Each side once."""

        constraints = [
            models.UniqueConstraint(fields=["assignment", "side"], name="rosters_evaluated_once")
        ]
