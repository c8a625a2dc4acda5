"""The balance of lending and the requests that wait: organisations and hours, no people."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desks.planner.reading import text_of
from factories.demand import make_night_shift, make_shift
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching import queries
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.states import AssignmentState

WEEK = {"day": MONDAY.isoformat()}


@pytest.fixture
def coen(cast: Cast, sign_in: Any) -> Client:
    """The browser of the coordinator."""
    browser: Client = sign_in(cast.coen)
    return browser


def row_of(answer: Any, organisation: Any) -> Any:
    return next(row for row in answer.context["rows"] if row.organisation == organisation)


def test_lent_and_borrowed_are_two_sides_of_the_same_hours(coen: Client, cast: Cast) -> None:
    raw_assignment(cast.joke, make_shift(cast.vlinder, function="IC-vpk"))
    raw_assignment(cast.niels, make_shift(cast.vlinder, day=MONDAY + timedelta(days=1)))
    answer = coen.get("/region/lending/", WEEK)
    linde, rijnzicht = row_of(answer, cast.de_linde), row_of(answer, cast.rijnzicht)
    assert (linde.lent, linde.borrowed, linde.balance) == (0, 480, -8)
    assert (rijnzicht.lent, rijnzicht.borrowed, rijnzicht.balance) == (480, 0, 8)
    assert (linde.borrowed_at, linde.borrowed_width) == ("0.0", "50.0")
    assert answer.context["pairs"] == [(cast.rijnzicht, cast.de_linde, 480)]
    assert sum(row.balance for row in answer.context["rows"]) == 0
    assert not {"Joke", "Niels"} & set(text_of(answer).split())


def test_hire_is_counted_apart(coen: Client, cast: Cast) -> None:
    hired = make_worker("Zzp", team=cast.vlinder, form=EngagementForm.SELF_EMPLOYED)
    raw_assignment(hired, make_shift(cast.vlinder))
    row = row_of(coen.get("/region/lending/", WEEK), cast.de_linde)
    assert (row.hired, row.borrowed, row.lent) == (480, 0, 0)


@pytest.mark.parametrize("state", [AssignmentState.PLANNED, AssignmentState.CANCELLED])
def test_concepts_and_what_was_cancelled_lend_nothing(
    state: AssignmentState, coen: Client, cast: Cast
) -> None:
    raw_assignment(cast.joke, make_shift(cast.vlinder, function="IC-vpk"), state=state)
    assert not coen.get("/region/lending/", WEEK).context["pairs"]


def test_a_week_without_lending_says_so(coen: Client) -> None:
    assert "leent niemand iemand uit" in text_of(coen.get("/region/lending/", WEEK))


def test_as_many_queries_for_many_shifts(
    coen: Client, cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for number in range(7):
        day = MONDAY + timedelta(days=number)
        raw_assignment(cast.joke, make_shift(cast.vlinder, day=day, function="IC-vpk"))
    with django_assert_max_num_queries(16):
        answer = coen.get("/region/lending/", WEEK)
    assert row_of(answer, cast.rijnzicht).lent == 7 * 480


def test_what_waits_is_counted_per_organisation(coen: Client, cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    matching.sign_up(worker=cast.niels, shift=night, by=cast.niels.account, at=NOW)
    answer = coen.get("/region/waiting/")
    ((organisation, told),) = answer.context["rows"]
    assert organisation == cast.de_linde
    assert (told.requests, told.late, told.oldest) == (1, 0, NOW)
    assert "Niels" not in text_of(answer)


def test_what_is_late_comes_first(
    coen: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = NOW + timedelta(days=3)
    night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=9))
    matching.sign_up(worker=cast.niels, shift=night, by=cast.niels.account, at=NOW)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    answer = coen.get("/region/waiting/")
    assert (answer.context["total"], answer.context["late"]) == (1, 1)


def test_waiting_at_asks_once_whatever_the_number(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    for number in range(3):
        night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2 * number))
        matching.sign_up(worker=cast.niels, shift=night, by=cast.niels.account, at=NOW)
    with django_assert_num_queries(1):
        found = queries.waiting_at([cast.de_linde.pk, cast.molenpoort.pk], NOW)
    assert {pk: told.requests for pk, told in found.items()} == {cast.de_linde.pk: 3}


def test_nothing_waits(coen: Client) -> None:
    assert "Iedereen heeft antwoord" in text_of(coen.get("/region/waiting/"))


def test_an_answered_request_waits_no_more(coen: Client, cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    asked = matching.sign_up(worker=cast.niels, shift=night, by=cast.niels.account, at=NOW)
    assert asked.request is not None
    matching.decline_request(request=asked.request, answer="Al bezet.", by=cast.pia, at=NOW)
    assert not coen.get("/region/waiting/").context["rows"]
