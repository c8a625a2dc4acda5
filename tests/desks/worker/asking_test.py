"""A worker asks about a shift, reads the answer, and answers for the own team; no others."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from factories.demand import make_night_shift, make_shift
from factories.moments import NOW
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.models import Question
from rondstroom.rooms.rosters import actions as rosters


@pytest.fixture
def shift(cast: Cast) -> Shift:
    return make_night_shift(cast.vlinder)


@pytest.fixture
def asked(cast: Cast, shift: Shift) -> Question:
    assert cast.fatima.account is not None
    return rosters.ask_about(shift=shift, text="Waar parkeer ik?", by=cast.fatima.account, at=NOW)


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_a_question_is_asked_on_the_page_of_the_shift(
    cast: Cast, sign_in: Any, shift: Shift
) -> None:
    client = sign_in(cast.niels.account)
    assert "Stel een vraag" in words(client.get(f"/worker/shifts/{shift.pk}/"))
    asked = client.post(f"/worker/shifts/{shift.pk}/ask/", {"text": "Wie is er nog?"}, follow=True)
    assert "Je vraag is verstuurd" in words(asked)
    assert "Antwoord komt vóór ma 23 nov, 12:00" in words(asked)
    page = words(client.get(f"/worker/shifts/{shift.pk}/"))
    assert "Wie is er nog?" in page
    listed = words(client.get(reverse("worker:questions")))
    assert "Wat ik vroeg" in listed
    assert "wacht op antwoord" in listed


def test_nothing_asked_is_said_so(cast: Cast, sign_in: Any, shift: Shift) -> None:
    client = sign_in(cast.niels.account)
    assert "Je hebt nog niets gevraagd" in words(client.get(reverse("worker:questions")))
    answer = client.post(f"/worker/shifts/{shift.pk}/ask/", {"text": " "}, follow=True)
    assert "Er staat nog niets" in words(answer)
    assert not Question.objects.exists()


def test_the_team_answers_in_the_thread(cast: Cast, sign_in: Any, asked: Question) -> None:
    client, address = sign_in(cast.niels.account), reverse("worker:question", args=[asked.pk])
    assert "Wacht op antwoord van jouw team" in words(client.get(reverse("worker:questions")))
    assert "Antwoord aan Fatima" in words(client.get(address))
    assert client.post(address, {"text": ""}).status_code == 409
    assert "Achter het huis." in words(
        client.post(address, {"text": "Achter het huis."}, follow=True)
    )
    asker = sign_in(cast.fatima.account)
    assert "Achter het huis." in words(asker.get(address))
    assert "beantwoord" in words(asker.get(reverse("worker:questions")))


def test_a_late_answer_shows_the_phone_number(cast: Cast, sign_in: Any, asked: Question) -> None:
    cast.de_linde.phone = "026 000 01 01"
    cast.de_linde.save()
    Question.objects.update(answer_by=NOW)
    Question.objects.update(answer_by=asked.asked_at.replace(year=2025))
    page = words(sign_in(cast.fatima.account).get(reverse("worker:question", args=[asked.pk])))
    assert "Haast? Bel 026 000 01 01." in page


@pytest.mark.parametrize("who", ["ruud", "joke"])
def test_a_thread_of_others_does_not_exist(
    who: str, cast: Cast, sign_in: Any, asked: Question, stranger: Any
) -> None:
    address = reverse("worker:question", args=[asked.pk])
    client = sign_in(getattr(cast, who).account)
    assert client.get(address).status_code == 404
    assert client.post(address, {"text": "Ik weet het."}).status_code == 404
    assert stranger.get(address).status_code == 302
    assert not asked.replies.exists()


def test_who_may_not_see_a_shift_cannot_ask_about_it(cast: Cast, sign_in: Any) -> None:
    far = make_shift(cast.elsewhere)
    answer = sign_in(cast.niels.account).post(f"/worker/shifts/{far.pk}/ask/", {"text": "Ja?"})
    assert answer.status_code == 404


def test_another_asker_does_not_read_along(cast: Cast, sign_in: Any, asked: Question) -> None:
    messages.reply(question=asked, text="Achter het huis.", by=cast.pia, at=NOW)
    page = words(sign_in(cast.joke.account).get(f"/worker/shifts/{asked.subject[6:]}/"))
    assert "Waar parkeer ik?" not in page
