"""Who may come to the finance desk, and that nothing of another organisation is there."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from desks.finance.contracts_test import ALL as CONTRACTS
from desks.finance.obligations_test import ALL as OBLIGATIONS
from desks.finance.settlement_test import ALL as SETTLEMENT
from desks.finance.staffing_test import PAGES as STAFFING
from factories.identity import make_account, make_role
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.organisations import permissions
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.web.finance.estimate import example_figures
from rondstroom.web.finance.urls import urlpatterns

PAGES = {
    "costs": "/finance/",
    "export": "/finance/export/",
    "function": "/finance/functions/VIG/",
    **STAFFING,
}
OUTSIDERS = ["pia", "bas", "coen", "otto", "niels"]


def account_of(cast: Cast, who: str) -> Any:
    found = getattr(cast, who)
    return getattr(found, "account", found)


def test_every_address_is_in_these_tests() -> None:
    named = {str(pattern.name) for pattern in urlpatterns}
    elsewhere = {
        name
        for name in named
        if name.startswith(("settlement", "invoice", "contract", "obligation", "deadlines"))
    }
    assert elsewhere == set(SETTLEMENT) | set(CONTRACTS) | set(OBLIGATIONS)
    assert named - elsewhere == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_goes_to_the_door(name: str, cast: Cast, stranger: Client) -> None:
    assert "/accounts/login/" in stranger.get(PAGES[name]).headers["Location"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", OUTSIDERS)
def test_who_does_not_do_finance_reads_why_not(
    name: str, who: str, cast: Cast, sign_in: Any
) -> None:
    answer = sign_in(account_of(cast, who)).get(PAGES[name])
    assert answer.status_code == 403
    assert "Deze werkplek is voor wie over het geld gaat" in answer.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_another_organisation_does_not_exist(name: str, cast: Cast, sign_in: Any) -> None:
    browser = sign_in(cast.petra)
    assert browser.get(PAGES[name], {"organisation": cast.molenpoort.pk}).status_code == 404
    assert browser.get(PAGES[name], {"organisation": "x"}).status_code == 404


def test_figures_of_another_organisation_are_not_changed(cast: Cast, sign_in: Any) -> None:
    told = {**example_figures(), "organisation": cast.molenpoort.pk}
    assert sign_in(cast.petra).post(PAGES["function"], told).status_code == 404
    assert sign_in(cast.bas).post(PAGES["function"], told).status_code == 403
    assert not organisations.cost_estimates_of(cast.molenpoort.pk)


def test_a_function_that_is_not_there_is_not_found(cast: Cast, sign_in: Any) -> None:
    assert sign_in(cast.petra).get("/finance/functions/onzin/").status_code == 404


@pytest.mark.parametrize("name", ["costs", "export", *STAFFING])
def test_looking_is_all_one_can_do_there(name: str, cast: Cast, sign_in: Any) -> None:
    assert sign_in(cast.petra).post(PAGES[name]).status_code == 405


def test_region_wide_finance_chooses_among_all(cast: Cast, sign_in: Any) -> None:
    account = make_role(make_account("Femke"), RoleKind.FINANCE, None)
    page = sign_in(account).get("/finance/").content.decode()
    assert all(name in page for name in ("De Linde", "Molenpoort", "Rijnzicht"))


@pytest.mark.parametrize("who", OUTSIDERS)
def test_costs_are_seen_by_finance_of_that_organisation_only(who: str, cast: Cast) -> None:
    assert permissions.may_see_costs(cast.petra, cast.de_linde.pk)
    assert not permissions.may_see_costs(cast.petra, cast.molenpoort.pk)
    assert not permissions.may_see_costs(account_of(cast, who), cast.de_linde.pk)
