"""Many decide at the same moment: one decision stands; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factories.contracts import make_agreement, make_finance, make_rate, make_supplier, make_vat
from factories.identity import signed
from factories.moments import NOW, SINCE
from factories.organisations import make_organisation
from factories.races import race
from rondstroom.rooms.contracts import actions, queries
from rondstroom.rooms.contracts.models import LendingAgreement, RateCard, Supplier, VatDecision
from rondstroom.rooms.contracts.states import AgreementState, RateState, VatState
from rondstroom.rooms.identity.models import Account

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

MANY = 8


def deciders() -> list[Account]:
    """Give many who may decide for De Linde."""
    borrower = make_organisation("De Linde")
    return [make_finance(borrower, f"Fin{number}") for number in range(MANY)]


def outcomes(writers: list[Callable[[], Any]]) -> list[str]:
    """Let all go at once; give the kinds of answers, sorted."""
    return sorted(type(one).__name__ for one in race(writers).answers)


def test_an_agreement_is_signed_once() -> None:
    agreement = make_agreement(signed_by_both=False)
    found = outcomes(
        [
            lambda who=who: actions.sign_agreement(
                agreement=LendingAgreement.objects.get(pk=agreement.pk), by=who, at=NOW
            )
            for who in deciders()
        ]
    )
    assert found == ["NoneType"] + ["UnableToAgree"] * (MANY - 1)
    kept = queries.agreement(agreement.pk)
    assert kept is not None and kept.state == AgreementState.ACTIVE


def test_a_rate_is_approved_or_declined_once() -> None:
    card = make_rate(make_agreement(), approved=False)
    ways = [actions.approve_rate, actions.decline_rate] * (MANY // 2)
    found = outcomes(
        [
            lambda who=who, way=way: way(card=RateCard.objects.get(pk=card.pk), by=who, at=NOW)
            for who, way in zip(deciders(), ways, strict=True)
        ]
    )
    assert found == ["NoneType"] + ["UnableToSetRate"] * (MANY - 1)
    assert RateCard.objects.get(pk=card.pk).state != RateState.PROPOSED


def test_of_two_rates_for_the_same_day_one_holds() -> None:
    agreement = make_agreement()
    cards = [make_rate(agreement, approved=False) for _number in range(MANY)]
    found = outcomes(
        [
            lambda who=who, card=card: actions.approve_rate(card=card, by=who, at=NOW)
            for who, card in zip(deciders(), cards, strict=True)
        ]
    )
    assert found == ["NoneType"] + ["UnableToSetRate"] * (MANY - 1)
    assert RateCard.objects.filter(state=RateState.APPROVED).count() == 1


def test_a_vat_ground_is_decided_once() -> None:
    decision = make_vat(make_agreement(), approved=False)
    found = outcomes(
        [
            lambda who=who: actions.approve_vat(
                decision=VatDecision.objects.get(pk=decision.pk), by=who, at=NOW
            )
            for who in deciders()
        ]
    )
    assert found == ["NoneType"] + ["UnableToSetVat"] * (MANY - 1)
    kept = VatDecision.objects.get(pk=decision.pk)
    assert kept.state == VatState.TO_CONFIRM and kept.decided_by_id != kept.proposed_by_id
    actions.confirm_vat(decision=kept, reference="OB 1", answered_on=SINCE, **signed())
    assert VatDecision.objects.get(pk=decision.pk).state == VatState.CONFIRMED


def test_a_supplier_is_added_once() -> None:
    borrower = make_organisation("De Linde")
    told = signed()
    found = outcomes(
        [
            lambda: actions.add_supplier(
                organisation=borrower, name="Zonzicht", kind=make_kind(), **told
            )
            for _number in range(MANY)
        ]
    )
    assert found == ["Supplier"] + ["UnableToKeepSupplier"] * (MANY - 1)
    assert Supplier.objects.count() == 1
    assert make_supplier(borrower, "Ander").pk


def make_kind() -> Any:
    """Give the kind of supplier of these tests."""
    return Supplier._meta.get_field("kind").choices[0][0]  # type: ignore[index]
