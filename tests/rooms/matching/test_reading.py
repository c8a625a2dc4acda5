"""What desks read of requests: of a shift the living ones, of a worker all with their answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker
from people import Cast
from rondstroom.rooms.matching import actions, queries
from rondstroom.rooms.matching.states import RequestState

pytestmark = pytest.mark.django_db


def test_who_asks_for_a_shift_is_listed_first_come_first(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    bo, cas = (make_worker(name, team=cast.vlinder) for name in ("Bo", "Cas"))
    later = signed() | {"at": signed()["at"] + timedelta(minutes=5)}
    actions.sign_up(worker=cas, shift=shift, **later)
    actions.sign_up(worker=bo, shift=shift, **signed())
    assert [one.worker for one in queries.requests_of_shift(shift.pk)] == [bo, cas]
    assert not queries.requests_of_shift(make_shift(cast.vlinder).pk).exists()


def test_what_was_withdrawn_is_gone_for_the_planner_and_kept_for_the_worker(cast: Cast) -> None:
    first = make_shift(cast.vlinder)
    second = make_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    bo = make_worker("Bo", team=cast.vlinder)
    for number, shift in enumerate((first, second)):
        at = signed()["at"] + timedelta(minutes=number)
        actions.sign_up(worker=bo, shift=shift, **signed() | {"at": at})
    asked = queries.requests_of_shift(first.pk).get()
    actions.withdraw(request=asked, **signed() | {"by": bo.account})
    assert not queries.requests_of_shift(first.pk).exists()
    told = [(one.shift, one.state) for one in queries.requests_of(bo.pk)]
    assert told == [(second, RequestState.REQUESTED), (first, RequestState.WITHDRAWN)]
    assert not queries.requests_of(cast.niels.pk).exists()
