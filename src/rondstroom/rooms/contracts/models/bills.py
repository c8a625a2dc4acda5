"""What a supplier billed in a month: hours and the amount for them, against what was agreed."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.contracts.models.lending import LendingAgreement


class SupplierBill(models.Model):
    """One bill: without VAT, allowances for irregular hours and expenses, so that it compares."""

    agreement = models.ForeignKey(LendingAgreement, on_delete=models.PROTECT, related_name="bills")
    month = models.DateField()
    minutes = models.PositiveIntegerField()
    net_cents = models.PositiveIntegerField()
    reference = models.CharField(max_length=60)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """A bill once, over some hours."""

        constraints = [
            models.UniqueConstraint(fields=["agreement", "reference"], name="contracts_bill_once"),
            models.CheckConstraint(
                condition=models.Q(minutes__gt=0), name="contracts_bill_of_hours"
            ),
        ]
