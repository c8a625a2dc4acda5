"""How places and rest are kept when assignments come, go and move."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_worker
from factories.rosters import raw_assignment
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.actions import guarding
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db

LONG = timedelta(hours=11)


def row_for(worker: object, shift: object, place: int = 1) -> Assignment:
    """Give an assignment that was not written yet."""
    return Assignment(
        worker=worker,
        shift=shift,
        place=place,
        state=AssignmentState.CONFIRMED,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        made_at=NOW,
    )


@pytest.mark.parametrize(
    ("taken", "places", "free"),
    [([], 1, 1), ([1], 1, None), ([1], 2, 2), ([2], 2, 1), ([1, 3], 3, 2), ([1, 2, 3], 3, None)],
)
def test_the_lowest_free_place(taken: list[int], places: int, free: int | None) -> None:
    shift = make_shift(places=max([places, *taken]))
    for place in taken:
        raw_assignment(make_worker(f"Zorg {place}", with_account=False), shift, place=place)
    assert guarding.free_place(guarding.rostered_on(shift.pk), places) == free


def test_a_cancelled_place_is_free() -> None:
    shift = make_shift()
    raw_assignment(make_worker(), shift, state=AssignmentState.CANCELLED)
    assert guarding.free_place(guarding.rostered_on(shift.pk), 1) == 1


def test_alone_one_is_kept_free_for_the_whole_rest() -> None:
    worker, shift = make_worker(), make_shift()
    assert guarding.blocked_until(worker, row_for(worker, shift)) == shift.ends_at + LONG


@pytest.mark.parametrize(
    ("hours", "is_shortened"), [(0, True), (9, True), (11, False), (24, False)]
)
def test_work_that_follows_ends_the_block(hours: int, is_shortened: bool) -> None:
    worker = make_worker()
    shift = make_shift(start="06:00", end="09:00", break_minutes=0)
    following = make_shift(start="06:00", end="09:00", break_minutes=0)
    moved = timedelta(hours=3 + hours)
    raw_assignment(
        worker,
        following,
        starts_at=shift.starts_at + moved,
        ends_at=shift.ends_at + moved,
        blocked_until=shift.ends_at + moved + LONG,
    )
    expected = shift.ends_at + (timedelta(hours=hours) if is_shortened else LONG)
    assert guarding.blocked_until(worker, row_for(worker, shift)) == expected


@pytest.mark.parametrize("who", ["same place", "no such place"])
def test_the_database_says_full(who: str) -> None:
    shift = make_shift()
    raw_assignment(make_worker("Anna"), shift)
    other = make_worker("Bram")
    with pytest.raises(guarding.GuardRefused) as refused:
        guarding.write(other, row_for(other, shift, place=1 if who == "same place" else 2))
    assert refused.value.code == "full"


def test_the_database_says_overlap() -> None:
    worker = make_worker()
    raw_assignment(worker, make_shift(start="07:00", end="15:00"))
    with pytest.raises(guarding.GuardRefused) as refused:
        guarding.write(worker, row_for(worker, make_shift(start="14:00", end="20:00")))
    assert refused.value.code == "overlap"


def test_twice_on_a_shift_is_an_overlap_too() -> None:
    worker, shift = make_worker(), make_shift(places=2)
    raw_assignment(worker, shift)
    with pytest.raises(guarding.GuardRefused) as refused:
        guarding.write(worker, row_for(worker, shift, place=2))
    assert refused.value.code == "overlap"


def test_a_refused_write_leaves_the_neighbour_as_it_was() -> None:
    worker, full = make_worker(), make_shift(start="18:00", end="22:00")
    raw_assignment(make_worker("Anna"), full)
    before = raw_assignment(worker, make_shift(start="07:00", end="15:00"))
    blocked = before.blocked_until
    with pytest.raises(guarding.GuardRefused), transaction.atomic():
        guarding.write(worker, row_for(worker, full))
    before.refresh_from_db()
    assert before.blocked_until == blocked


def test_what_slips_between_check_and_write_is_told_as_a_refusal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Locks make this impossible; should one ever fail, people still get words."""
    shift, worker = make_shift(), make_worker("Bram")
    raw_assignment(make_worker("Anna"), shift)
    monkeypatch.setattr(guarding, "free_place", lambda *_asked: 1)
    with pytest.raises(actions.UnableToAssign, match="vol") as refused:
        actions.assign(worker=worker, shift=shift, **signed())
    assert refused.value.code == "full"


def test_others_move_up_when_a_place_comes_free() -> None:
    shift = make_shift(places=4)
    rows = [
        actions.assign(worker=make_worker(f"Zorg {n}", with_account=False), shift=shift, **signed())
        for n in range(4)
    ]
    actions.cancel(assignment=rows[1], **signed())
    actions.cancel(assignment=rows[0], **signed())
    living = Assignment.objects.exclude(state=AssignmentState.CANCELLED)
    assert sorted(living.values_list("place", flat=True)) == [1, 2]
    assert guarding.free_place(guarding.rostered_on(shift.pk), 4) == 3


def test_a_chain_of_neighbours_is_settled_one_by_one() -> None:
    worker = make_worker()
    times = [("07:00", "09:00"), ("10:00", "12:00"), ("13:00", "15:00")]
    first, middle, last = (
        actions.assign(
            worker=worker, shift=make_shift(start=start, end=end, break_minutes=0), **signed()
        )
        for start, end in times
    )
    actions.cancel(assignment=middle, **signed())
    first.refresh_from_db()
    assert first.blocked_until == last.starts_at
    actions.cancel(assignment=last, **signed())
    first.refresh_from_db()
    assert first.blocked_until == first.ends_at + LONG


def test_cancelling_far_away_settles_nothing() -> None:
    worker = make_worker()
    near = actions.assign(worker=worker, shift=make_shift(), **signed())
    far = actions.assign(
        worker=worker, shift=make_shift(day=MONDAY + timedelta(days=5)), **signed()
    )
    actions.cancel(assignment=far, **signed())
    before = near.blocked_until
    near.refresh_from_db()
    assert near.blocked_until == before == near.ends_at + LONG
