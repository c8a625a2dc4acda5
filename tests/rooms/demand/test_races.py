"""A shift that lapses while others book it and step back: everybody gets an answer for people."""

from __future__ import annotations

from collections import Counter

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import NOW
from factories.organisations import make_postcodes, make_team
from factories.people import make_worker
from factories.races import race
from rondstroom.rooms.demand import actions
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

CROWD = 10


@pytest.mark.parametrize("turn", range(3))
def test_a_shift_lapses_while_others_step_back_and_book(turn: int) -> None:
    make_postcodes()
    team, author = make_team(), signed()
    shift = make_shift(team, places=2 * CROWD, day=NOW.date().replace(day=28))
    crowd = [make_worker(f"Zorg {one}", team=team, with_account=False) for one in range(2 * CROWD)]
    on_it = [rosters.assign(worker=one, shift=shift, **author) for one in crowd[:CROWD]]
    raced = race(
        [
            lambda: actions.cancel_shift(
                shift=Shift.objects.get(pk=shift.pk), reason="dubbel", **author
            ),
            *[
                lambda row=row: rosters.cancel(
                    assignment=Assignment.objects.get(pk=row.pk), reason="ruil", **author
                )
                for row in on_it
            ],
            *[
                lambda worker=worker: rosters.assign(worker=worker, shift=shift, **author)
                for worker in crowd[CROWD:]
            ],
        ]
    )
    failed = Counter(
        type(one).__name__
        for one in raced.answers
        if isinstance(one, Exception) and not isinstance(one, UnableToAct)
    )
    assert not failed, [one for one in raced.answers if isinstance(one, Exception)]
    assert Shift.objects.get(pk=shift.pk).state == ShiftState.CANCELLED
    assert not Assignment.objects.exclude(state=AssignmentState.CANCELLED).exists()
