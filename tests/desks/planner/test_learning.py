"""Somebody learns beside a colleague: the planner's form, the shift, the week, the queue."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.django_db


@pytest.fixture
def night(cast: Cast) -> Shift:
    return make_night_shift(cast.vlinder)


@pytest.fixture
def niels(cast: Cast, night: Shift) -> Assignment:
    return actions.assign(worker=cast.niels, shift=night, **signed())


@pytest.fixture
def lot(cast: Cast) -> Worker:
    return make_worker("Lot", function="VIG", team=cast.vlinder, without="diploma")


def form(shift: Shift) -> str:
    return reverse("planner:learn", args=[shift.pk])


def test_from_the_shift_to_a_learner_beside_niels(
    pia: Client, night: Shift, niels: Assignment, lot: Worker
) -> None:
    shift = reverse("planner:shift", args=[night.pk])
    assert form(night) in pia.get(shift).content.decode()
    told = {"worker": lot.pk, "buddy": niels.pk}
    assert "Lot loopt mee met Niels" in said(pia.post(form(night), told))
    seen = text_of(pia.get(shift))
    assert "Lot naast Niels" in seen
    assert "Wie werkt: 1 van 1" in seen
    made = Assignment.objects.get(worker=lot)
    beside = text_of(pia.get(reverse("planner:shift", args=[made.shift_id])))
    assert "plaats om mee te lopen" in beside
    assert pia.get(form(made.shift)).status_code == 404


def test_the_week_shows_it_and_does_not_count_it(
    pia: Client, cast: Cast, night: Shift, niels: Assignment, lot: Worker
) -> None:
    where = {"team": cast.vlinder.pk, "day": MONDAY.isoformat()}
    before = text_of(pia.get(reverse("planner:week"), where)).count("1 van 1")
    actions.place_in_training(worker=lot, shift=night, buddy=niels, **signed())
    seen = text_of(pia.get(reverse("planner:week"), where))
    assert "loopt mee, tot di" in seen
    assert seen.count("1 van 1") == before
    assert "2 van 2" not in seen


def test_who_learns_reads_it(night: Shift, niels: Assignment, lot: Worker) -> None:
    made = actions.place_in_training(worker=lot, shift=night, buddy=niels, **signed())
    page = sign_in(lot.account).get(reverse("worker:shift", args=[made.shift_id]))
    assert "Je loopt mee" in text_of(page)
    assert "Niels is je buddy" in text_of(page)


def test_without_the_colleague_it_stands_in_the_queue(
    pia: Client, night: Shift, niels: Assignment, lot: Worker
) -> None:
    actions.place_in_training(worker=lot, shift=night, buddy=niels, **signed())
    home = reverse("planner:home")
    assert "Loopt mee zonder buddy" not in text_of(pia.get(home))
    actions.cancel(assignment=niels, **signed())
    assert "Loopt mee zonder buddy" in text_of(pia.get(home))
    assert "nog zonder buddy" in text_of(pia.get(reverse("planner:shift", args=[night.pk])))


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({}, 422),
        ({"worker": "x", "buddy": "y"}, 422),
        ({"worker": "lot", "buddy": "0"}, 422),
        ({"worker": "kim", "buddy": "niels"}, 409),
    ],
)
def test_what_cannot_be(
    told: dict[str, str], status: int, pia: Client, cast: Cast, night: Shift, niels: Assignment
) -> None:
    kim = make_worker("Kim", function="Helpende", team=cast.vlinder, without="identity")
    numbers = {"kim": str(kim.pk), "niels": str(niels.pk), "lot": str(cast.sanne.pk)}
    sent: dict[str, Any] = {name: numbers.get(value, value) for name, value in told.items()}
    assert pia.post(form(night), sent).status_code == status
    assert not Shift.objects.filter(beside=night).exists()


def test_who_may_be_chosen_is_of_the_house_or_wants_to_work_here(
    pia: Client, cast: Cast, night: Shift, niels: Assignment
) -> None:
    seen = text_of(pia.get(form(night)))
    for name in ("Sanne", "Fatima", "Ruud", "Joke"):
        assert name in seen
    other = make_worker("Wil", team=cast.wijkteam)
    assert "Wil " not in text_of(pia.get(form(night)))
    told = {"worker": other.pk, "buddy": niels.pk}
    assert pia.post(form(night), told).status_code == 422


def test_nobody_works_it_yet(pia: Client, night: Shift) -> None:
    assert "meelopen doe je nooit alleen" in text_of(pia.get(form(night)))
