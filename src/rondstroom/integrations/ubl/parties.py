"""Seller and buyer as elements."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from rondstroom.integrations.ubl.document import Party
from rondstroom.integrations.ubl.tags import group, put


def add_seller(root: ET.Element, party: Party, *, has_vat: bool) -> None:
    """Add who sends it; outside VAT there is no VAT number (BR-O-02)."""
    _add(group(root, "AccountingSupplierParty"), party, has_vat=has_vat)


def add_buyer(root: ET.Element, party: Party, *, has_vat: bool) -> None:
    """Add who pays."""
    _add(group(root, "AccountingCustomerParty"), party, has_vat=has_vat)


def _add(parent: ET.Element, party: Party, *, has_vat: bool) -> None:
    one = group(parent, "Party")
    put(one, "EndpointID", party.legal_id, schemeID=party.legal_scheme)
    put(group(one, "PartyName"), "Name", party.name)
    address = group(one, "PostalAddress")
    put(address, "StreetName", party.street)
    put(address, "CityName", party.city)
    put(address, "PostalZone", party.postal_code)
    put(group(address, "Country"), "IdentificationCode", "NL")
    if has_vat and party.vat_id:
        tax = group(one, "PartyTaxScheme")
        put(tax, "CompanyID", party.vat_id)
        put(group(tax, "TaxScheme"), "ID", "VAT")
    legal = group(one, "PartyLegalEntity")
    put(legal, "RegistrationName", party.name)
    put(legal, "CompanyID", party.legal_id, schemeID=party.legal_scheme)
