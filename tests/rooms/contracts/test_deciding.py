"""Two people decide on agreements, rates and VAT: once, never the same person, in the journal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.contracts import (
    WORKED_EXAMPLE,
    make_agreement,
    make_finance,
    make_rate,
    make_supplier,
    make_supplier_agreement,
    make_vat,
    second,
)
from factories.identity import signed
from factories.moments import NOW, SINCE
from factories.people import make_engagement, make_worker
from flexpool.contracts.price import PriceTerms
from flexpool.contracts.vat.grounds import Ground
from people import Cast
from rondstroom.rooms.contracts import actions, permissions, queries
from rondstroom.rooms.contracts.models import LendingAgreement, RateCard, VatDecision
from rondstroom.rooms.contracts.states import (
    AgreementState,
    Basis,
    RateKind,
    RateState,
    SupplierKind,
    VatState,
)
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people.states import EngagementForm

pytestmark = pytest.mark.django_db


def propose(cast: Cast, **fields: Any) -> LendingAgreement:
    told: dict[str, Any] = {
        "lender": cast.molenpoort,
        "borrower": cast.de_linde,
        "basis": Basis.COLLEGIAL,
        "proposing": cast.molenpoort,
        "agreed": actions.Agreed(starts_on=SINCE, for_own_enterprise=True),
        **fields,
    }
    return actions.propose_agreement(**told, **signed())


def test_both_sides_read_what_happened(cast: Cast) -> None:
    agreement = propose(cast)
    actions.sign_agreement(agreement=agreement, by=cast.petra, at=NOW)
    make_rate(agreement)
    for side in (cast.molenpoort, cast.de_linde):
        events = {line.event for line in journal.entries_of_organisation(side.pk)}
        assert {"contracts.agreement.proposed", "contracts.agreement.signed"} <= events
        assert {"contracts.rate.proposed", "contracts.rate.approved"} <= events
    told = str([line.data for line in journal.entries_of_organisation(cast.de_linde.pk)])
    assert "2200" not in told


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"basis": Basis.AGENCY}, "leverancier"),
        ({"agreed": actions.Agreed(starts_on=SINCE)}, "eigen werk"),
        (
            {"agreed": actions.Agreed(starts_on=SINCE, ends_on=SINCE, for_own_enterprise=True)},
            "latere laatste dag",
        ),
        (
            {
                "agreed": actions.Agreed(
                    starts_on=SINCE, reference="x" * 200, for_own_enterprise=True
                )
            },
            "te lang",
        ),
    ],
)
def test_what_cannot_be_agreed_is_refused(fields: dict[str, Any], words: str, cast: Cast) -> None:
    with pytest.raises(actions.UnableToAgree, match=words):
        propose(cast, **fields)
    assert not LendingAgreement.objects.exists()


def test_only_two_different_sides_agree(cast: Cast) -> None:
    with pytest.raises(actions.UnableToAgree, match="zichzelf"):
        propose(cast, lender=cast.de_linde, proposing=cast.de_linde)
    with pytest.raises(actions.UnableToAgree, match="Alleen uitlener"):
        propose(cast, proposing=cast.rijnzicht)


def test_who_proposes_does_not_sign_and_one_decides_once(cast: Cast) -> None:
    agreement = propose(cast)
    with pytest.raises(actions.UnableToAgree, match="andere kant"):
        actions.sign_agreement(agreement=agreement, **signed())
    actions.decline_agreement(agreement=agreement, by=cast.petra, at=NOW)
    for decide in (actions.sign_agreement, actions.decline_agreement):
        with pytest.raises(actions.UnableToAgree, match="al beslist"):
            decide(agreement=agreement, by=cast.petra, at=NOW)
    assert agreement.state == AgreementState.DECLINED
    with pytest.raises(actions.UnableToAgree, match="niet eindigen"):
        actions.end_agreement(agreement=agreement, ends_on=SINCE, **signed())


def test_the_other_side_signs(cast: Cast) -> None:
    agreement = propose(cast)
    own = make_finance(cast.molenpoort, "Mo")
    assert permissions.may_decide_agreement(cast.petra, agreement)
    assert not permissions.may_decide_agreement(own, agreement)
    assert permissions.may_see_agreement(own, agreement)
    for stranger in (cast.pia, cast.bas, cast.coen, cast.otto, cast.niels.account):
        assert not permissions.may_see_agreement(stranger, agreement)  # type: ignore[arg-type]
        assert not permissions.may_decide_agreement(stranger, agreement)  # type: ignore[arg-type]
        assert not permissions.may_propose(stranger, cast.de_linde.pk)  # type: ignore[arg-type]


def test_a_rate_needs_four_eyes(cast: Cast) -> None:
    card = make_rate(make_agreement(), approved=False)
    with pytest.raises(actions.UnableToSetRate, match="zelf voorgesteld"):
        actions.approve_rate(card=card, **signed())
    assert permissions.may_decide_rate(cast.petra, card)
    assert not permissions.may_decide_rate(card.proposed_by, card)
    assert not permissions.may_decide_rate(cast.bas, card)
    actions.approve_rate(card=card, by=cast.petra, at=NOW)
    assert card.state == RateState.APPROVED
    with pytest.raises(actions.UnableToSetRate, match="al beslist"):
        actions.decline_rate(card=card, by=cast.petra, at=NOW)


def test_the_database_itself_asks_four_eyes(cast: Cast) -> None:
    card = make_rate(make_agreement(), approved=False)
    decision = make_vat(card.agreement, approved=False)
    machine = signed()["by"]
    with pytest.raises(IntegrityError), transaction.atomic():
        RateCard.objects.filter(pk=card.pk).update(state=RateState.APPROVED, decided_by=machine)
    with pytest.raises(IntegrityError), transaction.atomic():
        RateCard.objects.filter(pk=card.pk).update(state=RateState.APPROVED)
    for state in (VatState.TO_CONFIRM, VatState.CONFIRMED):
        with pytest.raises(IntegrityError), transaction.atomic():
            VatDecision.objects.filter(pk=decision.pk).update(state=state, decided_by=machine)
    with pytest.raises(IntegrityError), transaction.atomic():
        VatDecision.objects.filter(pk=decision.pk).update(
            state=VatState.CONFIRMED, decided_by=cast.petra
        )


def test_two_rates_do_not_begin_on_one_day(cast: Cast) -> None:
    agreement = make_agreement()
    make_rate(agreement, "VIG")
    make_rate(agreement)
    again = make_rate(agreement, approved=False)
    with pytest.raises(actions.UnableToSetRate, match="al een ander tarief"):
        actions.approve_rate(card=again, **second(cast.de_linde))
    actions.decline_rate(card=again, **signed())
    assert [card.state for card in queries.rates_of(agreement.pk)] == [
        RateState.DECLINED,
        RateState.APPROVED,
        RateState.APPROVED,
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"terms": PriceTerms(hour_cents=4_99)}, "kan niet"),
        ({"terms": PriceTerms(hour_cents=300_01)}, "kan niet"),
        ({"starts_on": SINCE - timedelta(days=1)}, "geldt de overeenkomst niet"),
        ({"kind": RateKind.AGREED, "terms": WORKED_EXAMPLE}, "geen opslagen"),
        ({"kind": RateKind.AGREED, "terms": PriceTerms(hour_cents=50_00)}, "kostprijs"),
    ],
)
def test_what_is_no_rate_is_refused(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(actions.UnableToSetRate, match=words):
        make_rate(make_agreement(), **fields)


def test_without_documents_or_before_the_first_day_no_ground(cast: Cast) -> None:
    told: dict[str, Any] = {
        "agreement": make_agreement(),
        "ground": Ground.STRUCTURAL,
        "answers": {},
        "starts_on": SINCE,
        **signed(),
    }
    with pytest.raises(actions.UnableToSetVat, match="Zonder stukken"):
        actions.propose_vat(**told, documents=[" "])
    with pytest.raises(actions.UnableToSetVat, match="nog niet"):
        actions.propose_vat(**{**told, "starts_on": SINCE - timedelta(days=1)}, documents=["a"])
    taxed = actions.propose_vat(**{**told, "ground": Ground.TAXED}, documents=[])
    actions.approve_vat(decision=taxed, **second(cast.de_linde))
    assert taxed.state == VatState.CONFIRMED


def test_the_inspectors_answer_needs_a_reference_and_comes_after_approval(cast: Cast) -> None:
    agreement = make_agreement()
    decision = make_vat(agreement, approved=False)
    answer: dict[str, Any] = {"decision": decision, "answered_on": SINCE, **second(cast.de_linde)}
    with pytest.raises(actions.UnableToSetVat, match="al wacht op"):
        actions.confirm_vat(reference="OB 1", **answer)
    with pytest.raises(actions.UnableToSetVat, match="zelf voorgesteld"):
        actions.approve_vat(decision=decision, **signed())
    assert permissions.may_decide_vat(cast.petra, decision)
    assert not permissions.may_decide_vat(decision.proposed_by, decision)
    actions.approve_vat(decision=decision, by=cast.petra, at=NOW)
    with pytest.raises(actions.UnableToSetVat, match="kenmerk"):
        actions.confirm_vat(reference=" ", **answer)
    actions.confirm_vat(reference="OB 1", **answer)
    with pytest.raises(actions.UnableToSetVat, match="al bevestigd"):
        actions.decline_vat(decision=decision, **signed())
    assert [one.state for one in queries.vat_decisions_of(agreement.pk)] == [VatState.CONFIRMED]


def test_an_agreement_is_found_by_both_sides(cast: Cast) -> None:
    agreement = make_agreement(cast.molenpoort, cast.de_linde)
    for side in (cast.molenpoort, cast.de_linde):
        assert list(queries.agreements_of(side.pk)) == [agreement]
    assert not queries.agreements_of(cast.rijnzicht.pk)
    assert queries.agreement(agreement.pk) == agreement
    assert queries.locked_agreement(agreement.pk) == agreement
    assert queries.agreement(0) is None


def test_a_suppliers_file(cast: Cast) -> None:
    supplier = make_supplier(cast.de_linde, chamber_number="1234 5678")
    assert queries.supplier(supplier.pk) == supplier
    assert list(queries.suppliers_of(cast.de_linde.pk)) == [supplier]
    assert not queries.suppliers_of(cast.molenpoort.pk)
    assert supplier.chamber_number == "12345678"
    for name, number, words in [
        (supplier.name, "", "staat al"),
        ("", "", "geen naam"),
        ("Ander", "1234", "acht cijfers"),
        ("A" * 130, "", "te lang"),
    ]:
        with pytest.raises(actions.UnableToKeepSupplier, match=words):
            make_supplier(cast.de_linde, name, chamber_number=number)
    assert permissions.may_see_supplier(cast.petra, supplier)
    assert not permissions.may_see_supplier(cast.bas, supplier)
    with pytest.raises(actions.UnableToAgree, match="kenmerk"):
        make_supplier_agreement(supplier, reference=" ")


def test_a_supplier_belongs_to_the_organisation_that_hires(cast: Cast) -> None:
    hired = make_worker("Zara", team=cast.wijkteam, form=EngagementForm.AGENCY)
    supplier = make_supplier(cast.de_linde, kind=SupplierKind.PAYROLL)
    with pytest.raises(actions.UnableToKeepSupplier, match="niet in het dossier"):
        actions.set_supplier(engagement=hired.engagements.get(), supplier=supplier, **signed())
    here = make_engagement(hired, cast.de_linde, form=EngagementForm.AGENCY)
    for _twice in range(2):
        actions.set_supplier(engagement=here, supplier=supplier, **signed())
    assert here.terms.supplier == supplier
