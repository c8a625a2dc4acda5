"""Agreements, rates, VAT grounds and suppliers for tests, decided by two people."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from factories.identity import make_account, make_role, signed
from factories.moments import NOW, SINCE
from factories.organisations import make_organisation
from factories.skills import make_function
from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground
from rondstroom.rooms.contracts import actions
from rondstroom.rooms.contracts.models import (
    LendingAgreement,
    RateCard,
    Supplier,
    VatDecision,
)
from rondstroom.rooms.contracts.states import Basis, RateKind, SupplierKind
from rondstroom.rooms.identity import queries as accounts
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations.models import Organisation
from rondstroom.rooms.people.models import Worker

WORKED_EXAMPLE = PriceTerms(
    hour_cents=22_00,
    holiday_allowance=Fraction(8, 100),
    year_end_bonus=Fraction(833, 10_000),
    charges=Fraction(22, 100),
    fee=Fraction(3, 100),
)
"""The nurse of the worked example: 22.00 an hour, 22 % charges, 3 % fee."""


def make_finance(organisation: Organisation | None, name: str) -> Account:
    """Give somebody who does the finances of an organisation; who is there is used again."""
    found = accounts.account_by_email(f"{name.lower()}@voorbeeld.invalid")
    return found or make_role(make_account(name), RoleKind.FINANCE, organisation)


def second(organisation: Organisation) -> dict[str, Any]:
    """Sign as somebody else than the machine: the second pair of eyes."""
    name = "Tweede" + organisation.name.replace(" ", "")
    return {"by": make_finance(organisation, name), "at": NOW}


def make_agreement(
    lender: Organisation | None = None,
    borrower: Organisation | None = None,
    *,
    basis: Basis = Basis.COLLEGIAL,
    signed_by_both: bool = True,
    **agreed: Any,
) -> LendingAgreement:
    """Let Molenpoort lend to De Linde, unless others are named; other fields as `Agreed`."""
    lender = lender or make_organisation("Molenpoort")
    borrower = borrower or make_organisation("De Linde")
    terms = {"starts_on": SINCE, "for_own_enterprise": True, **agreed}
    agreement = actions.propose_agreement(
        lender=lender,
        borrower=borrower,
        basis=basis,
        agreed=actions.Agreed(**terms),
        proposing=lender,
        **signed(),
    )
    if signed_by_both:
        actions.sign_agreement(agreement=agreement, **second(borrower))
    return agreement


def make_rate(
    agreement: LendingAgreement,
    function: str = "",
    *,
    terms: PriceTerms = WORKED_EXAMPLE,
    kind: RateKind = RateKind.COST,
    starts_on: date = SINCE,
    approved: bool = True,
    **fields: Any,
) -> RateCard:
    """Give an agreement a rate."""
    card = actions.propose_rate(
        agreement=agreement,
        function=make_function(function) if function else None,
        kind=kind,
        terms=terms,
        starts_on=starts_on,
        **fields,
        **signed(),
    )
    if approved:
        actions.approve_rate(card=card, **second(agreement.borrower))
    return card


def make_vat(
    agreement: LendingAgreement,
    ground: Ground = Ground.CLOSELY_RELATED,
    *,
    worker: Worker | None = None,
    starts_on: date = SINCE,
    approved: bool = True,
    inspector: str = "",
) -> VatDecision:
    """Give an agreement a VAT ground; `inspector` is the reference of the answer."""
    decision = actions.propose_vat(
        agreement=agreement,
        worker=worker,
        ground=ground,
        answers={},
        documents=["overeenkomst 2026-01"],
        starts_on=starts_on,
        **signed(),
    )
    if approved:
        actions.approve_vat(decision=decision, **second(agreement.borrower))
    if inspector:
        actions.confirm_vat(
            decision=decision, reference=inspector, answered_on=SINCE, **second(agreement.borrower)
        )
    return decision


def make_supplier(
    organisation: Organisation | None = None,
    name: str = "Uitzendbureau Zonzicht",
    kind: SupplierKind = SupplierKind.AGENCY,
    **fields: Any,
) -> Supplier:
    """Open a supplier's file."""
    return actions.add_supplier(
        organisation=organisation or make_organisation(),
        name=name,
        kind=kind,
        **fields,
        **signed(),
    )


def make_supplier_agreement(supplier: Supplier, **agreed: Any) -> LendingAgreement:
    """Write down an agreement with a supplier."""
    terms = {"starts_on": SINCE, "reference": "map 12", **agreed}
    return actions.record_supplier_agreement(
        supplier=supplier, agreed=actions.Agreed(**terms), **signed()
    )
