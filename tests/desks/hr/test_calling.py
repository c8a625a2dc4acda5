"""HR lays down on which days somebody can be asked; planner and worker read it."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from factories.demand import make_shift
from factories.identity import signed
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.people import queries
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions as rosters

pytestmark = pytest.mark.django_db

MONDAY_ONLY = {"unpredictable": "on", "opens_0": "07:00", "closes_0": "16:00"}
MINE = "je afsprak. Je mag weigeren"


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def mira(cast: Cast) -> Worker:
    return make_worker("Mira", team=cast.vlinder, form=EngagementForm.ON_CALL)


def address(worker: Worker) -> str:
    return reverse("hr:times", args=[worker.engagements.get().pk])


def test_days_are_agreed_and_shown(cast: Cast, hanna: Account, mira: Worker, sign_in: Any) -> None:
    client, page = sign_in(hanna), reverse("hr:calling")
    assert "Nog niets afgesproken" in text(client.get(page))
    assert address(mira) in text(client.get(reverse("hr:file", args=[mira.pk])))
    client.post(address(mira), MONDAY_ONLY)
    tie = mira.engagements.get()
    assert queries.agreed_times(tie) == ((0, time(7), time(16)),)
    assert "maandag van 07:00 tot 16:00" in text(client.get(page))
    assert 'value="07:00"' in text(client.get(address(mira)))
    client.post(address(mira), {"unpredictable": "on"})
    assert "Geen dagen afgesproken" in text(client.get(page))
    client.post(address(mira), {})
    assert queries.agreed_times(mira.engagements.get()) is None


def test_half_a_day_and_nonsense_are_said(hanna: Account, mira: Worker, sign_in: SignIn) -> None:
    for told in ({"opens_0": "07:00"}, {"closes_0": "07:00"}, {"opens_0": "x", "closes_0": "25"}):
        answer = sign_in(hanna).post(address(mira), {"unpredictable": "on", **told})
        assert answer.status_code == 422
    assert queries.agreed_times(mira.engagements.get()) is None
    assert sign_in(hanna).get(reverse("hr:times", args=[0])).status_code == 404


def test_the_worker_reads_the_days_and_that_refusing_is_free(
    cast: Cast, hanna: Account, mira: Worker, sign_in: SignIn
) -> None:
    sign_in(hanna).post(address(mira), {**MONDAY_ONLY, "closes_0": "12:00"})
    shift = make_shift(cast.vlinder)
    client, page = sign_in(mira.account), reverse("worker:shift", args=[shift.pk])
    assert "maandag van 07:00 tot 12:00" in text(client.get(reverse("worker:settings")))
    before = text(client.get(page))
    assert "weigeren mag" in before
    assert "plan pas in na een ja" not in before
    rosters.assign(worker=mira, shift=shift, **signed())
    assert MINE in text(client.get(page))
    sign_in(hanna).post(address(mira), MONDAY_ONLY)
    assert MINE not in text(sign_in(mira.account).get(page))
