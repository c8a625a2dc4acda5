"""A closed word about one competence in one deployment: a task for who assesses, and no more."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.rosters.models.rostering import Assignment
from rondstroom.rooms.rosters.states import SignalKind, SignalOutcome, SignalSide


class Signal(models.Model):
    """Somebody who was there says one thing from a list; HR of `organisation` answers from a list.

    Nothing follows by itself, nothing is counted per person, and there is nowhere to write. Who
    said it is not kept here, only from which side.
    """

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="+")
    skill = models.ForeignKey("skills.Skill", on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=16, choices=SignalKind.choices)
    side = models.CharField(max_length=12, choices=SignalSide.choices)
    given_at = models.DateTimeField()
    due_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, choices=SignalOutcome.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Each side once per competence of a deployment; what waits is found fast."""

        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "skill", "side"], name="rosters_signal_once"
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="", answered_at__isnull=True)
                | ~models.Q(outcome="") & models.Q(answered_at__isnull=False),
                name="rosters_signal_answered_with_outcome",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "due_at"])]
