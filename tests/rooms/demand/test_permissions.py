"""Who may see and change a shift from a desk."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from factories.demand import make_shift
from people import Cast
from rondstroom.rooms.demand import permissions
from rondstroom.rooms.demand.states import ShiftState

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", [ShiftState.DRAFT, ShiftState.PUBLISHED])
def test_the_own_planner_sees_and_changes_and_the_others_do_not(
    cast: Cast, state: ShiftState
) -> None:
    shift = make_shift(cast.vlinder, state=state)
    assert permissions.may_see_shift(cast.pia, shift)
    assert permissions.may_change_shift(cast.pia, shift)
    others = [cast.bas, cast.petra, cast.otto, cast.niels.account, AnonymousUser()]
    for other in others:
        assert not permissions.may_see_shift(other, shift)
        assert not permissions.may_change_shift(other, shift)


def test_the_coordinator_sees_what_is_open_and_changes_nothing(cast: Cast) -> None:
    opened = make_shift(cast.vlinder)
    draft = make_shift(cast.vlinder, state=ShiftState.DRAFT)
    assert permissions.may_see_shift(cast.coen, opened)
    assert not permissions.may_see_shift(cast.coen, draft)
    assert not permissions.may_change_shift(cast.coen, opened)
