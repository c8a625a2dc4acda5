"""Who signs up with an answer of the register that is too old reads what happens now."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from desks.planner.reading import text_of
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from factories.registers import NUMBER
from people import Cast
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.skills import actions as skills
from rondstroom.rooms.skills.states import RegisterOutcome

pytestmark = pytest.mark.django_db


@pytest.fixture
def nurse(cast: Cast) -> Worker:
    worker = make_worker("Aylin Kaya", function="VP4", team=cast.vlinder)
    told = {"worker": worker, "number": NUMBER, "outcome": RegisterOutcome.ACTIVE}
    skills.record_by_hand(**told, by=signed()["by"], at=NOW - timedelta(days=31))
    return worker


@pytest.mark.parametrize(
    ("how", "words"),
    [(SignUp.INSTANT, "meteen geboekt"), (SignUp.REQUEST, "beslist de roosteraar")],
)
def test_the_worker_signs_up_and_reads_on(
    how: SignUp, words: str, cast: Cast, nurse: Worker, sign_in: SignIn
) -> None:
    assert nurse.account is not None
    client, shift = sign_in(nurse.account), make_shift(cast.vlinder, function="VP4", sign_up=how)
    page = reverse("worker:shift", args=[shift.pk])
    shown = text_of(client.get(page))
    assert "Meld je aan, het register wordt gevraagd" in shown
    assert "meer dan 30 dagen oud" in shown
    answer = client.post(reverse("worker:sign_up", args=[shift.pk]), follow=True)
    assert words in text_of(answer)
    assert "Wacht op een antwoord van het BIG-register." in text_of(client.get(page))
    assert Request.objects.get().awaits_register
    queue = text_of(sign_in(cast.pia).get(reverse("planner:requests")))
    assert "Wacht op een antwoord van het BIG-register." in queue


def test_a_planner_hears_that_the_register_is_asked(
    cast: Cast, nurse: Worker, sign_in: SignIn
) -> None:
    shift = make_shift(cast.vlinder, function="VP4")
    address = reverse("planner:assign", args=[shift.pk])
    text = text_of(sign_in(cast.pia).post(address, {"worker": nurse.pk}, follow=True))
    assert "meer dan 30 dagen oud" in text
    assert "Het BIG-register wordt nu gevraagd" in text
