"""Agreements with their rates and VAT decisions."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from rondstroom.rooms.contracts.models import LendingAgreement, RateCard, VatDecision

_PARTIES = ("lender", "supplier", "borrower", "proposed_by", "decided_by")
_ABOUT = ("proposed_by", *(f"agreement__{one}" for one in _PARTIES[:3]))


def agreement(agreement_id: int) -> LendingAgreement | None:
    """Give an agreement with its parties."""
    return LendingAgreement.objects.select_related(*_PARTIES).filter(pk=agreement_id).first()


def locked_agreement(agreement_id: int) -> LendingAgreement:
    """Give an agreement, and let nobody else decide on it until the transaction ends."""
    return LendingAgreement.objects.select_for_update().get(pk=agreement_id)


def agreements_of(organisation_id: int) -> QuerySet[LendingAgreement]:
    """Give the agreements in which an organisation lends or borrows, newest first."""
    return (
        LendingAgreement.objects.filter(
            Q(lender_id=organisation_id) | Q(borrower_id=organisation_id)
        )
        .select_related(*_PARTIES)
        .order_by("-starts_on", "-pk")
    )


def rate(card_id: int) -> RateCard | None:
    """Give a rate with its agreement."""
    return RateCard.objects.select_related(*_ABOUT).filter(pk=card_id).first()


def vat_decision(decision_id: int) -> VatDecision | None:
    """Give a VAT decision with its agreement."""
    rows = VatDecision.objects.select_related("worker", "decided_by", *_ABOUT)
    return rows.filter(pk=decision_id).first()


def rates_of(agreement_id: int) -> QuerySet[RateCard]:
    """Give the rates of an agreement, proposed and declined ones too, newest first."""
    return (
        RateCard.objects.filter(agreement_id=agreement_id)
        .select_related("function", "proposed_by", "decided_by")
        .order_by("-starts_on", "-pk")
    )


def vat_decisions_of(agreement_id: int) -> QuerySet[VatDecision]:
    """Give what was decided on VAT under an agreement, newest first."""
    return (
        VatDecision.objects.filter(agreement_id=agreement_id)
        .select_related("worker", "proposed_by", "decided_by")
        .order_by("-starts_on", "-pk")
    )
