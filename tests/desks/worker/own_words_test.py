"""What stands on a worker's own page speaks to that worker, not about somebody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching.queries import Reason
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.web.worker.own_words import TO_YOU, to_you

TUESDAY = MONDAY + timedelta(days=1)
ABOUT_SOMEBODY = ("Kan dan niet.", "Werkt dan", "Heeft niet aangegeven", "Staat al op")


@pytest.fixture
def tess(cast: Cast) -> Worker:
    """Give a colleague who would rather not, and who cannot, in the same week."""
    tess = make_worker("Tess", team=cast.vlinder)
    said: dict[Any, Any] = {
        (MONDAY, DayPart.DAY): Wish.RATHER_NOT,
        (TUESDAY, DayPart.DAY): Wish.UNAVAILABLE,
    }
    people.set_availability(worker=tess, wishes=said, **signed())
    return tess


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_card_says_you(cast: Cast, sign_in: Any, tess: Worker) -> None:
    shift = make_shift(cast.vlinder)
    client = sign_in(tess.account)
    for page in (client.get("/worker/"), client.get(f"/worker/shifts/{shift.pk}/")):
        assert "Je zei dat je dan liever niet werkt." in words(page)
        assert not any(other in words(page) for other in ABOUT_SOMEBODY)


def test_why_not_says_you_and_what_to_do(cast: Cast, sign_in: Any, tess: Worker) -> None:
    shift = make_shift(cast.vlinder, day=TUESDAY)
    client = sign_in(tess.account)
    for page in (client.get("/worker/others/"), client.get(f"/worker/shifts/{shift.pk}/")):
        assert "Je zei dat je dan niet kunt." in words(page)
        assert "Pas je beschikbaarheid aan." in words(page)
        assert not any(other in words(page) for other in ABOUT_SOMEBODY)


def test_a_refusal_says_you(cast: Cast, sign_in: Any) -> None:
    tess = make_worker("Tess", team=cast.vlinder)
    rosters.assign(worker=tess, shift=make_shift(cast.vlinder), **signed())
    other = make_shift(cast.vlinder, start="12:00", end="20:00", sign_up=SignUp.INSTANT)
    answer = sign_in(tess.account).post(f"/worker/shifts/{other.pk}/sign-up/")
    assert answer.status_code == 409
    assert "Je werkt dan al." in words(answer)
    assert not any(about in words(answer) for about in ABOUT_SOMEBODY)


def test_what_is_asked_for_speaks_of_a_yes_and_not_of_booking(cast: Cast, sign_in: Any) -> None:
    """Tonight's shifts can no longer be cancelled by oneself: said as it is for each kind."""
    tonight = MONDAY - timedelta(days=1)
    client = sign_in(cast.niels.account)
    make_night_shift(cast.vlinder, day=tonight, sign_up=SignUp.REQUEST)
    assert "Wordt het een ja? Dan kun je niet meer zelf afmelden." in words(client.get("/worker/"))
    make_night_shift(cast.vlinder, day=tonight, sign_up=SignUp.INSTANT)
    assert "Na het boeken kun je niet meer zelf afmelden." in words(client.get("/worker/"))


def test_a_rule_that_names_nobody_keeps_its_words() -> None:
    kept = Reason("gate.conduct", "VOG: niet gezien.", "Vraag een nieuwe VOG aan.")
    assert to_you([kept]) == [kept]


def test_severity_and_rule_stay_what_they_were() -> None:
    for rule in TO_YOU:
        told = to_you([Reason(rule, "Kan dan niet.", "", "warning")])[0]
        assert (told.rule, told.severity) == (rule, "warning")
        assert told.text.startswith(("Je ", "Deze "))
