"""Many who take the same shift at once, and swaps against cancelling; on both databases."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.organisations import make_team
from factories.people import make_worker
from factories.races import race
from rondstroom.rooms.identity.models import Account
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, Swap

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
LATER = MONDAY + timedelta(days=7)
CROWD = 8


def on(worker: Worker, shift: Any) -> Assignment:
    made = queries.assignment(actions.assign(worker=worker, shift=shift, **signed()).pk)
    assert made is not None
    return made


def of(worker: Worker) -> Account:
    assert worker.account is not None
    return worker.account


def refusals(answers: list[Any]) -> list[Any]:
    """Give who was refused in words; anything else that was raised is a fault."""
    raised = [one for one in answers if isinstance(one, Exception)]
    known = (actions.UnableToSwap, actions.UnableToCancel)
    assert all(isinstance(one, known) for one in raised), raised
    return raised


def test_a_shift_offered_to_anyone_goes_to_one_of_many() -> None:
    team = make_team()
    organisations.set_swap_rule(team=team, needs_approval=False, **signed())
    giver = make_worker("Geef", team=team)
    crowd = [make_worker(f"Neem {number}", team=team) for number in range(CROWD)]
    given = on(giver, make_shift(team, day=LATER))
    asked = actions.ask_swap(assignment=given, by=of(giver), at=NOW)
    raced = race(
        [
            lambda one=one: actions.accept_swap(swap=asked, taker=one, by=of(one), at=NOW)
            for one in crowd
        ]
    )
    assert len(refusals(raced.answers)) == CROWD - 1
    [holder] = queries.assignments_of_shifts([given.shift_id])[given.shift_id]
    assert holder.worker_id == Swap.objects.get(state="done").taker_id


def test_a_swap_and_its_opposite_and_a_cancel_leave_whole_rosters() -> None:
    team = make_team()
    anna, bram = make_worker("Anna", team=team), make_worker("Bram", team=team)
    planner = signed()["by"]
    one = on(anna, make_shift(team, day=LATER))
    two = on(bram, make_shift(team, day=LATER + timedelta(days=2)))

    def swap(given: Assignment, taker: Worker, back: Assignment) -> Any:
        return actions.exchange(assignment=given, taker=taker, in_return=back, by=planner, at=NOW)

    raced = race(
        [
            lambda: swap(one, bram, two),
            lambda: swap(two, anna, one),
            lambda: swap(one, bram, two),
            lambda: actions.cancel(assignment=two, by=planner, at=NOW),
        ]
    )
    refusals(raced.answers)
    living = Assignment.objects.exclude(state="cancelled")
    held = {row.shift_id: row.worker_id for row in living}
    assert len(living) == len(held) <= 2
    whole = {one.shift_id: anna.pk, two.shift_id: bram.pk}
    swapped = {one.shift_id: bram.pk, two.shift_id: anna.pk}
    assert held in [whole, swapped, {one.shift_id: anna.pk}, {one.shift_id: bram.pk}]
