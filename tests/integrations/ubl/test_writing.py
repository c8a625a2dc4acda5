"""UBL files: read back, to the cent, in the order of the schemas; and what may not be sent."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from rondstroom.integrations.ubl import (
    Line,
    Original,
    Paper,
    Party,
    Tax,
    problems,
    write,
)
from shared_data import shared

NAMES = {
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
}
VAT = Fraction(21, 100)
RIJNZICHT = Party(
    name="Stichting Rijnzicht",
    legal_scheme="0106",
    legal_id="12345678",
    vat_id="NL123456789B01",
    street="Rijnkade 1",
    postal_code="6511 AB",
    city="Nijmegen",
)
DE_LINDE = replace(RIJNZICHT, name="De Linde & Co", legal_id="87654321", vat_id="")
SHIFT = Line(
    name="IC-verpleegkundige",
    description="De Linde, PG Vlinder; uren 7",
    on_day=date(2026, 11, 21),
    minutes=480,
    cents=355_04,
    category="S",
    share=VAT,
)


def paper(**changes: Any) -> Paper:
    """Give the worked example as an invoice with VAT, with something changed."""
    told: dict[str, Any] = {
        "kind": "380",
        "number": "2026-00001",
        "issued_on": date(2026, 12, 1),
        "due_on": date(2026, 12, 31),
        "starts_on": date(2026, 11, 21),
        "last_day": date(2026, 11, 21),
        "buyer_reference": "INKOOP-7",
        "seller": RIJNZICHT,
        "buyer": DE_LINDE,
        "iban": "NL91 ABNA 0417 1643 00",
        "lines": (SHIFT,),
        "taxes": (Tax("S", VAT, 355_04, 74_56),),
    }
    return Paper(**told | changes)


def untaxed(category: str, reason: str = "Vrijgesteld: art. 11") -> Paper:
    line = replace(SHIFT, category=category, share=Fraction(0))
    return paper(lines=(line,), taxes=(Tax(category, Fraction(0), 355_04, 0, reason),))


def credit(**changes: Any) -> Paper:
    about = Original("2026-00001", date(2026, 12, 1))
    return paper(kind="381", original=about, number="2026-00002", **changes)


def read(one: Paper) -> ET.Element:
    return ET.fromstring(write(one))


def text(root: ET.Element, path: str) -> str:
    found = root.find(path, NAMES)
    assert found is not None, path
    return found.text or ""


def rules(one: Paper) -> list[str]:
    return [problem.rule for problem in problems(one)]


def test_the_worked_example_with_vat() -> None:
    root = read(paper())
    assert problems(paper()) == []
    assert root.tag.endswith("Invoice-2}Invoice")
    assert text(root, "cbc:CustomizationID").endswith("nlcius:v1.0")
    total = "cac:LegalMonetaryTotal"
    assert text(root, f"{total}/cbc:TaxExclusiveAmount") == "355.04"
    assert text(root, f"{total}/cbc:PayableAmount") == "429.60"
    assert text(root, "cac:TaxTotal/cbc:TaxAmount") == "74.56"
    assert text(root, "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent") == "21"
    line = "cac:InvoiceLine"
    assert text(root, f"{line}/cbc:InvoicedQuantity") == "8"
    assert text(root, f"{line}/cac:Price/cbc:PriceAmount") == "355.04"
    assert text(root, f"{line}/cac:Price/cbc:BaseQuantity") == "8"
    buyer = "cac:AccountingCustomerParty/cac:Party"
    assert text(root, f"{buyer}/cac:PartyLegalEntity/cbc:RegistrationName") == "De Linde & Co"
    assert text(root, "cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID") == "NL91ABNA0417164300"


def test_without_vat_the_reason_stands_there_and_no_code() -> None:
    one = untaxed("E")
    assert problems(one) == []
    category = "cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory"
    root = read(one)
    assert text(root, f"{category}/cbc:TaxExemptionReason") == "Vrijgesteld: art. 11"
    assert text(root, f"{category}/cbc:Percent") == "0"
    assert root.find(f"{category}/cbc:TaxExemptionReasonCode", NAMES) is None  # BR-NL-35


def test_outside_vat_there_is_no_rate_and_no_vat_number() -> None:
    one = untaxed("O", "Kosten voor gemene rekening")
    root = read(one)
    assert problems(one) == []
    assert root.find("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory/cbc:Percent", NAMES) is None
    assert root.find(".//cac:PartyTaxScheme", NAMES) is None


def test_a_credit_note_names_the_invoice_and_asks_no_payment() -> None:
    root = read(credit())
    assert problems(credit()) == []
    assert root.tag.endswith("CreditNote-2}CreditNote")
    assert text(root, "cbc:CreditNoteTypeCode") == "381"
    about = "cac:BillingReference/cac:InvoiceDocumentReference"
    assert text(root, f"{about}/cbc:ID") == "2026-00001"
    assert root.find("cac:PaymentMeans", NAMES) is None
    assert root.find("cbc:DueDate", NAMES) is None
    assert text(root, "cac:CreditNoteLine/cbc:CreditedQuantity") == "8"


HEAD = ["CustomizationID", "ID", "IssueDate", "DueDate", "InvoiceTypeCode", "CreditNoteTypeCode"]
ORDER = [
    *HEAD,
    "DocumentCurrencyCode",
    "BuyerReference",
    "InvoicePeriod",
    "BillingReference",
    "AccountingSupplierParty",
    "AccountingCustomerParty",
    "PaymentMeans",
    "TaxTotal",
    "LegalMonetaryTotal",
    "InvoiceLine",
    "CreditNoteLine",
]
LINE_ORDER = [
    "ID",
    "InvoicedQuantity",
    "CreditedQuantity",
    "LineExtensionAmount",
    "InvoicePeriod",
    "Item",
    "Price",
]


@pytest.mark.parametrize("one", [paper(), credit(), untaxed("O")])
def test_elements_stand_in_the_order_of_the_schemas(one: Paper) -> None:
    root = read(one)
    names = [child.tag.partition("}")[2] for child in root]
    assert names == sorted(names, key=ORDER.index)
    for line in [child for child in root if child.tag.endswith("Line")]:
        inside = [child.tag.partition("}")[2] for child in line]
        assert inside == sorted(inside, key=LINE_ORDER.index)


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (paper(seller=replace(RIJNZICHT, legal_id="123")), "BR-NL-1"),
        (paper(seller=replace(RIJNZICHT, legal_scheme="0106x")), "BR-NL-1"),
        (paper(seller=replace(RIJNZICHT, legal_scheme="0190")), "BR-NL-1"),
        (paper(buyer=replace(DE_LINDE, legal_id="")), "BR-NL-10"),
        (paper(buyer_reference=" "), "BR-NL-2"),
        (paper(seller=replace(RIJNZICHT, postal_code="0511 AB")), "BR-NL-3"),
        (paper(buyer=replace(DE_LINDE, city="")), "BR-NL-4"),
        (paper(kind="325"), "BR-NL-9"),
        (paper(kind="381"), "BR-NL-9"),
        (paper(iban="NL91 ABNA 0417 1643 01"), "BR-NL-11"),
        (paper(iban="geen"), "BR-NL-11"),
        (untaxed("E", " "), "BR-E-10"),
        (untaxed("O", ""), "BR-O-10"),
        (paper(seller=replace(RIJNZICHT, vat_id="123")), "BR-S-02"),
        (replace(untaxed("E"), seller=replace(RIJNZICHT, vat_id="")), "BR-E-02"),
        (paper(lines=()), "BR-16"),
        (paper(taxes=(Tax("S", VAT, 355_04, 74_57),)), "BR-CO-17"),
        (paper(taxes=(Tax("S", VAT, 355_03, 74_56),)), "BR-CO-10"),
        (paper(lines=(replace(SHIFT, cents=-1),)), "BR-27"),
        (
            paper(
                lines=(SHIFT, replace(SHIFT, category="O", share=Fraction(0))),
                taxes=(
                    Tax("S", VAT, 355_04, 74_56),
                    Tax("O", Fraction(0), 355_04, 0, "Gemene rekening"),
                ),
            ),
            "BR-O-11",
        ),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_a_rule_that_is_broken_is_named(wrong: Paper, rule: str) -> None:
    assert rule in rules(wrong)


def test_an_organisation_with_an_oin_is_right_too() -> None:
    oin = replace(RIJNZICHT, legal_scheme="0190", legal_id="0" * 20)
    assert problems(paper(seller=oin)) == []


def test_signs_that_mean_something_in_xml_are_only_signs() -> None:
    line = replace(SHIFT, description='<b>"&\x00\x0b')
    root = read(paper(lines=(line,)))
    assert text(root, "cac:InvoiceLine/cac:Item/cbc:Description") == '<b>"&'


def test_hours_that_do_not_divide_keep_the_exact_amount() -> None:
    line = replace(SHIFT, minutes=500)
    root = read(paper(lines=(line,)))
    quantity = text(root, "cac:InvoiceLine/cbc:InvoicedQuantity")
    assert quantity == text(root, "cac:InvoiceLine/cac:Price/cbc:BaseQuantity") == "8.3333"


@pytest.mark.parametrize("one", [paper(), credit(), untaxed("E"), untaxed("O")])
def test_the_schema_agrees_where_it_is_present(one: Paper) -> None:
    etree = pytest.importorskip("lxml.etree")
    kind = "CreditNote" if one.is_credit else "Invoice"
    schema = etree.XMLSchema(file=str(shared(f"data/ubl/maindoc/UBL-{kind}-2.1.xsd")))
    schema.assertValid(etree.fromstring(write(one)))
