"""From a shift to a card: the one button, the states, and until when one can cancel."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

from factories.moments import MONDAY, NOW, moment
from rondstroom.rooms.matching.queries import Eligibility, Reason, ShiftCard
from rondstroom.web.worker import cards

HERE = "/worker/shifts/7/"
WORKER: Any = SimpleNamespace(travel_mode="bicycle")
DRIVER: Any = SimpleNamespace(travel_mode="car")


def shift(**changes: Any) -> Any:
    """Give something that reads like Monday's night at De Linde."""
    values = {
        "pk": 7,
        "starts_at": moment(MONDAY, "23:00"),
        "ends_at": moment(MONDAY + timedelta(days=1), "07:15"),
        "places": 1,
        "sign_up": "instant",
        "break_minutes": 0,
        "organisation": SimpleNamespace(cancel_term_hours=24, cao="vvt"),
    }
    return SimpleNamespace(**{**values, **changes})


def card(asked: str = "", filled: int = 0, **changes: Any) -> ShiftCard:
    return ShiftCard(shift(**changes), Eligibility(ok=True), filled, asked)


@pytest.fixture(autouse=True)
def dutch() -> Any:
    with translation.override("nl"):
        yield


@pytest.mark.parametrize(
    ("asked", "filled", "sign_up", "word", "href", "post"),
    [
        ("", 0, "instant", "Boek deze dienst", f"{HERE}sign-up/", True),
        ("", 0, "request", "Vraag aan", f"{HERE}sign-up/", True),
        ("", 1, "instant", "Zet me op de wachtlijst", f"{HERE}wait/", True),
        ("", 1, "request", "Zet me op de wachtlijst", f"{HERE}wait/", True),
        ("requested", 0, "request", "Bekijk je aanvraag", HERE, False),
        ("requested", 1, "request", "Bekijk je aanvraag", HERE, False),
        ("waiting", 1, "instant", "Bekijk je plek op de wachtlijst", HERE, False),
    ],
)
def test_there_is_one_button_and_it_says_what_it_does(
    asked: str, filled: int, sign_up: str, word: str, href: str, post: bool
) -> None:
    button = cards.button_of(card(asked, filled, sign_up=sign_up))
    assert (str(button.word), button.href, button.post) == (word, href, post)


@pytest.mark.parametrize(
    ("asked", "filled", "sign_up", "state"),
    [
        ("", 0, "instant", "instant"),
        ("", 0, "request", "request"),
        ("", 1, "request", "full"),
        ("requested", 1, "request", "requested"),
        ("waiting", 1, "instant", "waiting"),
    ],
)
def test_the_state_is_the_worker_s_own_first(
    asked: str, filled: int, sign_up: str, state: str
) -> None:
    assert cards.states_of(card(asked, filled, sign_up=sign_up)) == [state]


def test_a_shift_with_more_places_is_full_only_at_the_last() -> None:
    assert cards.states_of(card(filled=1, places=2)) == ["instant"]
    assert cards.states_of(card(filled=2, places=2)) == ["full"]
    assert cards.states_of(card(filled=3, places=2)) == ["full"]


@pytest.mark.parametrize(("hours", "until"), [(0, "23:00"), (12, "11:00"), (23, "00:00")])
def test_cancelling_ends_the_term_before_the_start(hours: int, until: str) -> None:
    one = shift(organisation=SimpleNamespace(cancel_term_hours=hours, cao="vvt"))
    assert cards.cancel_until(one) == moment(MONDAY, until)


def test_the_term_is_elapsed_time_over_the_clock_change() -> None:
    noon_after_the_change = moment(date(2026, 10, 25), "12:00").astimezone(UTC)
    until = cards.cancel_until(shift(starts_at=noon_after_the_change))
    assert until == moment(date(2026, 10, 24), "13:00")


def test_until_when_one_can_cancel_is_shown_while_it_is_to_come() -> None:
    shown = cards.card_of(WORKER, card(), NOW)
    assert shown.till == moment(MONDAY, "23:00") - timedelta(hours=24)
    assert not shown.remarks


def test_after_it_the_card_warns_before_one_books() -> None:
    shown = cards.card_of(WORKER, card(), moment(MONDAY, "08:00"))
    assert shown.till is None
    assert [severity for _text, severity in shown.remarks] == ["warning"]


def test_warnings_of_matching_are_shown() -> None:
    warned = Eligibility(ok=True, warnings=(Reason("matching.rather-not", "Liever niet."),))
    shown = cards.card_of(WORKER, ShiftCard(shift(), warned, 0), NOW)
    assert ("Je zei dat je dan liever niet werkt.", "warning") in shown.remarks


@pytest.mark.parametrize(
    ("worker", "minutes", "times", "facts"),
    [
        (
            WORKER,
            12,
            4,
            [("bike", "12 minuten fietsen"), ("heart", "je kent het hier: 4 diensten")],
        ),
        (DRIVER, 1, 1, [("car", "1 minuut met de auto"), ("heart", "je kent het hier: 1 dienst")]),
        (WORKER, None, 0, []),
        (WORKER, 0, 0, [("bike", "0 minuten fietsen")]),
    ],
)
def test_the_way_and_the_place_one_knows(
    worker: Any, minutes: int | None, times: int, facts: list[tuple[str, str]]
) -> None:
    known = Eligibility(ok=True, travel_minutes=minutes, times_here=times)
    assert cards.facts_of(worker, known) == facts


def test_the_card_knows_the_part_of_the_day() -> None:
    assert cards.card_of(WORKER, card(), NOW).part == "night"
