"""Questions at the planner's desk: by term, answered in the thread, never of others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.reading import said, text_of
from factories.demand import make_night_shift
from factories.moments import NOW
from people import Cast
from rondstroom.rooms.messages.models import Question
from rondstroom.rooms.rosters import actions as rosters

LIST, HOME = reverse("planner:questions"), reverse("planner:home")


@pytest.fixture
def asked(cast: Cast) -> Question:
    """Niels asked something thirty hours ago: longer than the term."""
    assert cast.niels.account is not None
    early = NOW - timedelta(hours=30)
    shift = make_night_shift(cast.vlinder)
    return rosters.ask_about(shift=shift, text="Welke ingang?", by=cast.niels.account, at=early)


def test_what_waits_stands_on_the_first_page_and_says_when_late(
    pia: Client, asked: Question
) -> None:
    text = text_of(pia.get(HOME))
    assert "Welke ingang?" in text
    listed = text_of(pia.get(LIST))
    assert "1 vraag wacht langer dan de termijn." in listed
    assert "Niels te laat" in listed


def test_nothing_waits(pia: Client) -> None:
    assert "Welke ingang?" not in text_of(pia.get(HOME))
    assert "Iedereen heeft antwoord." in text_of(pia.get(LIST))


def test_an_answer_is_written_in_the_thread_once(pia: Client, asked: Question) -> None:
    address = reverse("planner:question", args=[asked.pk])
    assert pia.post(address, {"text": " "}).status_code == 409
    for _twice in range(2):
        assert said(pia.post(address, {"text": "De grote deur."})) == "Niels krijgt je antwoord."
    assert [one.text for one in asked.replies.all()] == ["De grote deur."]
    assert "De grote deur." in text_of(pia.get(address))
    assert "Beantwoord in de laatste twee weken Welke ingang?" in text_of(pia.get(LIST))


def test_the_page_of_the_shift_names_its_questions(pia: Client, asked: Question) -> None:
    page = text_of(pia.get(reverse("planner:shift", args=[asked.subject.removeprefix("shift:")])))
    assert "Niels: Welke ingang?" in page


def test_the_planner_of_another_organisation_does_not_see_it(bas: Client, asked: Question) -> None:
    assert "Welke ingang?" not in text_of(bas.get(LIST))
    assert bas.post(reverse("planner:question", args=[asked.pk]), {"text": "x"}).status_code == 404
