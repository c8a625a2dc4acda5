"""The work code of a pool at the regional desk, and the distribution over the region."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.demand import make_shift
from factories.identity import make_account, make_role
from factories.moments import MONDAY
from factories.rosters import raw_assignment
from factories.work_codes import make_code
from people import Cast
from rondstroom.rooms.contracts import queries
from rondstroom.rooms.contracts.models import WorkCodeVersion
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations.models import Pool

LIST = "/region/work-codes/"
OUTSIDERS = ["pia", "bas", "petra", "otto", "niels"]
TOLD = {
    "after": "0",
    "starts_on": "2026-11-22",
    "evening_from": "20:00",
    "morning_until": "07:00",
    "notice_days": "21",
    "reference": "map Pool",
}


@pytest.fixture
def path(cast: Cast) -> str:
    """Give the page of the pool."""
    return f"{LIST}{Pool.objects.get().pk}/"


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    """The browser of the coordinator."""
    browser: Client = sign_in(cast.coen)
    return browser


def test_a_pool_gets_a_code_by_two_people(
    coen: Client, cast: Cast, path: str, sign_in: Any
) -> None:
    assert "Er geldt geen werkcode" in text_of(coen.get(LIST))
    assert "21 dagen van tevoren bekend" in text_of(coen.post(path, TOLD, follow=True))
    row = WorkCodeVersion.objects.get()
    other = sign_in(make_role(make_account("Cora"), RoleKind.COORDINATOR, None))
    other.post(f"{LIST}{row.pk}/decide/", {"yes": "yes"})
    assert "Versie 1 geldt sinds 22-11-2026" in text_of(coen.get(LIST))
    found = queries.work_codes_on(MONDAY, [cast.de_linde.pk, cast.zonder_pool.pk])
    assert {one: code.notice_days for one, code in found.items()} == {cast.de_linde.pk: 21}
    assert queries.holding_code(MONDAY, pool_id=Pool.objects.get().pk) == row
    assert coen.post(path, {**TOLD, "notice_days": ""}).status_code == 422
    assert coen.get(f"{LIST}0/").status_code == 404


def test_the_code_of_a_house_is_not_decided_here(coen: Client, cast: Cast) -> None:
    row = make_code(cast.de_linde, approved=False)
    assert coen.post(f"{LIST}{row.pk}/decide/", {"yes": "yes"}).status_code == 404


def test_the_region_is_told_per_organisation(coen: Client, cast: Cast) -> None:
    raw_assignment(cast.niels, make_shift(cast.vlinder))
    raw_assignment(cast.fatima, make_shift(cast.wijkteam))
    page = text_of(coen.get(f"{LIST}shared-out/"))
    assert page.count("minder dan 10") == 2
    assert "Molenpoort" in page
    made = coen.get(f"{LIST}shared-out/", {"format": "csv"})
    assert "De Linde" in made.content.decode("utf-8-sig")


def test_others_do_not_come_here(cast: Cast, path: str, sign_in: Any, stranger: Client) -> None:
    row = make_code(pool=Pool.objects.get(), approved=False)
    for who in OUTSIDERS:
        account = getattr(cast, who)
        client = sign_in(getattr(account, "account", account))
        for address in (LIST, path, f"{LIST}shared-out/"):
            assert client.get(address).status_code == 403
        assert client.post(path, TOLD).status_code == 403
        assert client.post(f"{LIST}{row.pk}/decide/", {"yes": "yes"}).status_code == 403
    assert "/accounts/login/" in stranger.get(LIST)["Location"]
    assert WorkCodeVersion.objects.get().state == "proposed"
