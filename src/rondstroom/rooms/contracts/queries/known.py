"""Everything that the terms of a batch of deployments depend on, read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground, vat_rate
from flexpool.parameters import NoFigureForDate
from rondstroom.rooms.contracts.models import (
    EngagementTerms,
    LendingAgreement,
    RateCard,
    Supplier,
    VatDecision,
)
from rondstroom.rooms.contracts.queries.answers import Deployment, VatTerms
from rondstroom.rooms.contracts.states import AgreementState, Authority, RateState, VatState
from rondstroom.rooms.contracts.translate import price_terms
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm

APPLIED = (VatState.TO_CONFIRM, VatState.CONFIRMED)


@dataclass(frozen=True, slots=True)
class Engaged:
    """An engagement, as little of it as is needed here."""

    pk: int
    organisation_id: int
    form: EngagementForm
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Priced:
    """An approved rate card."""

    card_id: int
    function_code: str
    starts_on: date
    terms: PriceTerms
    pays_allowance: bool


@dataclass
class Known:
    """What was read; every look-up after this is one in memory."""

    ties: dict[int, list[Engaged]]
    suppliers: dict[int, Supplier]
    agreements: dict[tuple[int, int, int], list[LendingAgreement]]
    cards: dict[int, list[Priced]]
    decisions: dict[int, list[VatDecision]]
    rates: dict[date, Fraction | None] = field(default_factory=dict)

    def engaged_on(self, worker_id: int, on: date) -> list[Engaged]:
        """Give what ties a worker to organisations on a day, oldest first."""
        return [
            tie
            for tie in self.ties.get(worker_id, ())
            if tie.starts_on <= on and (tie.ends_on is None or on < tie.ends_on)
        ]

    def supplier_of(self, engagement_id: int) -> Supplier | None:
        """Give who supplies the person of an engagement."""
        return self.suppliers.get(engagement_id)

    def agreement(
        self, borrower_id: int, on: date, *, lender_id: int = 0, supplier_id: int = 0
    ) -> LendingAgreement | None:
        """Give the newest agreement of these parties that holds on a day."""
        found = self.agreements.get((borrower_id, lender_id, supplier_id), ())
        return next(
            (
                one
                for one in found
                if one.starts_on <= on and (one.ends_on is None or on < one.ends_on)
            ),
            None,
        )

    def authority(self, agreement: LendingAgreement) -> Authority:
        """Give who gives the instructions at work."""
        return Authority(agreement.authority)

    def priced(self, agreement_id: int, function_code: str, on: date) -> Priced | None:
        """Give the newest card that has begun: of the function first, then of all functions."""
        begun = [one for one in self.cards.get(agreement_id, ()) if one.starts_on <= on]
        for code in dict.fromkeys((function_code, "")):
            for one in begun:
                if one.function_code == code:
                    return one
        return None

    def vat(self, agreement_id: int, worker_id: int, on: date) -> VatTerms:
        """Give the VAT: of the worker's own decision first, then of the agreement, else taxed."""
        begun = [one for one in self.decisions.get(agreement_id, ()) if one.starts_on <= on]
        for whose in (worker_id, None):
            for one in begun:
                if one.worker_id == whose:
                    return self._decided(one, on)
        return VatTerms(Ground.TAXED, VatState.CONFIRMED, self._rate(Ground.TAXED, on), on)

    def _decided(self, one: VatDecision, on: date) -> VatTerms:
        ground = Ground(one.ground)
        return VatTerms(
            ground,
            VatState(one.state),
            self._rate(ground, on),
            on,
            tuple(one.documents),
            one.inspector_reference,
            one.pk,
        )

    def _rate(self, ground: Ground, on: date) -> Fraction | None:
        if ground is not Ground.TAXED:
            return vat_rate(ground, on)
        if on not in self.rates:
            try:
                self.rates[on] = vat_rate(ground, on)
            except NoFigureForDate:
                self.rates[on] = None
        return self.rates[on]


def known_about(deployments: Sequence[Deployment]) -> Known:
    """Read all that these deployments depend on."""
    ties = people.ties_of({one.worker_id for one in deployments})
    suppliers = {
        one.engagement_id: one.supplier
        for one in EngagementTerms.objects.filter(
            engagement__worker_id__in=ties, supplier__isnull=False
        ).select_related("supplier")
        if one.supplier is not None
    }
    agreements = _agreements({one.organisation_id for one in deployments})
    numbers = [one.pk for rows in agreements.values() for one in rows]
    return Known(
        ties={worker_id: [_engaged(one) for one in rows] for worker_id, rows in ties.items()},
        suppliers=suppliers,
        agreements=agreements,
        cards=_cards(numbers),
        decisions=_decisions(numbers),
    )


def about_agreements(agreement_ids: list[int]) -> Known:
    """Read the rates and VAT decisions of some agreements only."""
    return Known({}, {}, {}, _cards(agreement_ids), _decisions(agreement_ids))


def _engaged(one: Any) -> Engaged:
    form = EngagementForm(one.form)
    return Engaged(one.pk, one.organisation_id, form, one.starts_on, one.ends_on)


def _agreements(borrower_ids: set[int]) -> dict[tuple[int, int, int], list[LendingAgreement]]:
    found: dict[tuple[int, int, int], list[LendingAgreement]] = defaultdict(list)
    rows = LendingAgreement.objects.filter(
        borrower_id__in=borrower_ids, state=AgreementState.ACTIVE
    ).order_by("-starts_on", "-pk")
    for one in rows:
        found[one.borrower_id, one.lender_id or 0, one.supplier_id or 0].append(one)
    return found


def _cards(agreement_ids: list[int]) -> dict[int, list[Priced]]:
    found: dict[int, list[Priced]] = defaultdict(list)
    rows = RateCard.objects.filter(agreement_id__in=agreement_ids, state=RateState.APPROVED)
    for one in rows.select_related("function").order_by("-starts_on", "-pk"):
        code = one.function.code if one.function else ""
        priced = Priced(one.pk, code, one.starts_on, price_terms(one), one.pays_allowance)
        found[one.agreement_id].append(priced)
    return found


def _decisions(agreement_ids: list[int]) -> dict[int, list[VatDecision]]:
    found: dict[int, list[VatDecision]] = defaultdict(list)
    rows = VatDecision.objects.filter(agreement_id__in=agreement_ids, state__in=APPLIED)
    for one in rows.order_by("-starts_on", "-pk"):
        found[one.agreement_id].append(one)
    return found
