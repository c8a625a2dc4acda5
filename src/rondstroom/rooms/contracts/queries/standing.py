"""Where agreements stand on a day: what holds, what waits, and the price with and without VAT."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from flexpool.contracts.price import AN_HOUR, PriceTerms, Work, price_of_work
from flexpool.contracts.vat.grounds import Ground, vat_line
from flexpool.parameters import NoFigureForDate
from rondstroom.rooms.contracts.models import LendingAgreement, RateCard, VatDecision
from rondstroom.rooms.contracts.queries.agreements import agreements_of
from rondstroom.rooms.contracts.queries.answers import VatTerms
from rondstroom.rooms.contracts.queries.known import about_agreements
from rondstroom.rooms.contracts.states import AgreementState, RateState, VatState
from rondstroom.rooms.contracts.translate import price_terms

A_SHIFT = Work(minutes=480)


@dataclass(frozen=True, slots=True)
class Standing:
    """One agreement on a day."""

    agreement: LendingAgreement
    on: date
    hour_cents: int | None
    vat: VatTerms
    proposed_rates: tuple[RateCard, ...] = ()
    proposed_vat: tuple[VatDecision, ...] = ()

    @property
    def is_proposed(self) -> bool:
        """Whether the other side has yet to sign."""
        return self.agreement.state == AgreementState.PROPOSED

    @property
    def is_over(self) -> bool:
        """Whether it no longer holds, or never did."""
        ends_on = self.agreement.ends_on
        declined = self.agreement.state == AgreementState.DECLINED
        return declined or (ends_on is not None and ends_on <= self.on)

    @property
    def holds(self) -> bool:
        """Whether people may be lent under it on the day."""
        is_active = self.agreement.state == AgreementState.ACTIVE
        return is_active and not self.is_over and self.agreement.starts_on <= self.on

    @property
    def other_name(self) -> str:
        """Who lends: an organisation or a supplier."""
        lender = self.agreement.lender or self.agreement.supplier
        return lender.name if lender else ""


@dataclass(frozen=True, slots=True)
class WithVat:
    """A price before VAT, and what VAT adds when no ground takes it away; None: not known."""

    hour_cents: int
    shift_cents: int
    hour_vat_cents: int | None
    shift_vat_cents: int | None
    applied: VatTerms

    @property
    def is_taxed(self) -> bool:
        """Whether VAT is due as things stand."""
        return self.applied.ground is Ground.TAXED

    @property
    def shift_taxed_cents(self) -> int | None:
        """The price of a shift with VAT."""
        return None if self.shift_vat_cents is None else self.shift_cents + self.shift_vat_cents


def standing_of(organisation_id: int, on: date) -> list[Standing]:
    """Give all agreements of an organisation as they stand; five queries, however many."""
    return _standing(list(agreements_of(organisation_id)), on)


def standing(agreement: LendingAgreement, on: date) -> Standing:
    """Give one agreement as it stands."""
    return _standing([agreement], on)[0]


def _standing(rows: list[LendingAgreement], on: date) -> list[Standing]:
    numbers = [one.pk for one in rows]
    known = about_agreements(numbers)
    by_number = {one.pk: one for one in rows}
    rates: dict[int, list[RateCard]] = defaultdict(list)
    for card in RateCard.objects.filter(agreement_id__in=numbers, state=RateState.PROPOSED):
        card.agreement = by_number[card.agreement_id]  # who may decide reads nothing again
        rates[card.agreement_id].append(card)
    grounds: dict[int, list[VatDecision]] = defaultdict(list)
    for row in VatDecision.objects.filter(agreement_id__in=numbers, state=VatState.PROPOSED):
        row.agreement = by_number[row.agreement_id]
        grounds[row.agreement_id].append(row)
    found = []
    for one in rows:
        priced = known.priced(one.pk, "", on)
        hour = int(price_of_work(priced.terms, AN_HOUR).amount) if priced else None
        vat = known.vat(one.pk, 0, on)
        found.append(Standing(one, on, hour, vat, tuple(rates[one.pk]), tuple(grounds[one.pk])))
    return found


def price_with_vat(agreement_id: int, on: date) -> WithVat | None:
    """Give what an hour and a shift cost under the rate of a day; None when no rate is agreed."""
    card = (
        RateCard.objects.filter(
            agreement_id=agreement_id, state=RateState.APPROVED, starts_on__lte=on
        )
        .order_by("function_id", "-starts_on", "-pk")
        .first()
    )
    return with_vat(agreement_id, price_terms(card), on) if card else None


def with_vat(agreement_id: int, terms: PriceTerms, on: date) -> WithVat:
    """Give the same for a price that is not agreed yet."""
    hour = int(price_of_work(terms, AN_HOUR).amount)
    shift = int(price_of_work(terms, A_SHIFT).amount)
    applied = about_agreements([agreement_id]).vat(agreement_id, 0, on)
    return WithVat(hour, shift, vat_when_taxed(hour, on), vat_when_taxed(shift, on), applied)


def vat_when_taxed(cents: int, on: date) -> int | None:
    """Give the VAT over an amount when it is taxed; None when the rate of the day is not known."""
    try:
        return int(vat_line(Ground.TAXED, cents, on).amount)
    except NoFigureForDate:
        return None
