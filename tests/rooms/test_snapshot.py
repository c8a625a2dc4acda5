"""What fixtures made once give back: the same rows, changes of older rows among them."""

from __future__ import annotations

import pytest

from factories.demand import make_shift
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.organisations.models import Team
from snapshot import made_once, once

CALLS: list[str] = []


@pytest.fixture
@once
def changed(cast: Cast) -> Shift:
    """Give a new shift, of a team that got another name."""
    CALLS.append("changed")
    cast.vlinder.name = "Vlinder en Libel"
    cast.vlinder.save()
    shift = make_shift(cast.vlinder)
    shift.remarks = "Bel aan"
    shift.save()
    return shift


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_the_rows_are_there_each_time_and_made_once(turn: int, cast: Cast, changed: Shift) -> None:
    assert CALLS.count("changed") == 1
    assert Team.objects.get(pk=cast.vlinder.pk).name == "Vlinder en Libel"
    assert [(shift.pk, shift.remarks) for shift in Shift.objects.all()] == [(changed.pk, "Bel aan")]
    Shift.objects.filter(pk=changed.pk).update(remarks="")


def test_beside_other_rows_it_is_made_after_all(cast: Cast) -> None:
    def make() -> int:
        CALLS.append("here")
        return int(make_shift(cast.vlinder).pk)

    first = made_once(make, "here")
    assert made_once(make, "here") != first
    assert CALLS.count("here") == 2
