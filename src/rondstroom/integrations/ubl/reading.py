"""From an invoice of ours to the document, and to the file when no rule is broken."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rondstroom.integrations.ubl.checking import Problem, problems
from rondstroom.integrations.ubl.document import (
    CREDIT_NOTE,
    INVOICE,
    Line,
    Original,
    Paper,
    Party,
    Tax,
)
from rondstroom.integrations.ubl.writing import write
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.states import InvoiceKind

if TYPE_CHECKING:
    from rondstroom.rooms.settlement.models import Charge, Invoice

ONE_DAY = timedelta(days=1)


class UnfitInvoice(Exception):
    """The invoice breaks rules and cannot be sent; `found` says which and what to do."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(" ".join(one.text for one in found))
        self.found = found


def ubl_of(invoice: Invoice) -> bytes:
    """Give an invoice as a UBL file.

    Raises
    ------
    UnfitInvoice
        When it breaks a rule of NLCIUS or EN 16931.
    """
    paper = paper_of(invoice)
    found = problems(paper)
    if found:
        raise UnfitInvoice(found)
    return write(paper)


def paper_of(invoice: Invoice) -> Paper:
    """Give the document; amounts of a credit note are above zero there."""
    is_credit = invoice.kind == InvoiceKind.CREDIT
    sign = -1 if is_credit else 1
    original = invoice.refers_to
    lines = [_line(row, sign) for row in queries.lines_of(invoice.pk)]
    days = [line.on_day for line in lines] or [invoice.starts_on]
    return Paper(
        kind=CREDIT_NOTE if is_credit else INVOICE,
        number=invoice.number,
        issued_on=invoice.issued_on,
        due_on=invoice.due_on,
        starts_on=min(days),
        last_day=max(days),
        buyer_reference=invoice.parties["buyer"]["reference"],
        seller=_party(invoice.parties["seller"]),
        buyer=_party(invoice.parties["buyer"]),
        iban=invoice.parties["seller"]["iban"],
        lines=tuple(lines),
        taxes=tuple(_tax(one, sign) for one in invoice.vat_groups),
        original=Original(original.number, original.issued_on) if original else None,
    )


def _line(row: Charge, sign: int) -> Line:
    """Give a line: what and where, by the number of the hours, without whose they are."""
    hours = row.version.hours
    function = hours.function.name if hours.function else "Inzet"
    return Line(
        name=function,
        description=f"{hours.team.location.name}, {hours.team.name}; uren {hours.pk}",
        on_day=row.on_day,
        minutes=row.minutes * sign,
        cents=row.net_cents * sign,
        category=row.vat_category,
        share=Fraction(row.vat_share),
    )


def _party(kept: dict[str, str]) -> Party:
    return Party(
        name=kept["legal_name"],
        legal_scheme=kept["legal_scheme"],
        legal_id=kept["legal_id"],
        vat_id=kept["vat_id"],
        street=kept["street"],
        postal_code=kept["postal_code"],
        city=kept["city"],
    )


def _tax(kept: dict[str, Any], sign: int) -> Tax:
    return Tax(
        kept["category"],
        Fraction(kept["share"]),
        kept["taxable"] * sign,
        kept["vat"] * sign,
        kept["reason"],
    )
