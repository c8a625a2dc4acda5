"""What workers say they can show, and who read whose file."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.skills.models.catalogue import Function, Skill
from rondstroom.rooms.skills.models.proofs import Proof
from rondstroom.rooms.skills.states import ClaimState, DeclineReason, ProofKind


class Claim(models.Model):
    """A worker says: I can show this. HR of one organisation looks and answers, always."""

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="claims")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(max_length=20, choices=ProofKind.choices)
    function = models.ForeignKey(Function, on_delete=models.PROTECT, null=True, related_name="+")
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, null=True, related_name="+")
    valid_from = models.DateField()
    valid_through = models.DateField(null=True, blank=True)
    reference = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=10, choices=ClaimState.choices, default=ClaimState.OPEN)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    first_look = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_by = models.CharField(max_length=150, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    decline_reason = models.CharField(max_length=20, choices=DeclineReason.choices, blank=True)
    proof = models.ForeignKey(Proof, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        """The queue of an organisation is found fast."""

        indexes = [models.Index(fields=["organisation", "state", "due_at"])]


class Reading(models.Model):
    """Somebody of another organisation than the worker's read of the worker's file (PRIV-05)."""

    worker = models.ForeignKey("people.Worker", on_delete=models.CASCADE, related_name="readings")
    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    reader = models.CharField(max_length=150)
    what = models.CharField(max_length=40)
    read_at = models.DateTimeField()

    class Meta:
        """A worker reads the own list, newest first."""

        indexes = [models.Index(fields=["worker", "-read_at"])]
