"""Who may come to HR's desk, and that nothing of another organisation is there."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from factories.identity import make_hr
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.skills.models import Claim
from rondstroom.rooms.skills.states import ClaimState
from rondstroom.web.hr.urls import urlpatterns

OPEN = {"queue"}
BY_CLAIM = {"claim", "claim_take", "claim_confirm", "claim_decline"}
WRITES = {"claim_take", "claim_confirm", "claim_decline"}
ALL = sorted(OPEN | BY_CLAIM)
OUTSIDERS = ["pia", "bas", "coen", "petra", "otto", "niels"]
TOLD = {"reason": "expired", "method": "both"}


def address(name: str, claimed: Claim) -> str:
    return reverse(f"hr:{name}", args=[claimed.pk] if name in BY_CLAIM else [])


def ask(browser: Client, name: str, claimed: Claim, **told: Any) -> Any:
    path = address(name, claimed)
    return browser.post(path, TOLD | told) if name in WRITES else browser.get(path, told)


def test_every_address_is_in_these_tests() -> None:
    assert sorted(str(pattern.name) for pattern in urlpatterns) == ALL


@pytest.mark.parametrize("name", ALL)
def test_a_stranger_goes_to_the_door(name: str, claimed: Claim, stranger: Client) -> None:
    assert "/accounts/login/" in ask(stranger, name, claimed)["Location"]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("who", OUTSIDERS)
def test_who_checks_nothing_reads_why_not(
    name: str, who: str, cast: Cast, claimed: Claim, sign_in: Any
) -> None:
    account = getattr(cast, who)
    answer = ask(sign_in(getattr(account, "account", account)), name, claimed)
    assert answer.status_code == 403
    assert "Deze werkplek is voor wie bewijzen controleert" in answer.content.decode()


@pytest.mark.parametrize("name", sorted(BY_CLAIM))
def test_what_is_of_another_organisation_does_not_exist(
    name: str, cast: Cast, claimed: Claim, sign_in: Any
) -> None:
    molen = sign_in(make_hr(cast.molenpoort, "Mo"))
    assert ask(molen, name, claimed).status_code == 404
    assert Claim.objects.get().state == ClaimState.OPEN
    assert "Injecteren" not in molen.get("/hr/").content.decode()


@pytest.mark.parametrize("name", sorted(WRITES))
def test_writes_do_not_answer_to_a_look(
    name: str, hanna: Account, claimed: Claim, sign_in: Any
) -> None:
    assert sign_in(hanna).get(address(name, claimed)).status_code == 405


def test_hr_starts_at_the_own_desk(hanna: Account, sign_in: Any) -> None:
    assert sign_in(hanna).get("/")["Location"] == "/hr/"
