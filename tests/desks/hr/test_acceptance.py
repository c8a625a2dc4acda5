"""What an organisation takes over from others: decided, seen, ended."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.identity import make_hr
from factories.organisations import make_arrangement
from factories.skills import make_skill
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations.models import Pool
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Acceptance

pytestmark = pytest.mark.django_db
SINCE = {"starts_on": "2026-11-22"}


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_of_whom_what_and_how_old(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    client = sign_in(hanna)
    assert "hoogstens 3 maanden oud" in text(client.get("/hr/acceptance/"))
    told = {"kind": "skill", "skill": make_skill().pk, "issuer": cast.molenpoort.pk, **SINCE}
    page = text(client.post("/hr/acceptance/", {**told, "max_age_months": "12"}, follow=True))
    assert "gezien door Molenpoort, hoogstens 12 maanden oud" in page
    row = Acceptance.objects.get()
    assert (row.organisation, row.decided_by) == (cast.de_linde, "Hanna")
    page = text(client.post(reverse("hr:acceptance_end", args=[row.pk]), follow=True))
    assert "Jullie nemen dit niet meer over" in page
    assert not queries.acceptances_of(cast.de_linde.pk).exists()


def test_the_decision_on_a_vog_replaces_the_law_and_says_so(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    told = {"kind": "conduct", "max_age_months": "6", **SINCE}
    page = text(sign_in(hanna).post("/hr/acceptance/", told, follow=True))
    assert "geldt jullie besluit hieronder" in page


@pytest.fixture(autouse=True)
def undecided(cast: Cast) -> None:
    """Let nobody have decided anything yet."""
    Acceptance.objects.all().delete()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"kind": "agreement"}, "agreement"),
        ({"kind": "conduct", "max_age_months": "0"}, "max_age_months_error"),
    ],
)
def test_what_is_never_taken_over(
    told: dict[str, str], words: str, cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    answer = sign_in(hanna).post("/hr/acceptance/", told | SINCE)
    assert answer.status_code == 422
    assert words in text(answer)
    assert not Acceptance.objects.exists()


def test_a_competence_belongs_to_a_competence(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    told = {"kind": "conduct", "skill": make_skill().pk, **SINCE}
    answer = sign_in(hanna).post("/hr/acceptance/", told)
    assert "hoort alleen bij het soort bekwaamheid" in text(answer)


def test_only_partners_are_taken_over_from(cast: Cast, hanna: Account, sign_in: SignIn) -> None:
    told = {"kind": "skill", "issuer": cast.zonder_pool.pk, **SINCE}
    assert sign_in(hanna).post("/hr/acceptance/", told).status_code == 422
    page = text(sign_in(make_hr(cast.rijnzicht, "Rita")).get("/hr/acceptance/"))
    assert "hoogstens 3 maanden" not in page  # a hospital has no such term in law


def test_an_arrangement_without_evidence_is_said(
    cast: Cast, hanna: Account, sign_in: SignIn
) -> None:
    client = sign_in(hanna)
    assert "laat nu niet toe" not in text(client.get("/hr/acceptance/"))
    make_arrangement(Pool.objects.get())
    page = text(client.get("/hr/acceptance/"))
    assert "laat nu niet toe" in page
    assert "Molenpoort</option>" not in page
