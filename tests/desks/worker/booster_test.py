"""Looking at a larger contract: what would come, which weekends stay free, what is in the way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from factories.demand import make_shift
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.people.models import Worker

ADDRESS = reverse("worker:booster")


@pytest.fixture
def tess(cast: Cast) -> Worker:
    return make_worker("Tess", team=cast.vlinder)


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_the_page_shows_shifts_and_free_weekends(cast: Cast, sign_in: Any, tess: Worker) -> None:
    for week in range(4):
        make_shift(cast.vlinder, day=MONDAY + timedelta(weeks=week, days=1))
    client = sign_in(tess.account)
    assert "Er wordt niets geboekt." in words(client.get(ADDRESS))
    page = words(client.post(ADDRESS, {"hours": "8"}))
    assert "Dit past: 8 uur per week erbij." in page
    assert "di 24 nov, 07:00 – 15:30" in page
    assert "4 van de 4 weekenden blijven vrij" in page
    assert "Zeg dat je meer uren wilt" in page


def test_less_than_asked_names_the_obstacles(cast: Cast, sign_in: Any) -> None:
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=8))
    page = words(sign_in(cast.niels.account).post(ADDRESS, {"hours": "4"}))
    assert "Nu staat er geen dienst open die erbij past." in page
    assert "Wat staat meer uren in de weg?" in page
    assert "Beschikbaar zijn op dinsdag 1 december (dag)" in page


def test_a_part_of_it_is_called_a_part(cast: Cast, sign_in: Any, tess: Worker) -> None:
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=8))
    page = words(sign_in(tess.account).post(ADDRESS, {"hours": "8"}))
    assert "Nu zijn er diensten voor 2 uur per week erbij, van de 8 uur." in page


def test_a_search_that_was_cut_off_says_so_and_is_never_silently_empty(
    cast: Cast, sign_in: Any, tess: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=8))
    monkeypatch.setattr("rondstroom.rooms.rosters.actions.plan.boosting.WORK", 1e-9)
    page = words(sign_in(tess.account).post(ADDRESS, {"hours": "4"}))
    assert "Het zoeken stopte voor het einde" in page
    assert "geen dienst open die erbij past" not in page


@pytest.mark.parametrize("hours", ["", "3", "x", "100"])
def test_only_the_hours_offered_can_be_asked(hours: str, sign_in: Any, tess: Worker) -> None:
    assert sign_in(tess.account).post(ADDRESS, {"hours": hours}).status_code == 422


def test_who_is_no_worker_has_no_contract_to_enlarge(
    cast: Cast, sign_in: Any, stranger: Any
) -> None:
    assert sign_in(cast.pia).get(ADDRESS).status_code == 403
    assert stranger.post(ADDRESS, {"hours": "4"}).status_code == 302
