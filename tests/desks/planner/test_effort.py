"""Complaint 1: a pool must not mean more planner work. A standard open shift takes at most three
actions of a planner, whichever way it is filled; an action is a form that is sent.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from factories.cascade import make_policy, offer_to
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Cascade, Request
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import queries as rosters

pytestmark = pytest.mark.django_db
MOST_ACTIONS = 3


class Counting:
    """A planner's browser that counts what is sent."""

    def __init__(self, browser: Client) -> None:
        self.browser = browser
        self.actions = 0

    def send(self, page: str, number: int | None = None, **form: str) -> None:
        """Send a form, and count it."""
        self.actions += 1
        answer = self.browser.post(reverse(page, args=[] if number is None else [number]), form)
        assert answer.status_code == 302


@pytest.fixture
def planner(pia: Client) -> Counting:
    """Pia, counted."""
    return Counting(pia)


@pytest.fixture
def tess(cast: Cast) -> Worker:
    """Somebody of the team who wants to work."""
    return make_worker("Tess", team=cast.vlinder)


def is_filled(shift: Shift) -> bool:
    """Tell whether every place is taken."""
    return rosters.filled_places([shift.pk])[shift.pk] == shift.places


def test_asking_around_takes_one_action(planner: Counting, cast: Cast, tess: Worker) -> None:
    make_policy(cast.de_linde)
    shift = make_shift(cast.vlinder)
    planner.send("planner:ask", shift.pk)
    soon = signed() | {"at": NOW + timedelta(minutes=5), "by": tess.account}
    actions.answer_offer(offer=offer_to(Cascade.objects.get(), tess), wants=True, **soon)
    actions.advance_cascades(**signed() | {"at": NOW + timedelta(hours=2)})
    assert is_filled(shift)
    assert planner.actions <= MOST_ACTIONS


def test_a_draft_that_is_published_and_asked_for_takes_two(
    planner: Counting, cast: Cast, tess: Worker
) -> None:
    shift = make_shift(cast.vlinder, state=ShiftState.DRAFT)
    planner.send("planner:publish", shift=str(shift.pk))
    shift.refresh_from_db()
    actions.sign_up(worker=tess, shift=shift, by=tess.account, at=NOW)
    planner.send("planner:accept", Request.objects.get().pk)
    assert is_filled(shift)
    assert planner.actions <= MOST_ACTIONS


def test_assigning_a_candidate_takes_one(planner: Counting, cast: Cast, tess: Worker) -> None:
    shift = make_shift(cast.vlinder)
    planner.send("planner:assign", shift.pk, worker=str(tess.pk))
    assert is_filled(shift)
    assert planner.actions <= MOST_ACTIONS


def test_somebody_absent_is_replaced_with_two(planner: Counting, cast: Cast, tess: Worker) -> None:
    shift = make_shift(cast.vlinder)
    planner.send("planner:assign", shift.pk, worker=str(tess.pk))
    (row,) = rosters.assignments_of_shifts([shift.pk])[shift.pk]
    planner.actions = 0
    planner.send("planner:absent", row.pk)
    other = make_worker("Noor", team=cast.vlinder)
    planner.send("planner:assign", shift.pk, worker=str(other.pk))
    assert is_filled(shift)
    assert planner.actions <= MOST_ACTIONS
