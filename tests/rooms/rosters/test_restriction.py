"""A limit to what may be planned for somebody: kept without a reason, and kept to."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.organisations import make_team
from factories.people import make_worker
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import Restriction
from rondstroom.rooms.rosters import actions

pytestmark = pytest.mark.django_db
UNTIL = MONDAY + timedelta(days=14)


def limited(restriction: Restriction | None, until: date | None = UNTIL) -> Worker:
    """Give a carer with a limit."""
    worker = make_worker("Aylin", team=make_team())
    people.set_restriction(worker=worker, restriction=restriction, until=until, **signed())
    return worker


@pytest.mark.parametrize("restriction", list(Restriction))
def test_no_night_is_given_while_the_limit_holds(restriction: Restriction) -> None:
    aylin, night = limited(restriction), make_night_shift()
    with pytest.raises(actions.UnableToAssign) as refusal:
        actions.assign(worker=aylin, shift=night, **signed())
    assert refusal.value.code == "law"
    assert "worktime.protected-nights" in {reason.rule for reason in refusal.value.reasons}


@pytest.mark.parametrize("restriction", list(Restriction))
def test_an_ordinary_day_is_no_trouble(restriction: Restriction) -> None:
    assert actions.assign(worker=limited(restriction), shift=make_shift(), **signed()).pk


def test_only_protected_hours_are_shorter() -> None:
    long_day = make_shift(start="07:00", end="18:15", break_minutes=45)
    assert actions.assign(worker=limited(Restriction.NO_NIGHTS), shift=long_day, **signed()).pk


def test_a_long_day_is_not_given_within_protected_hours() -> None:
    long_day = make_shift(start="07:00", end="18:15", break_minutes=45)
    with pytest.raises(actions.UnableToAssign, match="10,5 uur") as refusal:
        actions.assign(worker=limited(Restriction.PROTECTED), shift=long_day, **signed())
    assert {reason.rule for reason in refusal.value.reasons} == {"worktime.protected-shift-hours"}


def test_after_its_last_day_everything_may_again() -> None:
    aylin = limited(Restriction.NO_NIGHTS, until=MONDAY)
    assert actions.assign(worker=aylin, shift=make_night_shift(), **signed()).pk


def test_a_limit_that_was_taken_away_limits_nothing() -> None:
    aylin = limited(Restriction.NO_NIGHTS)
    people.set_restriction(worker=aylin, restriction=None, until=None, **signed())
    assert actions.assign(worker=aylin, shift=make_night_shift(), **signed()).pk
