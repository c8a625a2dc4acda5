"""Booking, asking, waiting, cancelling: works, not of others, too late, twice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.matching.states import RequestState
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

MOST_TO_SIGN_UP = 23
MOST_QUERIES = 18
WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def instant(cast: Cast) -> Shift:
    return make_night_shift(cast.vlinder, day=WEDNESDAY, sign_up=SignUp.INSTANT)


@pytest.fixture
def on_request(cast: Cast) -> Shift:
    return make_night_shift(cast.vlinder, day=WEDNESDAY, sign_up=SignUp.REQUEST)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def booked(worker: Worker, shift: Shift) -> Assignment:
    found = matching.sign_up(worker=worker, shift=shift, **signed()).assignment
    assert found is not None
    return found


def test_the_page_of_a_shift_says_where_and_whom_to_call(
    cast: Cast, sign_in: Any, instant: Shift
) -> None:
    cast.de_linde.phone = "026 000 01 01"
    cast.de_linde.save()
    page = text_of(sign_in(cast.niels.account).get(f"/worker/shifts/{instant.pk}/"))
    assert "wo 25 nov, 23:00 – do 07:15" in page
    assert 'href="tel:0260000101"' in page
    assert "7 u 45" in page
    assert "Boek deze dienst" in page


def test_booking_shows_the_outcome(cast: Cast, sign_in: Any, instant: Shift) -> None:
    client = sign_in(cast.niels.account)
    answer = client.post(f"/worker/shifts/{instant.pk}/sign-up/", follow=True)
    assert "Je bent geboekt" in text_of(answer)
    assert "Afmelden kan tot" in text_of(answer)
    assert Assignment.objects.get().worker == cast.niels


def test_booking_twice_books_once(cast: Cast, sign_in: Any, instant: Shift) -> None:
    client = sign_in(cast.niels.account)
    pages = [
        text_of(client.post(f"/worker/shifts/{instant.pk}/sign-up/", follow=True)) for _ in range(2)
    ]
    assert all("Je bent geboekt" in page for page in pages)
    assert Assignment.objects.count() == 1


def test_asking_says_when_the_answer_comes(cast: Cast, sign_in: Any, on_request: Shift) -> None:
    client = sign_in(cast.niels.account)
    page = text_of(client.post(f"/worker/shifts/{on_request.pk}/sign-up/", follow=True))
    assert "Je aanvraag is verstuurd" in page
    assert "uiterlijk ma 23 nov, 12:00" in page
    again = text_of(client.post(f"/worker/shifts/{on_request.pk}/sign-up/", follow=True))
    assert "Je aanvraag is verstuurd" in again
    assert Request.objects.count() == 1


def test_who_comes_too_late_hears_why_and_what_else(
    cast: Cast, sign_in: Any, instant: Shift
) -> None:
    make_night_shift(cast.vlinder, day=WEDNESDAY + timedelta(days=3), sign_up=SignUp.INSTANT)
    booked(cast.fatima, instant)
    answer = sign_in(cast.niels.account).post(f"/worker/shifts/{instant.pk}/sign-up/")
    page = text_of(answer)
    assert answer.status_code == 409
    assert "Deze dienst is niet gelukt" in page
    assert "vol" in page
    assert f'action="/worker/shifts/{instant.pk}/wait/"' in page
    assert "za 28 nov, 23:00" in page


def test_the_waiting_list_is_joined_once_and_left(cast: Cast, sign_in: Any, instant: Shift) -> None:
    booked(cast.fatima, instant)
    client = sign_in(cast.niels.account)
    for _click in range(2):
        answer = client.post(f"/worker/shifts/{instant.pk}/wait/", follow=True)
        assert "Je staat op de wachtlijst" in text_of(answer)
    waiting = Request.objects.get(state=RequestState.WAITING)
    assert "Van de wachtlijst af?" in text_of(
        client.get(f"/worker/requests/{waiting.pk}/withdraw/")
    )
    answer = client.post(f"/worker/requests/{waiting.pk}/withdraw/", follow=True)
    assert "is ingetrokken" in text_of(answer)
    twice = client.post(f"/worker/requests/{waiting.pk}/withdraw/", follow=True)
    assert "was al beantwoord of ingetrokken" in text_of(twice)


def test_what_the_law_forbids_is_refused_with_the_reason(
    cast: Cast, sign_in: Any, instant: Shift
) -> None:
    booked(cast.fatima, instant)
    morning_after = make_shift(cast.vlinder, day=WEDNESDAY + timedelta(days=1), sign_up="instant")
    answer = sign_in(cast.fatima.account).post(f"/worker/shifts/{morning_after.pk}/sign-up/")
    assert answer.status_code == 409
    assert answer.context["refusal"].reasons
    assert Assignment.objects.count() == 1


def test_only_a_post_writes(cast: Cast, sign_in: Any, instant: Shift) -> None:
    client = sign_in(cast.niels.account)
    assert client.get(f"/worker/shifts/{instant.pk}/sign-up/").status_code == 405
    assert client.get(f"/worker/shifts/{instant.pk}/wait/").status_code == 405
    assert not Assignment.objects.exists()


@pytest.mark.parametrize("state", [ShiftState.DRAFT, ShiftState.CANCELLED])
def test_a_shift_that_is_not_open_is_not_found(cast: Cast, sign_in: Any, state: ShiftState) -> None:
    shift = make_night_shift(cast.vlinder, state=ShiftState.DRAFT)
    if state == ShiftState.CANCELLED:
        demand.cancel_shift(shift=shift, reason="Te weinig bewoners.", **signed())
    client = sign_in(cast.niels.account)
    assert client.get(f"/worker/shifts/{shift.pk}/").status_code == 404
    assert client.post(f"/worker/shifts/{shift.pk}/sign-up/").status_code == 404


def test_a_shift_outside_the_pool_is_not_found(cast: Cast, sign_in: Any) -> None:
    shift = make_night_shift(cast.elsewhere)
    assert sign_in(cast.niels.account).get(f"/worker/shifts/{shift.pk}/").status_code == 404


def test_cancelling_asks_first_and_then_frees_the_place(
    cast: Cast, sign_in: Any, instant: Shift
) -> None:
    assignment = booked(cast.niels, instant)
    client, address = sign_in(cast.niels.account), f"/worker/assignments/{assignment.pk}/cancel/"
    assert "Dit gebeurt er als je je afmeldt" in text_of(client.get(address))
    assert "Je bent afgemeld" in text_of(client.post(address, follow=True))
    assignment.refresh_from_db()
    assert assignment.state == AssignmentState.CANCELLED
    assert "Je was al afgemeld" in text_of(client.post(address, follow=True))


def test_after_the_term_one_calls(
    cast: Cast, sign_in: Any, instant: Shift, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.de_linde.phone = "026 000 01 01"
    cast.de_linde.save()
    assignment = booked(cast.niels, instant)
    late = NOW + timedelta(days=3)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    client, address = sign_in(cast.niels.account), f"/worker/assignments/{assignment.pk}/cancel/"
    page = text_of(client.get(address))
    assert "Zelf afmelden kan niet meer" in page
    assert 'href="tel:0260000101"' in page
    answer = client.post(address)
    assert answer.status_code == 409
    assignment.refresh_from_db()
    assert assignment.state == AssignmentState.CONFIRMED


def test_what_is_of_others_is_not_found(
    cast: Cast, sign_in: Any, instant: Shift, on_request: Shift
) -> None:
    assignment = booked(cast.fatima, instant)
    asked = matching.sign_up(worker=cast.niels, shift=on_request, **signed()).request
    assert asked is not None
    stranger = sign_in(cast.sanne.account)
    for address in (
        f"/worker/assignments/{assignment.pk}/cancel/",
        f"/worker/assignments/{assignment.pk}/shift.ics",
        f"/worker/requests/{asked.pk}/withdraw/",
    ):
        assert stranger.get(address).status_code == 404
        assert stranger.post(address).status_code in {404, 405}
    assignment.refresh_from_db()
    assert assignment.state == AssignmentState.CONFIRMED


def test_requests_are_listed_with_their_term_and_their_answer(
    cast: Cast, sign_in: Any, on_request: Shift
) -> None:
    client = sign_in(cast.niels.account)
    assert "Je hebt nog niets aangevraagd" in text_of(client.get("/worker/requests/"))
    asked = matching.sign_up(worker=cast.niels, shift=on_request, **signed()).request
    assert asked is not None
    assert "Antwoord uiterlijk ma 23 nov, 12:00" in text_of(client.get("/worker/requests/"))
    matching.decline_request(request=asked, answer="We kozen iemand van het team.", **signed())
    page = text_of(client.get("/worker/requests/"))
    assert "We kozen iemand van het team." in page
    assert "niet geworden" in page


def test_a_late_answer_is_called_late(
    cast: Cast, sign_in: Any, on_request: Shift, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.de_linde.phone = "026 000 01 01"
    cast.de_linde.save()
    matching.sign_up(worker=cast.niels, shift=on_request, **signed())
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(days=2))
    page = text_of(sign_in(cast.niels.account).get("/worker/requests/"))
    assert "Je had ma 23 nov, 12:00 antwoord moeten hebben" in page
    assert "Bel 026 000 01 01" in page


def test_signing_up_judges_once_and_takes_few_queries(
    cast: Cast, sign_in: Any, instant: Shift
) -> None:
    client = sign_in(cast.niels.account)
    assert connection.features.supports_json_field  # once per process this is found out by asking
    with CaptureQueriesContext(connection) as seen:
        assert client.post(f"/worker/shifts/{instant.pk}/sign-up/").status_code == 302
    assert len(seen) <= MOST_TO_SIGN_UP
    assert Assignment.objects.filter(shift=instant, worker=cast.niels).exists()


def test_a_shift_that_is_nobodys_business_here_is_not_found_by_signing_up_either(
    cast: Cast, sign_in: Any, instant: Shift
) -> None:
    client = sign_in(cast.niels.account)
    Shift.objects.filter(pk=instant.pk).update(state="draft")
    assert client.post(f"/worker/shifts/{instant.pk}/sign-up/").status_code == 404
    assert client.post("/worker/shifts/999999/sign-up/").status_code == 404


def test_the_page_of_a_shift_takes_few_queries(cast: Cast, sign_in: Any, instant: Shift) -> None:
    client = sign_in(cast.niels.account)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(f"/worker/shifts/{instant.pk}/").status_code == 200
    assert len(seen) <= MOST_QUERIES
