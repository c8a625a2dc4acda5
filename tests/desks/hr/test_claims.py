"""The queue of claims, and answering one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from desks.hr.conftest import claim_of
from factories.identity import make_hr
from factories.moments import NOW
from factories.skills import make_policy
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Claim, Proof
from rondstroom.rooms.skills.states import ClaimState, ProofKind

pytestmark = pytest.mark.django_db


def state_of(claim: Claim) -> str:
    claim.refresh_from_db()
    return claim.state


def test_the_queue_tells_age_term_and_owner(
    cast: Cast, hanna: Account, claimed: Claim, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = sign_in(hanna)
    page = client.get("/hr/").content.decode()
    assert "bekwaamheid: Injecteren" in page
    assert "Nog niemand doet dit." in page
    assert "zo 29 nov, 12:00" in page
    page = client.post(reverse("hr:claim_take", args=[claimed.pk]), follow=True).content.decode()
    assert "Ik doe dit" not in page
    assert "Hanna doet dit." in client.get("/hr/").content.decode()
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=8))
    assert "1 melding wacht langer dan de termijn." in client.get("/hr/").content.decode()


def test_seen_evidence_becomes_a_proof(
    cast: Cast, hanna: Account, claimed: Claim, sign_in: SignIn
) -> None:
    client, address = sign_in(hanna), reverse("hr:claim_confirm", args=[claimed.pk])
    assert client.post(address, {"method": "raden"}).status_code == 422
    page = client.post(address, {"method": "practice"}, follow=True).content.decode()
    assert "Opgeschreven: je hebt het bewijs van Niels gezien." in page
    assert "Iedereen die iets meldde, heeft antwoord." in page
    proof = Proof.objects.get(kind=ProofKind.SKILL, worker=cast.niels)
    assert (proof.method, proof.seen_by, proof.issuer) == ("practice", "Hanna", cast.de_linde)
    again = client.post(address, {"method": "practice"}, follow=True).content.decode()
    assert "Hierop is al geantwoord: gecontroleerd." in again
    assert "Beantwoord" in again


def test_a_no_asks_a_reason_that_the_worker_reads(
    cast: Cast, hanna: Account, claimed: Claim, sign_in: SignIn
) -> None:
    client, address = sign_in(hanna), reverse("hr:claim_decline", args=[claimed.pk])
    assert client.post(address, {"reason": "ik weet het niet"}).status_code == 422
    assert state_of(claimed) == ClaimState.OPEN
    client.post(address, {"reason": "expired"})
    assert state_of(claimed) == ClaimState.DECLINED
    niels = sign_in(cast.niels.account)
    told = messages.inbox(cast.niels.account).get()
    page = niels.get(reverse("inbox:message", args=[told.pk])).content.decode()
    assert 'href="/worker/proofs/claims/"' in page
    assert "Reden: verlopen." in niels.get("/worker/proofs/claims/").content.decode()


def test_four_eyes_are_two_people(
    cast: Cast, hanna: Account, claimed: Claim, sign_in: SignIn
) -> None:
    make_policy(cast.de_linde, four_eyes=[ProofKind.SKILL])
    address = reverse("hr:claim_confirm", args=[claimed.pk])
    client = sign_in(hanna)
    assert "twee mensen" in client.get(reverse("hr:claim", args=[claimed.pk])).content.decode()
    client.post(address, {"method": "both"})
    assert "Hanna keek al" in client.get("/hr/").content.decode()
    assert "Jij keek al." in client.get(reverse("hr:claim", args=[claimed.pk])).content.decode()
    refused = client.post(address, {"method": "both"}, follow=True).content.decode()
    assert "Vraag een collega om de tweede controle" in refused
    sign_in(make_hr(cast.de_linde, "Hugo")).post(address, {"method": "both"})
    assert state_of(claimed) == ClaimState.CONFIRMED


def test_a_number_of_the_register_is_compared_by_name(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    one = claim_of(cast, kind=ProofKind.REGISTER, skill=None, reference="00012345678")
    client = sign_in(hanna)
    page = client.get(reverse("hr:claim", args=[one.pk])).content.decode()
    assert "vergelijk de naam" in page
    assert "Hoe is het getoetst" not in page
    client.post(reverse("hr:claim_confirm", args=[one.pk]))
    [number] = queries.register_numbers([cast.niels.pk])
    assert number.number == "00012345678"


def test_nobody_answers_the_own_claim(cast: Cast, sign_in: SignIn) -> None:
    own = cast.niels.account
    assert own is not None
    row = claim_of(cast)
    actions.take_claim(claim=row, by=own, at=NOW)
    make_hr_of = make_hr(cast.de_linde, "Hiske")
    Claim.objects.filter(pk=row.pk).update(worker=cast.sanne)
    cast.sanne.account = make_hr_of
    cast.sanne.save()
    client = sign_in(make_hr_of)
    assert "je eigen melding" in client.get(reverse("hr:claim", args=[row.pk])).content.decode()
    told = client.post(reverse("hr:claim_decline", args=[row.pk]), {"reason": "expired"})
    assert told.status_code == 404
    assert state_of(row) == ClaimState.OPEN
