"""Choosing a shift for oneself at another organisation, as the pool's arrangement allows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.cascade import make_policy
from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import answer_council, make_arrangement
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.states import Ring
from rondstroom.rooms.organisations.models import Pool
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.people.models import Worker
from rondstroom.web.worker.booking.standing import standing

NOT_ARRANGED = "matching.not-arranged"


@pytest.fixture
def pool(cast: Cast) -> Pool:
    """Give the pool of De Linde, Molenpoort and Rijnzicht."""
    return Pool.objects.get()


@pytest.fixture
def mees(cast: Cast) -> Worker:
    """Give somebody of Molenpoort who wants to work at De Linde."""
    return make_worker("Mees", team=cast.wijkteam, willing_for=[cast.de_linde])


@pytest.fixture
def shift(cast: Cast) -> Shift:
    """Give a shift at De Linde that one may take at once."""
    return make_shift(cast.vlinder, sign_up=SignUp.INSTANT)


def listed(worker: Worker) -> tuple[int, int, dict[str, int]]:
    """Give how many shifts the two lists let a worker choose, and why others not."""
    week = NOW, NOW + timedelta(days=7), NOW
    shown = queries.shifts_for(worker, *week)
    return len(shown.may), len(queries.workable_shifts(worker, *week).may), shown.hidden_counts


def signs_up(worker: Worker, shift: Shift, action: Any = actions.sign_up) -> str:
    """Give how signing up ended: the outcome, or the first rule against it."""
    try:
        return str(action(worker=worker, shift=shift, **signed()).outcome)
    except actions.UnableToSignUp as refused:
        return str(refused.reasons[0].rule)


@pytest.mark.parametrize(
    ("shares", "outcome"),
    [
        (None, "booked"),
        ([Shared.BOOKING], "booked"),
        ([Shared.ASKING, Shared.PROOFS], NOT_ARRANGED),
        ([], NOT_ARRANGED),
    ],
)
def test_as_agreed(
    cast: Cast, pool: Pool, mees: Worker, shift: Shift, shares: Any, outcome: str
) -> None:
    if shares is not None:
        make_arrangement(pool, shares=shares)
    may = outcome == "booked"
    assert listed(mees) == (may, may, {} if may else {NOT_ARRANGED: 1})
    assert signs_up(mees, shift) == outcome


def test_consent_of_both_councils_opens_it(
    cast: Cast, pool: Pool, mees: Worker, shift: Shift
) -> None:
    row = make_arrangement(pool, shares=[Shared.BOOKING], needs_consent=[Shared.BOOKING])
    answer_council(row, cast.de_linde)
    assert signs_up(mees, shift) == NOT_ARRANGED
    answer_council(row, cast.molenpoort)
    assert signs_up(mees, shift) == "booked"


def test_the_arrangement_of_the_day_of_the_shift_counts(
    cast: Cast, pool: Pool, mees: Worker, shift: Shift
) -> None:
    make_arrangement(pool, starts_on=MONDAY + timedelta(days=1))
    later = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), sign_up=SignUp.INSTANT)
    assert signs_up(mees, later) == NOT_ARRANGED
    assert signs_up(mees, shift) == "booked"


def test_the_own_organisation_and_a_waiting_list(cast: Cast, pool: Pool, mees: Worker) -> None:
    make_arrangement(pool)
    own = make_shift(cast.wijkteam, sign_up=SignUp.INSTANT)
    full = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    actions.book_on_behalf(worker=make_worker("Anna"), shift=full, **signed(), override_reason="x")
    assert signs_up(mees, own) == "booked"
    assert signs_up(mees, full, actions.join_waiting_list) == "matching.full"


def test_who_was_asked_or_placed_by_a_planner_did_not_choose(
    cast: Cast, pool: Pool, mees: Worker, shift: Shift
) -> None:
    make_arrangement(pool, shares=[Shared.ASKING])
    assert not standing(mees, shift.pk, NOW).eligibility.ok
    make_policy(cast.de_linde, rings=(Ring.REGIONAL_POOL,))
    actions.start_cascade(shift=shift, **signed())
    assert queries.asked_and_offered(mees.pk) == ({}, {shift.pk})
    assert standing(mees, shift.pk, NOW).eligibility.ok
    assert queries.eligibility(mees, shift, NOW).ok
    assert actions.book_on_behalf(worker=mees, shift=shift, by=cast.pia, at=NOW).pk
