"""An invoice on paper: who, what, how much, and why there is no VAT when there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from rondstroom.integrations.documents import Block, Document, Paragraph, Table
from rondstroom.rooms.settlement import queries
from rondstroom.rooms.settlement.states import InvoiceKind
from rondstroom.web.components import words

LANGUAGE = "nl"


def paper_of(invoice: Any) -> Document:
    """Put an invoice on paper; in Dutch, whatever language the reader has."""
    with override(LANGUAGE):
        is_credit = invoice.kind == InvoiceKind.CREDIT
        title = _("Creditfactuur %(number)s") if is_credit else _("Factuur %(number)s")
        return Document(
            title=title % {"number": invoice.number},
            language=LANGUAGE,
            header=invoice.parties["seller"]["legal_name"],
            blocks=(*_head(invoice), _lines(invoice), _totals(invoice), *_reasons(invoice)),
        )


def _head(invoice: Any) -> list[Block]:
    told = {"day": words.long_day(invoice.issued_on), "due": words.long_day(invoice.due_on)}
    blocks: list[Block] = [
        Paragraph(_address(invoice.parties["seller"])),
        Paragraph(_("Aan: %(party)s") % {"party": _address(invoice.parties["buyer"])}),
        Paragraph(_("Referentie: %(text)s") % {"text": invoice.parties["buyer"]["reference"]}),
    ]
    if invoice.refers_to:
        about = {"number": invoice.refers_to.number}
        return [*blocks, Paragraph(_("Over factuur %(number)s.") % about)]
    iban = {"iban": invoice.parties["seller"]["iban"]}
    return [
        *blocks,
        Paragraph(_("Datum %(day)s. Te betalen vóór %(due)s.") % told),
        Paragraph(_("Op rekening %(iban)s.") % iban),
    ]


def _address(party: dict[str, str]) -> str:
    place = f"{party['street']}, {party['postal_code']} {party['city']}"
    return f"{party['legal_name']}, {place}. KvK/OIN {party['legal_id']}, btw {party['vat_id']}"


def _lines(invoice: Any) -> Table:
    rows = [
        (
            f"{words.day(row.on_day)}, {row.version.hours.team.location.name}",
            words.plain(Fraction(row.minutes, 60), 2),
            words.euro(row.net_cents),
        )
        for row in queries.lines_of(invoice.pk)
    ]
    return Table(_("Uren"), (_("Dienst"), _("Uren"), _("Zonder btw")), tuple(rows))


def _totals(invoice: Any) -> Table:
    groups = [
        (
            _("Btw %(rate)s") % {"rate": words.per_cent(Fraction(one["share"]))},
            words.euro(one["vat"]),
        )
        for one in invoice.vat_groups
    ]
    rows = [
        (_("Zonder btw"), words.euro(invoice.net_cents)),
        *groups,
        (_("Totaal"), words.euro(invoice.gross_cents)),
    ]
    return Table(_("Bedragen"), (_("Wat"), _("Euro")), tuple(rows))


def _reasons(invoice: Any) -> list[Block]:
    return [Paragraph(one["reason"], True) for one in invoice.vat_groups if one["reason"]]
