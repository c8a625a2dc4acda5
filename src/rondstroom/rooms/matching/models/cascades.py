"""The cascade: a shift is offered ring after ring, and every step of it is kept."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.matching.states import (
    CascadeState,
    Choosing,
    OfferState,
    Ring,
    StepState,
    Urgency,
)


class CascadePolicy(models.Model):
    """Which rings an organisation or pool asks, how long each may answer; a new one per change."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, null=True, blank=True
    )
    pool = models.ForeignKey("organisations.Pool", on_delete=models.CASCADE, null=True, blank=True)
    version = models.PositiveIntegerField()
    # Ring → urgency → minutes; a ring that is not named is not asked.
    windows = models.JSONField(default=dict)
    choosing = models.CharField(max_length=10, choices=Choosing.choices, default=Choosing.ORDER)
    # Until the room contracts tells them: admitted suppliers as name and hour_cents, and what an
    # hour of own staff costs, each as the organisation typed it.
    suppliers = models.JSONField(default=list, blank=True)
    own_hour_cents = models.PositiveIntegerField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)

    class Meta:
        """Of an organisation or of a pool, and each version once."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=True) ^ models.Q(pool__isnull=True),
                name="matching_policy_of_one",
            ),
            # One of the two is empty, and what is empty equals nothing: hence one for each.
            models.UniqueConstraint(
                fields=["organisation", "version"], name="matching_policy_version_once"
            ),
            models.UniqueConstraint(
                fields=["pool", "version"], name="matching_pool_policy_version_once"
            ),
        ]


class Cascade(models.Model):
    """One shift asked around, by the policy as it was when this began."""

    shift = models.ForeignKey("demand.Shift", on_delete=models.CASCADE, related_name="cascades")
    state = models.CharField(
        max_length=10, choices=CascadeState.choices, default=CascadeState.RUNNING
    )
    urgency = models.CharField(max_length=10, choices=Urgency.choices)
    policy = models.JSONField(default=dict)
    seed = models.PositiveBigIntegerField()
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    ended_at = models.DateTimeField(null=True, blank=True)
    end_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """One at a time for a shift."""

        constraints = [
            models.UniqueConstraint(
                fields=["shift"],
                condition=models.Q(state=CascadeState.RUNNING),
                name="matching_one_running_cascade",
            )
        ]


class Step(models.Model):
    """One ring of a cascade, or one supplier of the last ring."""

    cascade = models.ForeignKey(Cascade, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField()
    ring = models.CharField(max_length=16, choices=Ring.choices)
    state = models.CharField(max_length=10, choices=StepState.choices, default=StepState.PENDING)
    opened_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    reached = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=300, blank=True)
    # Rule → number of people whom it kept out of this ring.
    kept_out = models.JSONField(default=dict, blank=True)
    # State → number of offers that were deleted after their term.
    forgotten = models.JSONField(default=dict, blank=True)
    supplier = models.CharField(max_length=120, blank=True)
    hire_cents = models.PositiveIntegerField(null=True, blank=True)
    extra_cents = models.IntegerField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """In order, and one at a time."""

        constraints = [
            models.UniqueConstraint(fields=["cascade", "position"], name="matching_step_once"),
            models.UniqueConstraint(
                fields=["cascade"],
                condition=models.Q(state__in=[StepState.OPEN, StepState.TO_CONFIRM]),
                name="matching_one_open_step",
            ),
        ]
        indexes = [models.Index(fields=["state", "closes_at"])]


class Offer(models.Model):
    """A shift offered to one person, with the numbers that gave the place in the order."""

    step = models.ForeignKey(Step, on_delete=models.CASCADE, related_name="offers")
    cascade = models.ForeignKey(Cascade, on_delete=models.CASCADE, related_name="offers")
    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="offers")
    state = models.CharField(max_length=10, choices=OfferState.choices, default=OfferState.OFFERED)
    position = models.PositiveIntegerField()
    numbers = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    answer_due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True)

    class Meta:
        """Nobody is asked twice in one cascade."""

        constraints = [
            models.UniqueConstraint(fields=["cascade", "worker"], name="matching_offered_once")
        ]
        indexes = [models.Index(fields=["worker", "state"])]
