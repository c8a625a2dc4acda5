"""Who may come to the regional desk: its coordinator, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from factories.identity import make_account, make_role
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.web.coordinator.urls import urlpatterns

PAGES = {
    "picture": "/region/",
    "open": "/region/open/",
    "people": "/region/people/",
    "more_hours": "/region/more-hours/",
    "lending": "/region/lending/",
    "pool": "/region/pool/",
    "waiting": "/region/waiting/",
    "arrangements": "/region/arrangements/",
    "vacancies": "/region/vacancies/",
    "work_codes": "/region/work-codes/",
    "shared_out": "/region/work-codes/shared-out/",
}
ABOUT_SOMEBODY = {"fits", "combination", "job", "plan", "run", "run_stop", "arrangement", "council"}
ABOUT_SOMEBODY |= {"work_code", "work_code_decide"}
"""Tried in people_test.py, combination_test.py, vacancies_test.py, planning_test.py and
arranging_test.py, beside what is seen there."""
FILTERED = ["picture", "open", "people"]
OUTSIDERS = ["pia", "bas", "petra", "otto", "niels"]


def account_of(cast: Cast, who: str) -> Any:
    found = getattr(cast, who)
    return getattr(found, "account", found)


def test_every_address_is_in_these_tests() -> None:
    assert {str(pattern.name) for pattern in urlpatterns} == {*PAGES, *ABOUT_SOMEBODY}


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_goes_to_the_door(name: str, cast: Cast, stranger: Client) -> None:
    assert "/accounts/login/" in stranger.get(PAGES[name]).headers["Location"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", OUTSIDERS)
def test_who_does_not_coordinate_reads_why_not(
    name: str, who: str, cast: Cast, sign_in: Any
) -> None:
    answer = sign_in(account_of(cast, who)).get(PAGES[name])
    assert answer.status_code == 403
    assert "Deze werkplek is voor de regiocoördinator" in answer.content.decode()


@pytest.mark.parametrize("kind", [RoleKind.ADMINISTRATOR, RoleKind.FINANCE, RoleKind.BOARD])
def test_other_roles_for_the_whole_region_do_not_coordinate(
    kind: RoleKind, cast: Cast, sign_in: Any
) -> None:
    account = make_role(make_account("Femke"), kind, None)
    assert sign_in(account).get("/region/").status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_the_coordinator_only_looks_and_comes_in(name: str, cast: Cast, sign_in: Any) -> None:
    browser = sign_in(cast.coen)
    assert browser.get(PAGES[name]).status_code == 200
    assert browser.post(PAGES[name]).status_code == 405


@pytest.mark.parametrize("name", FILTERED)
@pytest.mark.parametrize("asked", [{"organisation": "x"}, {"function": "onzin"}])
def test_what_does_not_exist_is_not_found(
    name: str, asked: dict[str, str], cast: Cast, sign_in: Any
) -> None:
    assert sign_in(cast.coen).get(PAGES[name], asked).status_code == 404


def test_the_front_door_leads_there(cast: Cast, sign_in: Any) -> None:
    assert sign_in(cast.coen).get("/").headers["Location"] == "/region/"
