"""The moment of the call is kept: when somebody was put on a shift, not when they asked for it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.states import SignUp
from rondstroom.rooms.matching import actions as matching
from rondstroom.rooms.matching.models import Request
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement import queries as settlement

LATER = NOW + timedelta(hours=2)
NEXT_MONDAY = MONDAY + timedelta(days=7)


@pytest.fixture
def mira(cast: Cast) -> Worker:
    """Give somebody on call at PG Vlinder."""
    return make_worker("Mira", team=cast.vlinder, form=EngagementForm.ON_CALL)


def rules(cast: Cast) -> list[str]:
    found = settlement.obligations_of(cast.de_linde.pk, NOW)
    return [one.finding.rule.source_ref for one in found]


def test_who_is_put_on_a_shift_is_called_then(cast: Cast, mira: Worker) -> None:
    made = actions.assign(worker=mira, shift=make_shift(cast.vlinder), **signed())
    made.refresh_from_db()
    assert made.called_at == made.made_at == NOW


def test_a_plan_is_no_call_until_it_is_published(cast: Cast, mira: Worker) -> None:
    made = actions.assign(
        worker=mira,
        shift=make_shift(cast.vlinder),
        state=AssignmentState.PLANNED,
        **signed(),
    )
    assert made.called_at is None
    actions.publish_roster(
        team=cast.vlinder,
        starts_on=MONDAY,
        ends_on=MONDAY,
        **(signed() | {"at": LATER}),
    )
    made.refresh_from_db()
    assert (made.made_at, made.called_at) == (NOW, LATER)


def test_other_times_are_another_call(cast: Cast, mira: Worker) -> None:
    shift = make_shift(cast.vlinder, day=NEXT_MONDAY)
    made = actions.assign(worker=mira, shift=shift, **signed())
    demand.change_shift(
        shift=shift,
        ends_at=shift.ends_at - timedelta(hours=1),
        **(signed() | {"at": LATER}),
    )
    made.refresh_from_db()
    assert made.called_at == LATER


def test_who_booked_or_asked_was_not_called(cast: Cast, mira: Worker) -> None:
    assert mira.account is not None
    instant = make_night_shift(cast.vlinder, sign_up=SignUp.INSTANT)
    matching.sign_up(worker=mira, shift=instant, by=mira.account, at=NOW)
    assert Assignment.objects.get(shift=instant).called_at is None
    asked = make_night_shift(cast.vlinder, day=NEXT_MONDAY)
    matching.sign_up(worker=mira, shift=asked, by=mira.account, at=NOW)
    request = Request.objects.get(shift=asked)
    matching.accept_request(request=request, **signed())
    assert Assignment.objects.get(shift=asked).called_at is None
    assert "O3" not in rules(cast)


def test_a_call_within_four_days_may_be_refused_and_is_told(cast: Cast, mira: Worker) -> None:
    actions.assign(worker=mira, shift=make_shift(cast.vlinder), **signed())
    assert "O3" in rules(cast)
    (found,) = [
        one.finding
        for one in settlement.obligations_of(cast.de_linde.pk, NOW)
        if one.finding.rule.source_ref == "O3"
    ]
    assert found.message.nl.startswith("Deze oproep komt na 19-11-2026")
    assert found.minutes == 0


def test_a_call_in_time_is_no_finding(cast: Cast, mira: Worker) -> None:
    actions.assign(worker=mira, shift=make_shift(cast.vlinder, day=NEXT_MONDAY), **signed())
    assert "O3" not in rules(cast)


def test_who_has_fixed_hours_is_not_called(cast: Cast) -> None:
    fixed = make_worker("Vera", team=cast.vlinder)
    actions.assign(worker=fixed, shift=make_shift(cast.vlinder), **signed())
    assert rules(cast) == []
