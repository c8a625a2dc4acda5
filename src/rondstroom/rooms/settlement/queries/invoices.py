"""Invoices as sent, their lines, what is still open, and the same amounts reckoned again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from flexpool.pay.explanation import Line
from flexpool.settlement import Debt, SetOff, charge_of, explained, positions, set_off
from rondstroom.rooms.settlement import translate
from rondstroom.rooms.settlement.models import Charge, Invoice


def _all() -> Any:
    """Give invoices with `open_cents`: what is not paid of them."""
    paid = Coalesce(Sum("payments__cents"), 0)
    return Invoice.objects.select_related("seller", "buyer", "refers_to").annotate(
        open_cents=F("gross_cents") - paid
    )


def invoice(invoice_id: int) -> Invoice | None:
    """Give an invoice by number, with what is open."""
    found: Invoice | None = _all().filter(pk=invoice_id).first()
    return found


def invoices_of(organisation_id: int) -> QuerySet[Invoice]:
    """Give what an organisation sent and received, the latest first."""
    asked = Q(seller_id=organisation_id) | Q(buyer_id=organisation_id)
    rows: QuerySet[Invoice] = _all().filter(asked).order_by("-issued_on", "-pk")
    return rows


def lines_of(invoice_id: int) -> QuerySet[Charge]:
    """Give the lines of an invoice, by day; without whom they are about."""
    return (
        Charge.objects.filter(invoice_id=invoice_id)
        .select_related("version__hours__function", "version__hours__team__location")
        .order_by("on_day", "version__hours_id", "pk")
    )


def charge(charge_id: int) -> Charge | None:
    """Give one charge with its invoice."""
    return Charge.objects.select_related("invoice", "version__hours").filter(pk=charge_id).first()


@dataclass(frozen=True, slots=True)
class Recomputed:
    """A charge reckoned again from hours and terms: line by line, and whether it is the same."""

    explanation: Line
    is_same: bool


def recomputed(row: Charge) -> Recomputed:
    """Reckon a charge again, as the other side can do; a credit against what it takes back."""
    work = translate.work_of(row.version, row.topped_up_minutes)
    terms = translate.terms_in(row)
    sign = -1 if row.original_id else 1
    is_same = charge_of(work, terms).net * sign == row.net_cents
    return Recomputed(explained(work, terms), is_same)


def debts(organisation_ids: list[int] | None = None) -> list[Debt]:
    """Give what is open, oldest invoice first: of all, or where one of these is a side."""
    rows = _all().exclude(open_cents=0).order_by("issued_on", "pk")
    if organisation_ids is not None:
        asked = Q(seller_id__in=organisation_ids) | Q(buyer_id__in=organisation_ids)
        rows = rows.filter(asked)
    return [Debt(str(one.pk), one.seller_id, one.buyer_id, open_of(one)) for one in rows]


def balances() -> dict[int, int]:
    """Give what each organisation still gets, or pays when below zero; together nothing."""
    return positions(debts())


@dataclass(frozen=True, slots=True)
class Balance:
    """One organisation against another: what each owes, and what would fall away."""

    other_id: int
    gets: int
    pays: int
    proposal: SetOff

    @property
    def left(self) -> int:
        """What remains to be paid to this organisation; below zero by it."""
        return self.gets - self.pays


def balances_of(organisation_id: int) -> list[Balance]:
    """Give the balance with each organisation with which something is open."""
    found = debts([organisation_id])
    others = {one.seller for one in found} | {one.buyer for one in found}
    return [
        Balance(
            other,
            sum(one.cents for one in found if one.buyer == other),
            sum(one.cents for one in found if one.seller == other),
            set_off(found, organisation_id, other),
        )
        for other in sorted(others - {organisation_id})
    ]


def open_of(row: Any) -> int:
    """Give what is not paid of an invoice that came from these queries."""
    return int(row.open_cents)
