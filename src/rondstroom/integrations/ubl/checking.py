"""The rules of NLCIUS and EN 16931 that an invoice of ours can break, in words for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from flexpool.money import Rounding, times
from rondstroom.integrations.ubl.document import (
    CREDIT_NOTE,
    EXEMPT,
    INVOICE,
    KVK,
    OIN,
    OUTSIDE,
    STANDARD,
    Paper,
    Party,
)

LEGAL_ID = {KVK: re.compile(r"\d{8}"), OIN: re.compile(r"\d{20}")}
VAT_ID = re.compile(r"NL\d{9}B\d{2}")
POSTAL_CODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}")
IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}")


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that is broken, by its number, and what to do."""

    rule: str
    text: str


def problems(paper: Paper) -> list[Problem]:
    """Give every rule that the document breaks; nothing when it can be sent."""
    return [one for rule in RULES for one in rule(paper)]


def _legal_ids(paper: Paper) -> Iterator[Problem]:
    for rule, party in (("BR-NL-1", paper.seller), ("BR-NL-10", paper.buyer)):
        shape = LEGAL_ID.get(party.legal_scheme)
        if shape is None or not shape.fullmatch(party.legal_id):
            text = _("%(name)s heeft geen goed KvK-nummer (8 cijfers) of OIN (20 cijfers).")
            yield Problem(rule, text % {"name": party.name})


def _addresses(paper: Paper) -> Iterator[Problem]:
    for rule, party in (("BR-NL-3", paper.seller), ("BR-NL-4", paper.buyer)):
        if not _has_address(party):
            text = _("Van %(name)s ontbreekt straat, plaats of een goede postcode.")
            yield Problem(rule, text % {"name": party.name})


def _has_address(party: Party) -> bool:
    is_there = party.street.strip() and party.city.strip()
    return bool(is_there and POSTAL_CODE.fullmatch(party.postal_code))


def _reference(paper: Paper) -> Iterator[Problem]:
    if not paper.buyer_reference.strip():
        text = _("%(name)s heeft geen referentie voor facturen opgegeven.")
        yield Problem("BR-NL-2", text % {"name": paper.buyer.name})


def _kind(paper: Paper) -> Iterator[Problem]:
    if paper.kind not in {INVOICE, CREDIT_NOTE}:
        yield Problem("BR-NL-9", _("Dit soort document mag niet."))
    if paper.is_credit and paper.original is None:
        yield Problem("BR-NL-9", _("Een creditfactuur noemt de factuur waar hij over gaat."))


def _payment(paper: Paper) -> Iterator[Problem]:
    if not paper.is_credit and not is_iban(paper.iban):
        text = _("Het rekeningnummer van %(name)s klopt niet.")
        yield Problem("BR-NL-11", text % {"name": paper.seller.name})


def _exemptions(paper: Paper) -> Iterator[Problem]:
    for tax in paper.taxes:
        if tax.category == EXEMPT and not tax.reason.strip():
            yield Problem("BR-E-10", _("Zonder btw hoort er een reden op de factuur."))
        if tax.category == OUTSIDE and not tax.reason.strip():
            yield Problem("BR-O-10", _("Zonder btw hoort er een reden op de factuur."))
    categories = {tax.category for tax in paper.taxes}
    if OUTSIDE in categories and len(categories) > 1:
        text = _("Wat buiten de btw valt, hoort op een eigen factuur.")
        yield Problem("BR-O-11", text)


def _vat_number(paper: Paper) -> Iterator[Problem]:
    inside = {tax.category for tax in paper.taxes} & {STANDARD, EXEMPT}
    if inside and not VAT_ID.fullmatch(paper.seller.vat_id):
        rule = "BR-S-02" if STANDARD in inside else "BR-E-02"
        text = _("%(name)s heeft geen goed btw-nummer (NL123456789B01).")
        yield Problem(rule, text % {"name": paper.seller.name})


def _sums(paper: Paper) -> Iterator[Problem]:
    wrong = _("De factuur telt niet op. Meld dit: zo mag hij niet weg.")
    if not paper.lines:
        yield Problem("BR-16", _("Er staat niets op de factuur."))
    for tax in paper.taxes:
        lines = [
            one for one in paper.lines if (one.category, one.share) == (tax.category, tax.share)
        ]
        same = [
            one for one in paper.taxes if (one.category, one.share) == (tax.category, tax.share)
        ]
        if sum(line.cents for line in lines) != sum(one.taxable for one in same):
            yield Problem("BR-S-08", wrong)
        if tax.amount != times(tax.taxable, tax.share, Rounding.HALF_UP):
            yield Problem("BR-CO-17", wrong)
    if paper.net != sum(tax.taxable for tax in paper.taxes):
        yield Problem("BR-CO-10", wrong)
    if any(line.cents < 0 or line.minutes < 0 for line in paper.lines):
        yield Problem("BR-27", wrong)


def is_iban(text: str) -> bool:
    """Tell whether an account number is one, by its check digits (ISO 13616)."""
    plain = text.replace(" ", "").upper()
    if not IBAN.fullmatch(plain):
        return False
    turned = plain[4:] + plain[:4]
    return int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


RULES: tuple[Callable[[Paper], Iterator[Problem]], ...] = (
    _legal_ids,
    _addresses,
    _reference,
    _kind,
    _payment,
    _exemptions,
    _vat_number,
    _sums,
)
