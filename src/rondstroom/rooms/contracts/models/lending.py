"""Who lends to whom: agreements between organisations and with suppliers."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from rondstroom.rooms.contracts.states import AgreementState, Authority, Basis, SupplierKind


class Supplier(models.Model):
    """An outside party in the file of one organisation: an agency, or a self-employed person."""

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="suppliers"
    )
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=SupplierKind.choices)
    chamber_number = models.CharField(max_length=8, blank=True)

    class Meta:
        """A name once per organisation."""

        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="contracts_supplier_once")
        ]


class LendingAgreement(models.Model):
    """An agreement under which people of a lender work at a borrower, from a day, up to a day.

    The lender is an organisation of the region or a supplier, never both. It holds from the
    moment that both sides have signed; a supplier signs on paper, `reference` says which.
    """

    lender = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, null=True, related_name="lends"
    )
    supplier = models.ForeignKey(
        Supplier, on_delete=models.PROTECT, null=True, related_name="agreements"
    )
    borrower = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="borrows"
    )
    basis = models.CharField(max_length=20, choices=Basis.choices)
    authority = models.CharField(
        max_length=10, choices=Authority.choices, default=Authority.BORROWER
    )
    # Collegial help is outside the Waadi only for who is employed for the lender's own work.
    for_own_enterprise = models.BooleanField(default=False)
    reference = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=10, choices=AgreementState.choices, default=AgreementState.PROPOSED
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField()
    # The organisation that proposed; the other one decides.
    proposing = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One lender, who is not the borrower; days in order."""

        indexes = [models.Index(fields=["borrower", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lender__isnull=False) ^ models.Q(supplier__isnull=False),
                name="contracts_one_lender",
            ),
            models.CheckConstraint(
                condition=~models.Q(lender=models.F("borrower")), name="contracts_lends_to_another"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gt=models.F("starts_on")),
                name="contracts_agreement_in_order",
            ),
        ]
