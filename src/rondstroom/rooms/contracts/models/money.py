"""What an hour costs under an agreement, and on which ground VAT is due or not."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.contracts.models.lending import LendingAgreement
from rondstroom.rooms.contracts.states import RateKind, RateState, VatState


class Decided(models.Model):
    """Something that one person proposes and another decides: four eyes, kept by the database."""

    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """No table of its own."""

        abstract = True


class RateCard(Decided):
    """The price of an hour for a function (all when none is named), from a day on.

    Shares are basis points: hundredths of a percent. The newest approved card that has begun
    holds; one for the function goes before one for all.
    """

    agreement = models.ForeignKey(LendingAgreement, on_delete=models.PROTECT, related_name="rates")
    function = models.ForeignKey("skills.Function", on_delete=models.PROTECT, null=True)
    kind = models.CharField(max_length=10, choices=RateKind.choices)
    hour_cents = models.PositiveIntegerField()
    holiday_allowance_bp = models.PositiveIntegerField(default=0)
    year_end_bonus_bp = models.PositiveIntegerField(default=0)
    charges_bp = models.PositiveIntegerField(default=0)
    fee_bp = models.PositiveIntegerField(default=0)
    # Whether an allowance for irregular hours comes on top of an agreed price.
    pays_allowance = models.BooleanField(default=True)
    starts_on = models.DateField()
    state = models.CharField(max_length=10, choices=RateState.choices, default=RateState.PROPOSED)

    class Meta:
        """Four eyes, a price, and one approved card per day of beginning."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="proposed", decided_by__isnull=True)
                | models.Q(~models.Q(state="proposed"), decided_by__isnull=False),
                name="contracts_rate_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~models.Q(proposed_by=models.F("decided_by"), state="approved"),
                name="contracts_rate_four_eyes",
            ),
            models.UniqueConstraint(
                fields=["agreement", "function", "starts_on"],
                condition=models.Q(state="approved"),
                name="contracts_rate_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["agreement", "starts_on"],
                condition=models.Q(state="approved", function__isnull=True),
                name="contracts_rate_for_all_once_a_day",
            ),
        ]


class VatDecision(Decided):
    """The VAT ground of an agreement, or of one worker under it, from a day on; never silent.

    `answers` are those to the questions of `flexpool.contracts.vat`, `documents` the references
    of what was seen.
    """

    agreement = models.ForeignKey(
        LendingAgreement, on_delete=models.PROTECT, related_name="vat_decisions"
    )
    worker = models.ForeignKey("people.Worker", on_delete=models.PROTECT, null=True)
    ground = models.CharField(max_length=20)
    answers = models.JSONField(default=dict, blank=True)
    documents = models.JSONField(default=list, blank=True)
    starts_on = models.DateField()
    state = models.CharField(max_length=12, choices=VatState.choices, default=VatState.PROPOSED)
    inspector_reference = models.CharField(max_length=60, blank=True)
    inspector_on = models.DateField(null=True, blank=True)

    class Meta:
        """Four eyes; confirmed without VAT only with the inspector's answer."""

        constraints = [
            models.CheckConstraint(
                condition=~models.Q(
                    proposed_by=models.F("decided_by"), state__in=["to_confirm", "confirmed"]
                ),
                name="contracts_vat_four_eyes",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed")
                | models.Q(ground="taxed")
                | ~models.Q(inspector_reference=""),
                name="contracts_vat_confirmed_by_inspector",
            ),
        ]
