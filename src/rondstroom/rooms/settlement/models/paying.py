"""What was paid of invoices, by the bank or by setting off."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rondstroom.rooms.settlement.models.billing import Invoice
from rondstroom.rooms.settlement.states import PaymentKind


class SetOff(models.Model):
    """Two organisations let the same amount of their invoices fall away against each other."""

    one = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="set_offs"
    )
    other = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="set_offs_with"
    )
    cents = models.BigIntegerField()
    on_day = models.DateField()
    by_name = models.CharField(max_length=150)

    class Meta:
        """About an amount."""

        constraints = [
            models.CheckConstraint(condition=Q(cents__gt=0), name="settlement_set_off_something")
        ]


class Payment(models.Model):
    """What counts as paid of an invoice."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="payments")
    kind = models.CharField(max_length=10, choices=PaymentKind.choices)
    cents = models.BigIntegerField()
    on_day = models.DateField()
    set_off = models.ForeignKey(
        SetOff, on_delete=models.PROTECT, null=True, related_name="payments"
    )
    by_name = models.CharField(max_length=150)
