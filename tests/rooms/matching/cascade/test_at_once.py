"""Many at once on one cascade: nobody is asked twice, nobody booked twice; on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.cascade import make_policy, offers_in
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.organisations import make_team
from factories.people import make_worker
from factories.races import race
from factories.skills import make_function
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.matching import actions
from rondstroom.rooms.matching.models import Cascade, Offer
from rondstroom.rooms.matching.states import CascadeState, OfferState, Ring
from rondstroom.rooms.rosters.models import Assignment

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
CROWD = 10


def later(minutes: float) -> dict[str, Any]:
    """Sign so many minutes from now."""
    return signed() | {"at": NOW + timedelta(minutes=minutes)}


@pytest.fixture
def shift() -> Shift:
    """Two open places, and a team of ten that may work them."""
    team = make_team()
    make_function("VIG")
    make_policy(team.location.organisation, rings=(Ring.OWN_TEAM, Ring.OWN_ORGANISATION))
    for number in range(CROWD):
        make_worker(f"Zo {number}", team=team)
    return make_shift(team, places=2)


def faults(answers: list[Any]) -> list[Any]:
    """Give what went wrong."""
    return [one for one in answers if isinstance(one, Exception)]


def test_starting_many_times_at_once_asks_everybody_once(shift: Shift) -> None:
    author = signed()
    raced = race([lambda: actions.start_cascade(shift=shift, **author)] * 6)
    assert not faults(raced.answers)
    assert Cascade.objects.count() == 1
    assert Offer.objects.count() == CROWD
    assert Entry.objects.filter(event="matching.offer.made").count() == CROWD


def test_advancing_many_times_at_once_moves_one_ring(shift: Shift) -> None:
    cascade = actions.start_cascade(shift=shift, **signed())
    for one in offers_in(cascade, Ring.OWN_TEAM)[2:5]:
        actions.answer_offer(offer=one, wants=True, **later(1))
    over = later(60)
    raced = race(
        [lambda: actions.advance_cascade(cascade_id=cascade.pk, **over)] * 4
        + [lambda: actions.advance_cascades(**over)] * 4
    )
    assert not faults(raced.answers)
    cascade.refresh_from_db()
    assert cascade.state == CascadeState.FILLED
    assert Assignment.objects.count() == 2
    states = sorted(Offer.objects.values_list("state", flat=True))
    assert states.count(OfferState.BOOKED) == 2
    assert states.count(OfferState.PASSED) == 1
    assert states.count(OfferState.WITHDRAWN) == CROWD - 3
    assert Entry.objects.filter(event="matching.cascade.ended").count() == 1


def test_everybody_says_yes_at_once_and_the_first_in_order_have_it(shift: Shift) -> None:
    cascade = actions.start_cascade(shift=shift, **signed())
    offers = offers_in(cascade, Ring.OWN_TEAM)
    yes = later(1)
    raced = race(
        [lambda one=one: actions.answer_offer(offer=one, wants=True, **yes) for one in offers]
    )
    too_late = [one for one in raced.answers if isinstance(one, actions.UnableToAnswerOffer)]
    assert faults(raced.answers) == too_late
    booked = Assignment.objects.values_list("worker_id", flat=True)
    assert set(booked) == {offers[0].worker_id, offers[1].worker_id}
