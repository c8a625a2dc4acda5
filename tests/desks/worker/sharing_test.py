"""The worker shares the passport and takes it back; HR there reads exactly that, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.identity import make_hr
from factories.moments import MONDAY
from factories.skills import make_proof
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.skills.models import Proof, Share
from rondstroom.rooms.skills.states import ProofKind

pytestmark = pytest.mark.django_db

HERE = "/worker/proofs/sharing/"


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def wound(cast: Cast) -> Proof:
    return make_proof(
        cast.ruud, ProofKind.SKILL, skill="wond", issuer=cast.molenpoort, reference="W-7731"
    )


@pytest.fixture
def ruud(cast: Cast) -> Account:
    assert cast.ruud.account is not None
    return cast.ruud.account


def told(cast: Cast, *proofs: Proof, through: str = "2026-12-31") -> dict[str, Any]:
    return {
        "organisation": cast.rijnzicht.pk,
        "proofs": [one.pk for one in proofs],
        "through": through,
    }


def test_shared_read_and_taken_back(
    cast: Cast, wound: Proof, ruud: Account, sign_in: SignIn
) -> None:
    worker, hr = sign_in(ruud), sign_in(make_hr(cast.rijnzicht))
    page = text(worker.post(HERE, told(cast, wound), follow=True))
    assert "Rijnzicht ziet precies wat je koos" in page
    assert "Bekwaamheid: Wond" in page.split("Dit deel je nu")[1]
    assert "Ruud" in text(hr.get("/hr/people/")).split("Deelt het paspoort met jullie")[1]
    row = Share.objects.get()
    read = text(hr.get(reverse("hr:shared", args=[row.pk])))
    assert "bekwaamheid: Wond" in read
    assert "gezien bij Molenpoort" in read
    assert "diploma" not in read  # not chosen
    assert "W-7731" not in read
    assert hr.get(reverse("hr:file", args=[cast.ruud.pk])).status_code == 404
    assert "Hanna, Rijnzicht" in text(worker.get("/worker/proofs/"))
    stopped = text(worker.post(reverse("worker:sharing_stop", args=[row.pk]), follow=True))
    assert "Rijnzicht ziet hier niets meer van" in stopped
    assert "Rijnzicht: bekwaamheid: Wond" in stopped.split("Eerder gedeeld")[1]
    assert hr.get(reverse("hr:shared", args=[row.pk])).status_code == 404
    assert "Ruud" not in text(hr.get("/hr/people/"))


def test_over_is_over_by_itself(
    cast: Cast, wound: Proof, ruud: Account, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    hr = sign_in(make_hr(cast.rijnzicht))
    sign_in(ruud).post(HERE, told(cast, wound, through="2026-11-22"))
    address = reverse("hr:shared", args=[Share.objects.get().pk])
    assert hr.get(address).status_code == 200
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: MONDAY)
    assert hr.get(address).status_code == 404
    assert "Eerder gedeeld" in text(sign_in(ruud).get(HERE))


def test_only_the_own_is_shared_and_stopped(
    cast: Cast, wound: Proof, ruud: Account, sign_in: SignIn
) -> None:
    worker = sign_in(ruud)
    hers = make_proof(cast.sanne, ProofKind.SKILL, skill="wond")
    assert worker.post(HERE, told(cast, hers)).status_code == 422
    own_house = told(cast, wound) | {"organisation": cast.molenpoort.pk}
    assert worker.post(HERE, own_house).status_code == 422
    assert worker.post(HERE, told(cast, wound, through="2028-01-01")).status_code == 422
    assert not Share.objects.exists()
    worker.post(HERE, told(cast, wound))
    address = reverse("worker:sharing_stop", args=[Share.objects.get().pk])
    assert cast.sanne.account is not None
    assert sign_in(cast.sanne.account).post(address).status_code == 404
    assert worker.get(address).status_code == 405
    assert Share.objects.get().ended_at is None


def test_outsiders(cast: Cast, sign_in: SignIn, stranger: Any) -> None:
    assert "/accounts/login/" in stranger.get(HERE)["Location"]
    for one in (cast.pia, cast.otto, make_hr(cast.de_linde)):
        assert sign_in(one).get(HERE).status_code == 403


@pytest.mark.parametrize("proof", ["", "x", "0", "9" * 20, "-1"])
def test_what_is_no_own_proof_is_refused_in_words(
    proof: str, cast: Cast, wound: Proof, ruud: Account, sign_in: SignIn
) -> None:
    answer = sign_in(ruud).post(HERE, {**told(cast), "proofs": [wound.pk, proof]})
    assert answer.status_code == 422
    assert "Kies minstens één bewijs van jezelf dat nog telt." in text(answer)
    assert not Share.objects.exists()
