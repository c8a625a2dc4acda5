"""The frame: who sees which navigation, and the pages that say no."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory

from factories.identity import make_account, make_role
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.web.components.guard import found, requires


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_a_worker_sees_the_worker_s_links(cast: Cast, sign_in: Any) -> None:
    page = text_of(sign_in(cast.niels.account).get("/worker/roster/"))
    assert "Beschikbaar" in page
    assert 'href="/worker/roster/" aria-current="page"' in page
    assert "/planner/" not in page


def test_who_plans_and_works_can_go_to_the_other_desk(cast: Cast, sign_in: Any) -> None:
    account = cast.niels.account
    assert account is not None
    make_role(account, RoleKind.PLANNER, cast.de_linde)
    page = text_of(sign_in(account).get("/worker/roster/"))
    assert "Naar: Roosteren" in page
    assert "Rooster" in page


def test_only_who_may_let_systems_in_sees_the_link(cast: Cast, sign_in: Any) -> None:
    address = 'href="/planner/systems/"'
    assert address not in text_of(sign_in(cast.pia).get("/planner/"))
    ada = make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, cast.de_linde)
    browser = sign_in(ada)
    assert address in text_of(browser.get("/planner/"))
    assert browser.get("/planner/systems/").status_code == 200


def test_a_stranger_sees_the_way_in(db: None, stranger: Client) -> None:
    page = text_of(stranger.get("/"))
    assert "Inloggen" in page
    assert "Hoofdmenu" not in page


def test_a_page_that_is_not_there_says_what_to_do(db: None, stranger: Client) -> None:
    answer = stranger.get("/nowhere/")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in text_of(answer)


def test_an_expired_form_says_that_nothing_was_kept(db: None) -> None:
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "nl"})
    answer = client.post("/accounts/login/", {"login": "a", "password": "b"})
    assert answer.status_code == 403
    assert "Er is niets opgeslagen" in text_of(answer)


@pytest.mark.parametrize("name", ["400.html", "500.html"])
def test_the_pages_for_trouble_need_nothing(name: str) -> None:
    from django.template.loader import get_template

    page = get_template(name).render()
    assert "Naar het begin" in page
    assert "<main" in page


def test_the_content_policy_is_strict(db: None, stranger: Client) -> None:
    policy = stranger.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


class Nobody:
    is_authenticated = False


def guarded(answer: bool) -> Any:
    return requires(lambda account: answer, "Vraag het de roosteraar.")(
        lambda request: HttpResponse("in")
    )


def test_who_may_comes_in(cast: Cast) -> None:
    request = RequestFactory().get("/x/")
    request.user = cast.otto
    assert guarded(True)(request).content == b"in"


def test_a_page_of_a_desk_is_not_kept_for_the_next_person(cast: Cast) -> None:
    request = RequestFactory().get("/x/")
    request.user = cast.otto
    assert guarded(True)(request).headers["Cache-Control"] == "private, no-cache"


def test_who_may_not_reads_why(cast: Cast) -> None:
    request = RequestFactory().get("/x/")
    request.user = cast.otto
    with pytest.raises(PermissionDenied, match="Vraag het de roosteraar"):
        guarded(False)(request)


def test_who_has_not_signed_in_goes_to_the_door_and_back() -> None:
    request = RequestFactory().get("/x/?a=1")
    request.user = Nobody()  # type: ignore[assignment]  # all the guard asks
    answer = guarded(True)(request)
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/accounts/login/?next=/x/%3Fa%3D1"


def test_what_is_not_found_is_not_here() -> None:
    assert found(3) == 3
    with pytest.raises(Http404):
        found(None)
