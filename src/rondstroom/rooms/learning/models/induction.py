"""Checklists per location in versions, what a worker was shown by whom, and mentors."""

from __future__ import annotations

from django.db import models

from rondstroom.rooms.learning.states import StepKind


class Step(models.Model):
    """One thing to be shown at a location. Versions share it: what was shown stays shown."""

    location = models.ForeignKey(
        "organisations.Location", on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=12, choices=StepKind.choices)
    text = models.CharField(max_length=160)

    class Meta:
        """The same words once per location."""

        constraints = [
            models.UniqueConstraint(fields=["location", "kind", "text"], name="learning_step_once")
        ]


class Checklist(models.Model):
    """One version of what must be shown at a location; never changed, only followed."""

    location = models.ForeignKey(
        "organisations.Location", on_delete=models.CASCADE, related_name="+"
    )
    version = models.PositiveIntegerField()
    steps = models.ManyToManyField(Step, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)

    class Meta:
        """Each version once."""

        constraints = [
            models.UniqueConstraint(fields=["location", "version"], name="learning_checklist_once")
        ]


class Tick(models.Model):
    """A worker was shown one step: by whom, and when."""

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="+")
    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="ticks")
    shown_by = models.CharField(max_length=150)
    shown_at = models.DateTimeField()

    class Meta:
        """Shown once is shown."""

        constraints = [
            models.UniqueConstraint(fields=["worker", "step"], name="learning_tick_once")
        ]


class Mentor(models.Model):
    """Who guides a worker at a location, until it ends."""

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="+")
    location = models.ForeignKey(
        "organisations.Location", on_delete=models.CASCADE, related_name="+"
    )
    mentor = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="+")
    since = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        """One at a time, and never oneself."""

        constraints = [
            models.UniqueConstraint(
                fields=["worker", "location"],
                condition=models.Q(ended_on__isnull=True),
                name="learning_one_mentor",
            ),
            models.CheckConstraint(
                condition=~models.Q(worker=models.F("mentor")), name="learning_not_own_mentor"
            ),
        ]
