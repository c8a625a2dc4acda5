"""Keys of other systems at the desk: made by the administrator, shown once, withdrawn at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.identity import make_account, make_role, signed
from people import Cast
from rondstroom.rooms.identity import actions, queries
from rondstroom.rooms.identity.models import ApiKey
from rondstroom.rooms.identity.states import RoleKind

PAGE = "/planner/systems/"
RIGHTS = {"name": "Roosterpakket", "scopes": ["shifts:write", "rosters:read"]}


@pytest.fixture
def ada(cast: Cast) -> Client:
    """The browser of De Linde's administrator."""
    return sign_in(make_role(make_account("Ada"), RoleKind.ADMINISTRATOR, cast.de_linde))


def key_of(organisation: Any, name: str = "Ander pakket") -> ApiKey:
    """Give a key of an organisation."""
    made, _secret = actions.make_key(
        organisation_id=organisation.pk, name=name, scopes=["shifts:read"], **signed()
    )
    return made


def test_a_key_is_made_and_its_secret_shown_once(ada: Client, cast: Cast) -> None:
    answer = ada.post(PAGE, RIGHTS)
    secret = answer.context["secret"]
    assert secret in text_of(answer)
    assert answer["Cache-Control"] == "no-store"
    made = queries.key_by_secret(secret)
    assert made is not None
    assert (made.organisation_id, made.name) == (cast.de_linde.pk, "Roosterpakket")
    assert set(made.scopes) == set(RIGHTS["scopes"])
    again = ada.get(PAGE)
    assert secret not in again.content.decode()
    assert made.hint in text_of(again)
    assert "diensten: lezen en schrijven" in text_of(again)


@pytest.mark.parametrize(
    "wrong", [{"name": " "}, {"scopes": []}, {"scopes": ["everything:write"]}, {"name": "x" * 81}]
)
def test_what_is_no_key_is_not_made(wrong: dict[str, Any], ada: Client) -> None:
    answer = ada.post(PAGE, {**RIGHTS, **wrong})
    assert answer.status_code == 422
    assert "Kijk dit na" in text_of(answer)
    assert not ApiKey.objects.exists()


def test_a_key_is_withdrawn_and_opens_nothing(ada: Client, cast: Cast) -> None:
    secret = ada.post(PAGE, RIGHTS).context["secret"]
    key = queries.key_by_secret(secret)
    assert key is not None
    answer = ada.post(f"{PAGE}{key.pk}/withdraw/")
    assert "komt er niet meer in" in said(answer)
    assert queries.key_by_secret(secret) is None
    assert "ingetrokken" in text_of(ada.get(PAGE))
    assert ada.get(f"{PAGE}{key.pk}/withdraw/").status_code == 405


@pytest.mark.parametrize("who", ["pia", "bas", "coen", "petra", "otto"])
def test_only_an_administrator_comes_here(who: str, cast: Cast) -> None:
    key = key_of(cast.de_linde)
    browser = sign_in(getattr(cast, who))
    assert browser.get(PAGE).status_code == 403
    assert browser.post(PAGE, RIGHTS).status_code == 403
    assert browser.post(f"{PAGE}{key.pk}/withdraw/").status_code == 403
    assert ApiKey.objects.get().withdrawn_at is None


def test_strangers_go_to_the_door(cast: Cast) -> None:
    assert "/accounts/login/" in Client().get(PAGE).headers["Location"]
    assert "/accounts/login/" in Client().post(f"{PAGE}1/withdraw/").headers["Location"]


def test_keys_of_another_organisation_do_not_exist(ada: Client, cast: Cast) -> None:
    other = key_of(cast.molenpoort)
    assert ada.post(f"{PAGE}{other.pk}/withdraw/").status_code == 404
    assert ada.get(PAGE, {"organisation": cast.molenpoort.pk}).status_code == 404
    told = {**RIGHTS, "organisation": cast.molenpoort.pk}
    assert ada.post(PAGE, told).status_code == 404
    assert "Ander pakket" not in text_of(ada.get(PAGE))


def test_the_administrator_of_the_region_chooses(cast: Cast) -> None:
    key_of(cast.molenpoort)
    browser = sign_in(make_role(make_account("Alle"), RoleKind.ADMINISTRATOR, None))
    page = text_of(browser.get(PAGE, {"organisation": cast.molenpoort.pk}))
    assert "Ander pakket" in page
