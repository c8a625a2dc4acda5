"""A worker reads what they were asked for, and answers; only the own offers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.cascade import make_policy, offer_to
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Cascade, Offer
from rondstroom.rooms.matching.states import OfferState, Ring
from rondstroom.rooms.people.models import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def tess(cast: Cast) -> Worker:
    """Carer of PG Vlinder."""
    return make_worker("Tess", team=cast.vlinder)


@pytest.fixture
def cascade(cast: Cast, tess: Worker) -> Cascade:
    """A shift of PG Vlinder that is asked around."""
    make_policy(cast.de_linde, rings=(Ring.OWN_TEAM,))
    return actions.start_cascade(shift=make_shift(cast.vlinder), **signed())


def text(answer: Any) -> str:
    """Give a page as text with single spaces."""
    return " ".join(answer.content.decode().split())


def test_the_list_says_until_when_and_how_is_chosen(
    sign_in: SignIn, cascade: Cascade, tess: Worker
) -> None:
    page = text(sign_in(tess.account).get(reverse("worker:offers")))
    assert "ma 23 nov, 07:00" in page
    assert "Antwoord tot zo 22 nov, 13:00." in page
    assert "Snel zijn geeft geen voorrang." in page
    assert "dan telt de rangorde" in page


def test_open_shifts_tell_of_it(sign_in: SignIn, cascade: Cascade, tess: Worker) -> None:
    page = text(sign_in(tess.account).get(reverse("worker:shifts")))
    assert "Een team vraagt jou voor 1 dienst" in page


def test_yes_waits_for_who_is_first_and_no_needs_no_reason(
    sign_in: SignIn, cascade: Cascade, tess: Worker, cast: Cast
) -> None:
    first = cascade.offers.order_by("position").first()
    assert first is not None
    last = cascade.offers.exclude(pk=first.pk).get()
    answer = sign_in(last.worker.account).post(
        reverse("worker:offer_answer", args=[last.pk]), {"answer": "yes"}, follow=True
    )
    assert "Na de antwoordtijd hoor je" in text(answer)
    answer = sign_in(first.worker.account).post(
        reverse("worker:offer_answer", args=[first.pk]), {"answer": "no"}, follow=True
    )
    assert "Een reden hoeft niet." in text(answer)
    last.refresh_from_db()
    assert last.state == OfferState.BOOKED


def test_who_is_first_is_booked_at_once(sign_in: SignIn, cascade: Cascade) -> None:
    first = cascade.offers.order_by("position").first()
    assert first is not None
    browser = sign_in(first.worker.account)
    address = reverse("worker:offer_answer", args=[first.pk])
    assert "De dienst is van jou" in text(browser.post(address, {"answer": "yes"}, follow=True))
    assert "De dienst is van jou" in text(browser.post(address, {"answer": "yes"}, follow=True))
    assert "Eerder gevraagd" in text(browser.get(reverse("worker:offers")))


def test_too_late_is_said(sign_in: SignIn, cascade: Cascade, tess: Worker) -> None:
    over = signed() | {"at": NOW + timedelta(hours=1)}
    actions.advance_cascades(**over)
    answer = sign_in(tess.account).post(
        reverse("worker:offer_answer", args=[offer_to(cascade, tess).pk]),
        {"answer": "yes"},
        follow=True,
    )
    assert "Je kunt niet meer antwoorden" in text(answer)


def test_nobody_answers_for_somebody_else(
    sign_in: SignIn, cascade: Cascade, tess: Worker, cast: Cast, stranger: Any
) -> None:
    address = reverse("worker:offer_answer", args=[offer_to(cascade, tess).pk])
    assert sign_in(cast.niels.account).post(address, {"answer": "yes"}).status_code == 404
    assert sign_in(cast.pia).post(address).status_code == 403
    assert sign_in(cast.pia).get(reverse("worker:offers")).status_code == 403
    assert stranger.get(reverse("worker:offers")).status_code == 302
    assert Offer.objects.get(worker=tess).state == OfferState.OFFERED


def test_nothing_asked_says_what_to_do(sign_in: SignIn, cast: Cast) -> None:
    page = text(sign_in(cast.niels.account).get(reverse("worker:offers")))
    assert "Je bent nog niet gevraagd" in page
