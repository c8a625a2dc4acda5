"""From charges to numbered invoices: one per buyer, apart for what lies outside VAT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from flexpool.contracts.vat.grounds import Category
from flexpool.settlement import Amount, Totals, totals_of
from rondstroom.rooms.settlement import queries, translate
from rondstroom.rooms.settlement.models import (
    BillingDetails,
    Charge,
    Invoice,
    InvoiceCounter,
    Run,
)
from rondstroom.rooms.settlement.states import ChargeKind, InvoiceKind

KINDS = {ChargeKind.CHARGE: InvoiceKind.INVOICE, ChargeKind.CREDIT: InvoiceKind.CREDIT}


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """What comes on one document: of a buyer, hours or credit, and of credit which invoice."""

    buyer_id: int
    kind: str
    is_outside: bool
    about_id: int


def invoice_groups(run: Run) -> list[Group]:
    """Give the documents that a settlement has still to make, in the order of their numbers."""
    found = Charge.objects.filter(run=run, invoice__isnull=True).values_list(
        "buyer_id", "kind", "vat_category", "original__invoice_id"
    )
    return sorted(
        {
            Group(buyer, kind, category == Category.OUTSIDE, about or 0)
            for buyer, kind, category, about in found.distinct()
        }
    )


@transaction.atomic
def make_invoice(run: Run, group: Group) -> None:
    """Number one document and put its charges on it; nothing when that was done meanwhile."""
    counter, _made = InvoiceCounter.objects.get_or_create(
        seller_id=run.seller_id, year=run.issued_on.year
    )
    counter = InvoiceCounter.objects.select_for_update().get(pk=counter.pk)
    rows = list(_charges(run, group).only("net_cents", "vat_category", "vat_share", "vat_reason"))
    if not rows:
        return
    totals = totals_of(Amount(row.net_cents, translate.vat_of(row)) for row in rows)
    counter.last += 1
    counter.save(update_fields=["last"])
    made = _invoice(run, group, totals, counter.last)
    _charges(run, group).update(invoice=made)


def _charges(run: Run, group: Group) -> Any:
    outside = Q(vat_category=Category.OUTSIDE)
    found = Charge.objects.filter(
        outside if group.is_outside else ~outside,
        run=run,
        invoice__isnull=True,
        buyer_id=group.buyer_id,
        kind=group.kind,
    )
    return found.filter(original__invoice_id=group.about_id) if group.about_id else found


def _invoice(run: Run, group: Group, totals: Totals, sequence: int) -> Invoice:
    details = queries.billing_details_of([run.seller_id, group.buyer_id])
    seller, buyer = details[run.seller_id], details[group.buyer_id]
    return Invoice.objects.create(
        seller_id=run.seller_id,
        buyer_id=group.buyer_id,
        run=run,
        kind=KINDS[ChargeKind(group.kind)],
        year=run.issued_on.year,
        sequence=sequence,
        number=f"{run.issued_on.year}-{sequence:05d}",
        refers_to_id=group.about_id or None,
        issued_on=run.issued_on,
        due_on=_due(run.issued_on, seller),
        starts_on=run.starts_on,
        ends_on=run.ends_on,
        net_cents=totals.net,
        vat_cents=totals.vat,
        gross_cents=totals.gross,
        vat_groups=_groups(totals),
        parties={"seller": _party(seller), "buyer": _party(buyer)},
    )


def _groups(totals: Totals) -> list[dict[str, Any]]:
    return [
        {
            "category": one.terms.category,
            "share": str(one.terms.share),
            "reason": one.terms.reason,
            "taxable": one.taxable,
            "vat": one.vat,
        }
        for one in totals.groups
    ]


def _due(issued_on: date, seller: BillingDetails) -> date:
    return issued_on + timedelta(days=seller.payment_days)


def _party(details: BillingDetails) -> dict[str, str]:
    kept = ("legal_name", "legal_scheme", "legal_id", "vat_id", "street", "postal_code", "city")
    return {name: getattr(details, name) for name in (*kept, "iban", "reference")}
