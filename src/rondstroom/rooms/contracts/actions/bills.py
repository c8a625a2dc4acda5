"""Writing down what a supplier billed."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.contracts.actions.writing import record_under
from rondstroom.rooms.contracts.models import LendingAgreement, SupplierBill
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToWriteBill(journal.UnableToAct):
    """The bill was written down before, or is not of a supplier."""


@transaction.atomic
def write_bill(
    *,
    agreement: LendingAgreement,
    month: date,
    minutes: int,
    net_cents: int,
    reference: str,
    by: Account,
    at: datetime,
) -> SupplierBill:
    """Write down what a supplier billed in a month. Journal: `contracts.bill.written`."""
    if agreement.supplier_id is None or minutes <= 0 or not reference.strip():
        raise UnableToWriteBill(
            _("Alleen een leverancier stuurt zo een factuur. Vul uren en factuurnummer in.")
        )
    row = SupplierBill(agreement=agreement, month=month.replace(day=1), minutes=minutes)
    row.net_cents, row.reference, row.by, row.at = net_cents, reference.strip(), by, at
    journal.check_lengths(row, UnableToWriteBill)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnableToWriteBill(
            _("Factuur %(number)s staat er al.") % {"number": row.reference}, code="taken"
        ) from None
    record_under(agreement, "contracts.bill.written", f"agreement:{agreement.pk}", by=by, at=at)
    return row
