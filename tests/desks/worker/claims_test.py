"""A worker claims what can be shown, reads the answer, and takes a claim back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.moments import NOW, SINCE
from factories.skills import make_function, make_skill
from people import Cast
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Claim
from rondstroom.rooms.skills.states import ClaimState

pytestmark = pytest.mark.django_db


def told(cast: Cast, **changes: Any) -> dict[str, Any]:
    return {"organisation": cast.de_linde.pk, "valid_from": SINCE.isoformat(), **changes}


def test_a_competence_is_claimed_and_taken_back(cast: Cast, sign_in: SignIn) -> None:
    client, skill = sign_in(cast.niels.account), make_skill()
    assert "Iets nieuws melden" in client.get("/worker/proofs/claims/").content.decode()
    page = client.get(f"/worker/proofs/claims/new/skill/?skill={skill.pk}").content.decode()
    assert f'value="{skill.pk}" selected' in page
    assert "Functie" not in page
    answer = client.post(
        "/worker/proofs/claims/new/skill/", told(cast, skill=skill.pk), follow=True
    )
    page = answer.content.decode()
    assert "De Linde antwoordt uiterlijk 29-11-2026" in page
    assert "wacht op controle" in page
    one = Claim.objects.get()
    assert (one.worker, one.skill) == (cast.niels, skill)
    page = client.post(reverse("worker:claim_withdraw", args=[one.pk]), follow=True)
    assert "Ingetrokken." in page.content.decode()
    page = client.post(reverse("worker:claim_withdraw", args=[one.pk]), follow=True)
    assert "Hierop is al geantwoord: ingetrokken." in page.content.decode()


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("register", {"reference": "123"}, "elf cijfers"),
        ("conduct", {"valid_through": "2025-01-01"}, "De laatste dag ligt voor de eerste"),
        ("diploma", {}, "Dit veld is verplicht"),
    ],
)
def test_what_cannot_be_looked_at_says_why(
    kind: str, more: dict[str, str], words: str, cast: Cast, sign_in: SignIn
) -> None:
    path = f"/worker/proofs/claims/new/{kind}/"
    answer = sign_in(cast.niels.account).post(path, told(cast, **more))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Claim.objects.exists()


def test_only_where_one_works_or_wants_to(cast: Cast, sign_in: SignIn) -> None:
    ruud = sign_in(cast.ruud.account)
    page = ruud.get("/worker/proofs/claims/new/diploma/").content.decode()
    assert "Molenpoort" in page
    assert "De Linde" in page
    assert "Rijnzicht" not in page
    more = told(cast, organisation=cast.rijnzicht.pk, function=make_function("VIG").pk)
    assert ruud.post("/worker/proofs/claims/new/diploma/", more).status_code == 422


@pytest.mark.parametrize("kind", ["identity", "past_work", "onzin"])
def test_what_hr_asks_for_itself_cannot_be_claimed(kind: str, cast: Cast, sign_in: SignIn) -> None:
    path = f"/worker/proofs/claims/new/{kind}/"
    assert sign_in(cast.niels.account).get(path).status_code == 404


def test_a_claim_of_somebody_else_does_not_exist(cast: Cast, sign_in: SignIn) -> None:
    niels = sign_in(cast.niels.account)
    niels.post("/worker/proofs/claims/new/skill/", told(cast, skill=make_skill().pk))
    one = Claim.objects.get()
    other = sign_in(cast.sanne.account)
    assert other.post(reverse("worker:claim_withdraw", args=[one.pk])).status_code == 404
    assert "Injecteren" not in other.get("/worker/proofs/claims/").content.decode()
    one.refresh_from_db()
    assert one.state == ClaimState.OPEN


@pytest.mark.parametrize("path", ["/worker/proofs/claims/", "/worker/proofs/claims/new/skill/"])
def test_the_desk_is_for_workers(path: str, cast: Cast, sign_in: SignIn, stranger: Any) -> None:
    assert sign_in(cast.pia).get(path).status_code == 403
    assert "/accounts/login/" in stranger.get(path)["Location"]


def test_a_late_answer_says_whom_to_ask(
    cast: Cast, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    niels = sign_in(cast.niels.account)
    niels.post("/worker/proofs/claims/new/skill/", told(cast, skill=make_skill().pk))
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=8))
    page = niels.get("/worker/proofs/claims/").content.decode()
    assert "Je had zo 29 nov, 12:00 antwoord moeten hebben." in page
    assert queries.claims_of_worker(cast.niels.pk).count() == 1
