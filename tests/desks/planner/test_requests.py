"""Requests and their answers, and the journal."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import rondstroom
from desks.planner.reading import said, text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import make_role
from factories.moments import NOW
from people import Cast
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.web.planner.words import EVENTS

REQUESTS, JOURNAL = reverse("planner:requests"), reverse("planner:journal")


@pytest.fixture
def asked(cast: Cast) -> Request:
    """Niels asks for a night, thirty hours ago: longer than the term."""
    early = NOW - timedelta(hours=30)
    by = cast.niels.account
    shift = make_night_shift(cast.vlinder)
    made = matching.sign_up(worker=cast.niels, shift=shift, by=by, at=early).request
    assert made is not None
    return made


def test_every_request_shows_its_age_and_term(pia: Client, asked: Request) -> None:
    text = text_of(pia.get(REQUESTS))
    assert "Niels te laat" in text
    assert "1 aanvraag wacht langer dan de termijn." in text
    assert re.search(r"Vroeg 1 dag, 6 uur geleden", text.replace("\xa0", " "))


def test_nothing_waits(pia: Client) -> None:
    assert "Iedereen heeft antwoord." in text_of(pia.get(REQUESTS))


def test_accepting_gives_the_place(pia: Client, asked: Request) -> None:
    answer = pia.post(reverse("planner:accept", args=[asked.pk]), {"answer": "Fijn, tot dan"})
    assert said(answer).startswith("Niels krijgt de dienst.")
    asked.refresh_from_db()
    assert (asked.state, asked.answer) == ("accepted", "Fijn, tot dan")
    assert Assignment.objects.get().worker_id == asked.worker_id


def test_declining_needs_a_word(pia: Client, asked: Request) -> None:
    address = reverse("planner:decline", args=[asked.pk])
    assert "Schrijf een kort antwoord" in said(pia.post(address))
    assert said(pia.post(address, {"answer": "We hebben al iemand"})) == "Niels krijgt je antwoord."
    asked.refresh_from_db()
    assert asked.state == "declined"


def test_answering_twice_is_told(pia: Client, asked: Request) -> None:
    address = reverse("planner:accept", args=[asked.pk])
    pia.post(address)
    assert said(pia.post(address))
    assert Assignment.objects.count() == 1


def test_the_journal_tells_who_when_and_what(pia: Client, cast: Cast, asked: Request) -> None:
    pia.post(reverse("planner:accept", args=[asked.pk]))
    text = text_of(pia.get(JOURNAL))
    assert "Pia aanvraag toegekend: Niels" in text
    assert f"dienst {asked.shift_id}" in text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"who": "pia"}, 0),
        ({"who": "rondstroom"}, 2),
        ({"event": "demand.shift.created"}, 2),
        ({"event": "onzin"}, 2),
        ({"day": "2026-11-22"}, 2),
        ({"day": "2026-11-21"}, 0),
        ({"day": "geen-dag"}, 2),
        ({"page": "99"}, 2),
    ],
)
def test_the_journal_is_searched(
    query: dict[str, str], count: int, pia: Client, cast: Cast
) -> None:
    make_shift(cast.vlinder)
    make_shift(cast.vlinder)
    make_shift(cast.wijkteam)
    lines = pia.get(JOURNAL, query).context["lines"]
    assert len([line for line in lines if line.event.startswith("demand")]) == count


def test_a_planner_of_two_organisations_chooses(pia: Client, cast: Cast) -> None:
    make_role(cast.pia, RoleKind.PLANNER, cast.molenpoort)
    make_shift(cast.wijkteam)
    assert "Alles wat er bij De Linde gebeurde" in text_of(pia.get(JOURNAL))
    other = pia.get(JOURNAL, {"organisation": cast.molenpoort.pk})
    assert "Alles wat er bij Molenpoort gebeurde" in text_of(other)


def events_of_the_rooms() -> set[str]:
    """Give the events that the rooms write, from their own text."""
    folder = Path(rondstroom.__file__).parent / "rooms"
    rooms = "|".join(room.name for room in folder.iterdir() if room.is_dir())
    shape = re.compile(rf'"((?:{rooms})\.[\w-]+\.[\w-]+)"')
    return {name for path in folder.rglob("*.py") for name in shape.findall(path.read_text())}


def test_every_event_that_the_rooms_write_has_words() -> None:
    assert len(events_of_the_rooms()) > 20
    assert events_of_the_rooms() - set(EVENTS) == set()
