"""Whom a reminder reaches: those who work tomorrow, by the Dutch calendar, and are sure to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.states import AssignmentState

SUNDAY = MONDAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "end", "day", "reminded"),
    [
        ("00:00", "08:00", 0, 1),
        ("23:59", "08:00", 0, 1),
        ("23:59", "07:00", -1, 0),
        ("00:00", "08:00", 1, 0),
    ],
)
def test_tomorrow_is_from_midnight_to_midnight(
    cast: Cast, start: str, end: str, day: int, reminded: int
) -> None:
    carer = make_worker("Anna", team=cast.vlinder)
    shift = make_shift(cast.vlinder, day=MONDAY + timedelta(days=day), start=start, end=end)
    actions.assign(worker=carer, shift=shift, **signed())
    assert actions.remind_of_tomorrow(**signed()) == reminded


@pytest.mark.parametrize(("clock", "reminded"), [("11:59", 0), ("12:00", 1), ("23:30", 1)])
def test_reminders_begin_at_noon(cast: Cast, clock: str, reminded: int) -> None:
    actions.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    at = moment(SUNDAY, clock)
    assert actions.remind_of_tomorrow(by=cast.pia, at=at) == reminded


def test_a_concept_or_a_cancelled_shift_is_not_reminded_of(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, places=2)
    actions.assign(worker=cast.niels, shift=shift, state=AssignmentState.PLANNED, **signed())
    made = actions.assign(worker=cast.fatima, shift=shift, **signed())
    actions.cancel(assignment=made, by=cast.pia, at=NOW)
    assert actions.remind_of_tomorrow(**signed()) == 0
