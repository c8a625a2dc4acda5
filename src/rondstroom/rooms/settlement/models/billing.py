"""Settlements, the charges they make, and invoices."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from rondstroom.rooms.settlement.models.hours import HoursVersion
from rondstroom.rooms.settlement.states import (
    ChargeKind,
    InvoiceKind,
    RunKind,
    RunState,
)


class BillingDetails(models.Model):
    """What must stand on an invoice about an organisation."""

    organisation = models.OneToOneField(
        "organisations.Organisation", on_delete=models.CASCADE, related_name="billing_details"
    )
    legal_name = models.CharField(max_length=120)
    legal_scheme = models.CharField(max_length=4, default="0106")
    legal_id = models.CharField(max_length=20)
    vat_id = models.CharField(max_length=14, blank=True)
    street = models.CharField(max_length=120)
    postal_code = models.CharField(max_length=7)
    city = models.CharField(max_length=80)
    iban = models.CharField(max_length=34)
    reference = models.CharField(max_length=60)
    payment_days = models.PositiveIntegerField(default=30)


class Run(models.Model):
    """One settlement of what an organisation lent: a period that closes, or corrections."""

    seller = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="settlements"
    )
    kind = models.CharField(max_length=12, choices=RunKind.choices)
    state = models.CharField(max_length=10, choices=RunState.choices)
    starts_on = models.DateField()
    ends_on = models.DateField()
    issued_on = models.DateField()
    cut_off_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A period closes once, and a seller settles one thing at a time."""

        constraints = [
            models.UniqueConstraint(
                fields=["seller", "starts_on"],
                condition=Q(kind="month"),
                name="settlement_period_once",
            ),
            models.UniqueConstraint(
                fields=["seller"], condition=Q(state="running"), name="settlement_one_running"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="settlement_run_in_order"
            ),
        ]


class InvoiceCounter(models.Model):
    """The last number that a seller gave out in a year; locked while the next is given."""

    seller = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT)
    year = models.PositiveIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        """One row per seller and year."""

        constraints = [
            models.UniqueConstraint(fields=["seller", "year"], name="settlement_counter_once")
        ]


class Invoice(models.Model):
    """What one organisation asks of another, as it was sent. A credit note is below zero."""

    seller = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="invoices_sent"
    )
    buyer = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="invoices_received"
    )
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="invoices")
    kind = models.CharField(max_length=10, choices=InvoiceKind.choices)
    year = models.PositiveIntegerField()
    sequence = models.PositiveIntegerField()
    number = models.CharField(max_length=30)
    refers_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="credit_notes"
    )
    issued_on = models.DateField()
    due_on = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField()
    net_cents = models.BigIntegerField()
    vat_cents = models.BigIntegerField()
    gross_cents = models.BigIntegerField()
    vat_groups = models.JSONField(default=list)
    parties = models.JSONField(default=dict)

    class Meta:
        """A number once per seller; the sum is the sum; a credit note says of which invoice."""

        constraints = [
            models.UniqueConstraint(
                fields=["seller", "year", "sequence"], name="settlement_number_once"
            ),
            models.CheckConstraint(
                condition=Q(gross_cents=F("net_cents") + F("vat_cents")),
                name="settlement_invoice_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(kind="invoice") | Q(refers_to__isnull=False),
                name="settlement_credit_names_invoice",
            ),
            models.CheckConstraint(
                condition=~Q(seller=F("buyer")), name="settlement_never_to_oneself"
            ),
        ]
        indexes = [models.Index(fields=["buyer", "issued_on"])]


class Charge(models.Model):
    """One version of hours in money, or the same the other way. `parts` holds the build-up."""

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="charges")
    version = models.ForeignKey(HoursVersion, on_delete=models.PROTECT, related_name="charges")
    kind = models.CharField(max_length=10, choices=ChargeKind.choices)
    seller = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="charges_sent"
    )
    buyer = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="charges_received"
    )
    on_day = models.DateField()
    minutes = models.IntegerField()
    net_cents = models.BigIntegerField()
    vat_category = models.CharField(max_length=1)
    vat_share = models.CharField(max_length=20, default="0")
    vat_reason = models.CharField(max_length=300, blank=True)
    # What a credit takes back.
    original = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="credits"
    )
    parts = models.JSONField(default=dict)
    terms = models.JSONField(default=dict)
    topped_up_minutes = models.PositiveIntegerField(default=0)
    invoice = models.ForeignKey(
        Invoice, on_delete=models.PROTECT, null=True, related_name="charges"
    )

    class Meta:
        """A version is charged once and credited once."""

        constraints = [
            models.UniqueConstraint(fields=["version", "kind"], name="settlement_charged_once"),
            models.CheckConstraint(
                condition=Q(kind="charge") | Q(original__isnull=False),
                name="settlement_credit_takes_back",
            ),
        ]
        indexes = [models.Index(fields=["run", "invoice", "buyer"])]
