"""From document to XML: elements in the order of the UBL 2.1 schemas."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from rondstroom.integrations.ubl.amounts import decimal_of, euros_of, percent_of
from rondstroom.integrations.ubl.document import OUTSIDE, Line, Paper, Tax
from rondstroom.integrations.ubl.parties import add_buyer, add_seller
from rondstroom.integrations.ubl.tags import CAC, CBC, add, group, put, root_of

NLCIUS = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0"
SEPA_TRANSFER = "58"
HOUR = "HUR"


def write(paper: Paper) -> bytes:
    """Give the document as XML in UTF-8."""
    root = root_of("CreditNote" if paper.is_credit else "Invoice")
    _head(root, paper)
    has_vat = all(tax.category != OUTSIDE for tax in paper.taxes)
    add_seller(root, paper.seller, has_vat=has_vat)
    add_buyer(root, paper.buyer, has_vat=has_vat)
    if not paper.is_credit:
        _payment(root, paper)
    _taxes(root, paper)
    _totals(root, paper)
    for number, line in enumerate(paper.lines, start=1):
        _line(root, paper, line, number)
    ET.indent(root)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _head(root: ET.Element, paper: Paper) -> None:
    put(root, "CustomizationID", NLCIUS)
    put(root, "ID", paper.number)
    put(root, "IssueDate", paper.issued_on.isoformat())
    if paper.is_credit:
        put(root, "CreditNoteTypeCode", paper.kind)
    else:
        put(root, "DueDate", paper.due_on.isoformat())
        put(root, "InvoiceTypeCode", paper.kind)
    put(root, "DocumentCurrencyCode", "EUR")
    put(root, "BuyerReference", paper.buyer_reference)
    period = group(root, "InvoicePeriod")
    put(period, "StartDate", paper.starts_on.isoformat())
    put(period, "EndDate", paper.last_day.isoformat())
    if paper.original:
        about = group(group(root, "BillingReference"), "InvoiceDocumentReference")
        put(about, "ID", paper.original.number)
        put(about, "IssueDate", paper.original.issued_on.isoformat())


def _payment(root: ET.Element, paper: Paper) -> None:
    means = group(root, "PaymentMeans")
    put(means, "PaymentMeansCode", SEPA_TRANSFER)
    put(means, "PaymentID", paper.number)
    put(group(means, "PayeeFinancialAccount"), "ID", paper.iban.replace(" ", "").upper())


def _taxes(root: ET.Element, paper: Paper) -> None:
    total = group(root, "TaxTotal")
    euros_of(total, "TaxAmount", paper.vat)
    for tax in paper.taxes:
        subtotal = group(total, "TaxSubtotal")
        euros_of(subtotal, "TaxableAmount", tax.taxable)
        euros_of(subtotal, "TaxAmount", tax.amount)
        _category(subtotal, tax)


def _category(parent: ET.Element, tax: Tax) -> None:
    category = group(parent, "TaxCategory")
    put(category, "ID", tax.category)
    if tax.category != OUTSIDE:
        put(category, "Percent", percent_of(tax.share))
    if tax.reason:
        put(category, "TaxExemptionReason", tax.reason)
    put(group(category, "TaxScheme"), "ID", "VAT")


def _totals(root: ET.Element, paper: Paper) -> None:
    total = group(root, "LegalMonetaryTotal")
    euros_of(total, "LineExtensionAmount", paper.net)
    euros_of(total, "TaxExclusiveAmount", paper.net)
    euros_of(total, "TaxInclusiveAmount", paper.net + paper.vat)
    euros_of(total, "PayableAmount", paper.net + paper.vat)


def _line(root: ET.Element, paper: Paper, line: Line, number: int) -> None:
    """Write a line; the price is that of all its hours, so that no rounding comes in between."""
    what = "Credit" if paper.is_credit else "Invoice"
    row = group(root, f"{what}NoteLine" if paper.is_credit else f"{what}Line")
    put(row, "ID", str(number))
    quantity = "CreditedQuantity" if paper.is_credit else "InvoicedQuantity"
    add(row, CBC, quantity, decimal_of(line.minutes), unitCode=HOUR)
    euros_of(row, "LineExtensionAmount", line.cents)
    period = group(row, "InvoicePeriod")
    put(period, "StartDate", line.on_day.isoformat())
    put(period, "EndDate", line.on_day.isoformat())
    item = group(row, "Item")
    put(item, "Description", line.description)
    put(item, "Name", line.name)
    category = group(item, "ClassifiedTaxCategory")
    put(category, "ID", line.category)
    if line.category != OUTSIDE:
        put(category, "Percent", percent_of(line.share))
    put(group(category, "TaxScheme"), "ID", "VAT")
    price = add(row, CAC, "Price")
    euros_of(price, "PriceAmount", line.cents)
    add(price, CBC, "BaseQuantity", decimal_of(line.minutes), unitCode=HOUR)
