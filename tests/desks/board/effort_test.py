"""The board reads what filling shifts takes: figures of its own organisation, and no names."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from factories.demand import make_shift
from factories.identity import make_account, make_role, signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.states import Source
from rondstroom.rooms.organisations import permissions
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.states import WentTo
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.web.board.urls import urlpatterns

PAGES = {"effort": "/board/", "flow": "/board/flow/"}


@pytest.fixture
def filled(cast: Cast) -> None:
    """Let Pia fill a shift in two actions, three minutes apart."""
    shift = make_shift(cast.vlinder, places=2)
    for number in range(2):
        worker = make_worker(f"Tess {number}", team=cast.vlinder)
        at = NOW + timedelta(minutes=3 * number + 1)
        rosters.assign(worker=worker, shift=shift, by=cast.pia, at=at)


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_every_address_is_in_these_tests() -> None:
    assert {str(pattern.name) for pattern in urlpatterns} == set(PAGES)


@pytest.mark.parametrize("path", PAGES.values())
@pytest.mark.parametrize("who", ["pia", "coen", "petra", "otto", "niels"])
def test_who_is_not_of_the_board_reads_why_not(
    path: str, who: str, cast: Cast, sign_in: Any
) -> None:
    found = getattr(cast, who)
    answer = sign_in(getattr(found, "account", found)).get(path)
    assert answer.status_code == 403
    assert "Deze werkplek is voor het bestuur" in words(answer)


@pytest.mark.parametrize("path", PAGES.values())
def test_a_stranger_goes_to_the_door(path: str, cast: Cast, stranger: Client) -> None:
    assert "/accounts/login/" in stranger.get(path).headers["Location"]


def test_the_board_starts_here_and_reads_the_figures(
    cast: Cast, sign_in: Any, filled: None
) -> None:
    board = sign_in(make_role(make_account("Bo"), RoleKind.BOARD, cast.de_linde))
    assert board.get("/").headers["Location"] == "/board/"
    page = words(board.get("/board/"))
    assert "1 van 1" in page
    assert "Van 50 % van de handelingen is geen tijd bekend" in page
    assert "Tess" not in page
    assert "Pia" not in page


def test_another_organisation_does_not_exist_for_one_board(cast: Cast, sign_in: Any) -> None:
    board = sign_in(make_role(make_account("Bo"), RoleKind.BOARD, cast.molenpoort))
    assert "De Linde" not in words(board.get("/board/"))
    assert board.get("/board/", {"organisation": cast.de_linde.pk}).status_code == 404


def test_the_board_of_the_region_chooses_among_all(cast: Cast, sign_in: Any) -> None:
    board = sign_in(make_role(make_account("Bo"), RoleKind.BOARD, None))
    page = words(board.get("/board/", {"organisation": cast.molenpoort.pk}))
    assert "De Linde" in page
    assert "Nog geen open diensten die gevuld zijn" in page
    assert board.post("/board/").status_code == 405


def test_the_planner_sees_the_same_of_the_own_organisation(
    cast: Cast, sign_in: Any, filled: None
) -> None:
    page = words(sign_in(cast.pia).get("/planner/effort/"))
    assert "Doel: hoogstens 3 handelingen per dienst" in page
    assert "1 van 1" in page
    assert "1 van 1" not in words(sign_in(cast.bas).get("/planner/effort/"))
    asked = {"organisation": cast.de_linde.pk}
    assert sign_in(cast.bas).get("/planner/effort/", asked).status_code == 404


def test_what_one_form_does_to_many_shifts_is_one_action(
    cast: Cast, sign_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock runs on while a form is worked off: the log still knows one moment."""
    shifts = [make_shift(cast.vlinder, day=MONDAY + timedelta(days=3 * n)) for n in range(3)]
    for number, shift in enumerate(shifts):
        tess = make_worker(f"Tess {number}", team=cast.vlinder)
        matching.sign_up(worker=tess, shift=shift, by=tess.account, at=NOW)
    ticking = itertools.count(1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(seconds=next(ticking)))
    marks = [f"give:{row.pk}" for row in queries.requests_waiting(cast.de_linde.pk)]
    assert len(marks) == 3
    sign_in(cast.pia).post("/planner/solve/", {"line": marks})
    own = queries.effort_of(cast.de_linde.pk, NOW, NOW + timedelta(weeks=4))[Source.OWN]
    assert (own.shifts, own.spent.actions) == (3, 1)


def test_minutes_that_nobody_knows_are_no_zero(cast: Cast, sign_in: Any) -> None:
    shift = make_shift(cast.vlinder)
    at = NOW + timedelta(minutes=1)
    worker = make_worker("Tess", team=cast.vlinder)
    rosters.assign(worker=worker, shift=shift, by=cast.pia, at=at)
    assert "onbekend" in words(sign_in(cast.pia).get("/planner/effort/"))


def test_may_see_figures_asks_for_the_board_of_that_organisation(cast: Cast) -> None:
    own = make_role(make_account("Bo"), RoleKind.BOARD, cast.de_linde)
    region = make_role(make_account("Bea"), RoleKind.BOARD, None)
    assert permissions.may_see_figures(own, cast.de_linde.pk)
    assert not permissions.may_see_figures(own, cast.molenpoort.pk)
    assert permissions.may_see_figures(region, cast.molenpoort.pk)
    for account in (cast.pia, cast.coen, cast.petra, cast.otto):
        assert not permissions.may_see_figures(account, cast.de_linde.pk)


def test_where_one_person_went_is_not_on_the_page(cast: Cast, sign_in: Any) -> None:
    board = sign_in(make_role(make_account("Bo"), RoleKind.BOARD, cast.molenpoort))
    assert "In het laatste jaar ging niemand uit de pool." in words(board.get(PAGES["flow"]))
    first = NOW.date() - timedelta(days=300)
    term = people.begin_pool_term(
        worker=cast.ruud, organisation=cast.molenpoort, starts_on=first, ends_on=None, **signed()
    )
    gone = {"left_on": NOW.date(), "went_to": WentTo.EMPLOYER, "employer": cast.de_linde}
    people.leave_pool(term=term, **gone, **signed())
    page = words(board.get(PAGES["flow"]))
    assert "Waar minder dan tien mensen naartoe gingen, tonen we niet apart." in page
    assert "De Linde" not in page
    assert "Daarvan in dienst" not in page
    assert "<table>" not in page
