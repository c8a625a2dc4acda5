"""The arrangement of the pool at the regional desk: written, answered, and obeyed by pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.moments import MONDAY
from factories.organisations import make_arrangement
from factories.people import say
from people import Cast
from rondstroom.rooms.organisations.models import CouncilAnswer, Pool, PoolArrangement
from rondstroom.rooms.people.states import DayPart, Wish

LIST = "/region/arrangements/"
OUTSIDERS = ["pia", "bas", "petra", "otto", "niels"]
TOLD = {
    "after": "0",
    "starts_on": "2026-11-22",
    "aim": "Mensen behouden voor de regio",
    "boundaries": "Alleen wie dat zelf wil",
    "work": "Verzorging en verpleging",
    "conditions": "Loon volgens de eigen cao",
    "ending": "Opzeggen met drie maanden",
    "reference": "map Pool, blad 1",
    "shares": ["asking", "availability"],
    "needs_consent": ["availability"],
    "most_fee": "3",
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


def test_it_is_written_answered_and_shown(coen: Client, cast: Cast, path: str) -> None:
    assert "Er geldt geen regeling" in text_of(coen.get(LIST))
    page = text_of(coen.post(path, TOLD, follow=True))
    assert "Bewaard als nieuwe versie" in page
    assert "Opzeggen met drie maanden" in page
    assert "Versie 1 geldt sinds 22-11-2026" in text_of(coen.get(LIST))
    row = PoolArrangement.objects.get()
    assert (row.most_fee_bp, row.by) == (300, cast.coen)
    assert "Staat aan: elkaars mensen voor diensten vragen" in page
    told = {"organisation": cast.de_linde.pk, "answer": "consented"}
    told |= {"answered_on": "2026-11-20", "reference": "brief 7"}
    page = text_of(coen.post(f"{path}council/", told, follow=True))
    assert "Stemt in, 20-11-2026: brief 7" in page
    assert "beschikbaarheid met de regio delen" in page


def test_the_form_begins_with_the_newest_version(coen: Client, path: str) -> None:
    coen.post(path, TOLD)
    page = coen.get(path).content.decode()
    assert "Alleen wie dat zelf wil</textarea>" in page
    assert 'name="after" value="1"' in page
    assert coen.post(path, TOLD).status_code == 422
    assert coen.post(path, TOLD | {"after": "1"}).status_code == 302
    assert "Eerdere versies" in text_of(coen.get(path))


@pytest.mark.parametrize(
    "wrong",
    [
        {"aim": ""},
        {"starts_on": "31-02-2026"},
        {"shares": ["asking"]},
        {"shares": ["everything"]},
        {"most_fee": "51"},
        {"after": "x"},
        {"reference": "x" * 201},
    ],
    ids=["aim", "day", "consent", "what", "fee", "after", "long"],
)
def test_what_is_wrong_is_told(coen: Client, path: str, wrong: dict[str, Any]) -> None:
    assert coen.post(path, TOLD | wrong).status_code == 422
    assert not PoolArrangement.objects.exists()


def test_a_wrong_answer_is_told(coen: Client, cast: Cast, path: str) -> None:
    right = {"organisation": cast.de_linde.pk, "answer": "consented"}
    right |= {"answered_on": "2026-11-20", "reference": "brief 7"}
    council = f"{path}council/"
    assert coen.post(council, right).status_code == 404  # nothing to answer yet
    make_arrangement(Pool.objects.get())
    for wrong in ({"answer": "maybe"}, {"reference": ""}, {"answered_on": ""}):
        assert "Vul het antwoord" in text_of(coen.post(council, right | wrong, follow=True))
    later = coen.post(council, right | {"answered_on": "2026-12-20"}, follow=True)
    assert "een dag die geweest is" in text_of(later)
    other = coen.post(council, right | {"organisation": cast.zonder_pool.pk}, follow=True)
    assert "doet niet mee" in text_of(other)
    assert coen.post(council, right | {"organisation": 0}).status_code == 404
    assert not CouncilAnswer.objects.exists()
    assert coen.get(council).status_code == 405


def test_a_pool_that_is_not_there_is_not_found(coen: Client) -> None:
    assert coen.get(f"{LIST}0/").status_code == 404
    assert coen.post(f"{LIST}0/council/").status_code == 404


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_comes_in(who: str, cast: Cast, path: str, sign_in: Any) -> None:
    found = getattr(cast, who)
    browser = sign_in(getattr(found, "account", found))
    assert browser.get(path).status_code == 403
    assert browser.post(path, TOLD).status_code == 403
    assert browser.post(f"{path}council/").status_code == 403
    assert not PoolArrangement.objects.exists()


def test_a_stranger_goes_to_the_door(path: str, stranger: Client) -> None:
    assert "/accounts/login/" in stranger.get(path)["Location"]
    assert "/accounts/login/" in stranger.post(f"{path}council/")["Location"]


def test_availability_is_counted_but_not_named_until_it_is_shared(coen: Client, cast: Cast) -> None:
    say(cast.joke, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    week = {"day": MONDAY.isoformat()}
    assert "Joke" in text_of(coen.get("/region/people/", week))
    make_arrangement(Pool.objects.get(), starts_on=MONDAY - timedelta(days=30))
    answer = coen.get("/region/people/", week)
    assert answer.context["total"] > 0
    assert "Joke" not in text_of(answer)
    assert coen.get(f"/region/people/{cast.joke.pk}/").status_code == 404
