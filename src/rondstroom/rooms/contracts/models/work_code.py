"""The work code of an organisation or a pool: rules for every form of contract, in versions."""

from __future__ import annotations

from datetime import time

from django.db import models

from rondstroom.rooms.contracts.models.money import Decided
from rondstroom.rooms.contracts.states import CodeState


class WorkCodeVersion(Decided):
    """One version of a work code, from a day, up to a day; four eyes. What is empty is not agreed.

    Shares are basis points: hundredths of a percent. The newest approved version that has begun
    holds, until its own last day.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="work_codes"
    )
    pool = models.ForeignKey(
        "organisations.Pool", on_delete=models.PROTECT, null=True, related_name="work_codes"
    )
    version = models.PositiveIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reference = models.CharField(max_length=200)
    evening_from = models.TimeField(default=time(20))
    morning_until = models.TimeField(default=time(7))
    anw_least_bp = models.PositiveIntegerField(null=True, blank=True)
    anw_most_bp = models.PositiveIntegerField(null=True, blank=True)
    notice_days = models.PositiveIntegerField(null=True, blank=True)
    employer_hours = models.PositiveIntegerField(null=True, blank=True)
    worker_hours = models.PositiveIntegerField(null=True, blank=True)
    training_minutes = models.PositiveIntegerField(null=True, blank=True)
    cao = models.CharField(max_length=20, blank=True)
    # The scale by code of the function.
    scales = models.JSONField(default=dict, blank=True)
    pay_least_bp = models.PositiveIntegerField(null=True, blank=True)
    pay_most_bp = models.PositiveIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=CodeState.choices, default=CodeState.PROPOSED)

    class Meta:
        """Of an organisation or of a pool, each version once, decided by somebody else."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) ^ models.Q(pool__isnull=False),
                name="contracts_code_of_one",
            ),
            models.UniqueConstraint(
                fields=["organisation", "version"],
                condition=models.Q(organisation__isnull=False),
                name="contracts_code_once",
            ),
            models.UniqueConstraint(
                fields=["pool", "version"],
                condition=models.Q(pool__isnull=False),
                name="contracts_pool_code_once",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gt=models.F("starts_on")),
                name="contracts_code_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(state="proposed", decided_by__isnull=True)
                | models.Q(~models.Q(state="proposed"), decided_by__isnull=False),
                name="contracts_code_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(proposed_by=models.F("decided_by"), state="approved"),
                name="contracts_code_four_eyes",
            ),
        ]

    @property
    def owner(self) -> str:
        """The name of the organisation or the pool."""
        holder = self.organisation or self.pool
        return holder.name if holder else ""
