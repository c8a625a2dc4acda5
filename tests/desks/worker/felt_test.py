"""Telling how it was, at both desks, and reading it together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from desks.planner.reading import said, text_of
from factories.demand import make_shift
from factories.moments import MONDAY, NOW
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.rosters.models import Assignment, Evaluation
from rondstroom.rooms.rosters.queries.evaluating import month_of

pytestmark = pytest.mark.django_db
FELT = {"expected": "yes", "told": "partly", "helped": "yes", "again": "no"}
OURS = {"do": "tell", "announced": "yes", "fitting": "yes", "room": "no"}


@pytest.fixture
def mine(cast: Cast) -> Assignment:
    """Niels worked at PG Vlinder on Friday."""
    return raw_assignment(cast.niels, make_shift(cast.vlinder, day=MONDAY - timedelta(days=3)))


def test_the_worker_tells_once_and_reads_thanks(
    cast: Cast, mine: Assignment, sign_in: SignIn
) -> None:
    niels = sign_in(cast.niels.account)
    page = reverse("worker:shift", args=[mine.shift_id])
    assert "Hoe was het hier?" in text_of(niels.get(page))
    address = reverse("worker:felt", args=[mine.pk])
    assert "Kies bij elke vraag" in said(niels.post(address, {"expected": "yes"}))
    assert "zonder je naam" in said(niels.post(address, FELT))
    assert "Hoe was het hier?" not in text_of(niels.get(page))
    assert "één keer" in said(niels.post(address, FELT))
    assert Evaluation.objects.get().answers == FELT


def test_nobody_else_tells_for_the_worker(cast: Cast, mine: Assignment, sign_in: SignIn) -> None:
    address = reverse("worker:felt", args=[mine.pk])
    assert sign_in(cast.sanne.account).post(address, FELT).status_code == 404
    assert sign_in(cast.niels.account).get(address).status_code == 405
    assert sign_in(cast.pia).post(address, FELT).status_code == 403
    assert not Evaluation.objects.exists()


def test_the_team_tells_of_the_deployment(cast: Cast, mine: Assignment, sign_in: SignIn) -> None:
    pia = sign_in(cast.pia)
    page = reverse("planner:welcome", args=[mine.pk])
    assert "niet over de persoon" in text_of(pia.get(page))
    assert "zonder namen" in said(pia.post(page, OURS))
    assert "niet over de persoon" not in text_of(pia.get(page))
    assert pia.post(page, OURS).status_code == 409


def test_together_from_ten_on(cast: Cast, mine: Assignment, sign_in: SignIn) -> None:
    pages = [
        (sign_in(cast.niels.account), reverse("worker:shift", args=[mine.shift_id])),
        (sign_in(cast.pia), reverse("planner:place", args=[cast.vlinder.location_id])),
    ]
    for number, shown in [(9, False), (1, True)]:
        Evaluation.objects.bulk_create(
            Evaluation(
                location=cast.vlinder.location,
                side="worker",
                month=month_of(NOW),
                answers=FELT,
            )
            for _each in range(number)
        )
        for browser, page in pages:
            assert ("Zo vonden collega’s het hier" in text_of(browser.get(page))) is shown
            assert ("60 van 100" in text_of(browser.get(page))) is shown
