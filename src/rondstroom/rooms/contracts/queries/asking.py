"""What a shift costs when somebody is lent or hired for it, and what VAT does to that price."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flexpool.contracts.price import Work, price_of_work
from flexpool.contracts.vat.grounds import Ground
from rondstroom.rooms.contracts.models import LendingAgreement
from rondstroom.rooms.contracts.queries.agreements import agreements_of
from rondstroom.rooms.contracts.queries.answers import VatTerms
from rondstroom.rooms.contracts.queries.known import about_agreements
from rondstroom.rooms.contracts.queries.standing import vat_when_taxed
from rondstroom.rooms.contracts.states import AgreementState


@dataclass(frozen=True, slots=True)
class AskedPrice:
    """The price of a shift under one agreement, before VAT; None while no rate is approved."""

    name: str
    cents: int | None
    vat_cents: int | None
    vat: VatTerms

    @property
    def is_taxed(self) -> bool:
        """Whether VAT comes on top as things stand."""
        return self.vat.ground is Ground.TAXED


def prices_before_asking(
    borrower_id: int, on: date, minutes: int, function_code: str = ""
) -> list[AskedPrice]:
    """Give what lenders and suppliers would cost for so many minutes on a day; three queries.

    Without allowances for irregular hours: those depend on who comes.
    """
    rows = [one for one in agreements_of(borrower_id) if _is_borrowed(one, borrower_id, on)]
    known = about_agreements([one.pk for one in rows])
    found = []
    for one in rows:
        priced = known.priced(one.pk, function_code, on)
        work = Work(minutes=minutes)
        cents = int(price_of_work(priced.terms, work).amount) if priced else None
        stake = None if cents is None else vat_when_taxed(cents, on)
        party = one.lender or one.supplier
        found.append(
            AskedPrice(party.name if party else "", cents, stake, known.vat(one.pk, 0, on))
        )
    return sorted(found, key=lambda one: (one.cents is None, one.cents or 0, one.name))


def _is_borrowed(one: LendingAgreement, borrower_id: int, on: date) -> bool:
    holds = one.starts_on <= on and (one.ends_on is None or on < one.ends_on)
    return one.borrower_id == borrower_id and one.state == AgreementState.ACTIVE and holds
