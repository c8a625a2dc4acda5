"""A larger contract from places open now: lawful, near the hours asked, and honest about less."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.actions import Imagined
from rondstroom.rooms.rosters.models import Assignment

FIRST = MONDAY  # NOW is the Sunday before
EIGHT = 8 * 60


@pytest.fixture
def tess(cast: Cast) -> Worker:
    """Carer of PG Vlinder who can by day and in the evening."""
    return make_worker("Tess", team=cast.vlinder)


def open_days(cast: Cast, *days: int, **fields: object) -> list[int]:
    made = [
        make_shift(cast.vlinder, day=FIRST + timedelta(days=n), **fields)  # type: ignore[arg-type]
        for n in days
    ]
    return [one.pk for one in made]


def more(worker: Worker, hours: int = 8) -> Imagined:
    return actions.imagine_more(worker=worker, minutes_per_week=hours * 60, **signed())


def test_the_hours_asked_are_found_and_nothing_is_booked(cast: Cast, tess: Worker) -> None:
    open_days(cast, *(7 * week + day for week in range(4) for day in (0, 1, 2, 3)))
    found = more(tess)
    assert (found.starts_on, found.wanted_minutes) == (FIRST, 4 * EIGHT)
    assert (len(found.shift_ids), found.minutes) == (4, 4 * EIGHT)
    assert found.is_enough
    assert not Assignment.objects.exists()
    assert Entry.objects.filter(event="rosters.more.imagined").count() == 1


def test_nearly_no_work_finds_nothing_and_says_so(
    cast: Cast, tess: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_days(cast, 0, 7)
    assert more(tess, hours=4).is_whole
    monkeypatch.setattr("rondstroom.rooms.rosters.actions.plan.boosting.WORK", 1e-9)
    assert not more(tess, hours=4).is_whole


def test_a_hundred_open_shifts_are_searched_to_the_end(cast: Cast, tess: Worker) -> None:
    for number in range(28):
        open_days(cast, number)
        open_days(cast, number, start="15:00", end="23:00")
        open_days(cast, number, start="09:00", end="13:00")
    found = more(tess, hours=12)
    assert found.is_whole
    assert found.is_enough


def test_what_is_rostered_already_stays_and_counts_on_top(cast: Cast, tess: Worker) -> None:
    [taken, *free] = open_days(cast, 0, 7, 14, 21, 22)
    shift = demand.shift(taken)
    assert shift is not None
    actions.assign(worker=tess, shift=shift, **signed())
    found = more(tess, hours=4)
    assert taken not in found.shift_ids
    assert set(found.shift_ids) <= set(free)
    assert found.minutes == 2 * EIGHT


def test_too_little_open_is_said_as_it_is(cast: Cast, tess: Worker) -> None:
    [only] = open_days(cast, 2)
    found = more(tess)
    assert found.shift_ids == [only]
    assert not found.is_enough
    nothing = more(make_worker("Ans", function="Helpende", team=cast.vlinder))
    assert (nothing.shift_ids, nothing.minutes, nothing.weekends) == ([], 0, 4)


def test_no_open_place_at_all_is_no_fault(tess: Worker) -> None:
    found = more(tess)
    assert (found.shift_ids, len(found.free_after)) == ([], 4)


def test_weekends_that_stay_free_are_told_before_and_after(cast: Cast, tess: Worker) -> None:
    saturday = FIRST + timedelta(days=5)
    open_days(cast, 5)
    shift = make_shift(cast.vlinder, day=saturday + timedelta(weeks=1))
    actions.assign(worker=tess, shift=shift, **signed())
    found = more(tess, hours=2)
    assert found.free_before == [saturday + timedelta(weeks=n) for n in (0, 2, 3)]
    assert found.free_after == [saturday + timedelta(weeks=n) for n in (2, 3)]


def test_a_night_into_the_weekend_takes_it(cast: Cast) -> None:
    friday = FIRST + timedelta(days=4)
    say(cast.niels, {(friday, DayPart.NIGHT): Wish.AVAILABLE})
    make_night_shift(cast.vlinder, day=friday)
    found = more(cast.niels, hours=2)
    assert len(found.shift_ids) == 1
    assert friday + timedelta(days=1) not in found.free_after


def test_the_law_holds_in_what_is_shown(cast: Cast, tess: Worker) -> None:
    for days in range(5):
        open_days(cast, days, start="07:00", end="15:30")
        open_days(cast, days, start="15:00", end="23:30")
    found = more(tess, hours=12)
    chosen = sorted(
        (one for one in demand.shifts(found.shift_ids).values()), key=lambda one: one.starts_at
    )
    rests = [b.starts_at - a.ends_at for a, b in pairwise(chosen)]
    assert chosen
    assert min(rests) >= timedelta(hours=11)
    for one in chosen:
        actions.assign(worker=tess, shift=one, **signed())  # each stands when really booked
    assert len(queries.assignments_of_shifts(found.shift_ids)) == len(chosen)


def test_days_one_cannot_work_are_left_alone(cast: Cast, tess: Worker) -> None:
    first, second = open_days(cast, 1, 8)
    say(tess, {(FIRST + timedelta(days=1), DayPart.DAY): Wish.UNAVAILABLE})
    found = more(tess, hours=4)
    assert first not in found.shift_ids
    assert found.shift_ids == [second]


def test_of_partners_only_what_was_offered(cast: Cast) -> None:
    sam = make_worker(
        "Sam", team=cast.vlinder, willing_for=[cast.molenpoort], max_travel_minutes=60
    )
    there = make_shift(cast.wijkteam, day=FIRST + timedelta(days=3))
    assert more(sam, hours=2).shift_ids == []
    say(sam, {(FIRST + timedelta(days=3), DayPart.DAY): Wish.AVAILABLE})
    assert more(sam, hours=2).shift_ids == [there.pk]


@pytest.mark.parametrize("hours", [2, 6, 16])
def test_the_same_question_has_the_same_answer(cast: Cast, tess: Worker, hours: int) -> None:
    open_days(cast, *range(0, 26, 2))
    first, second = more(tess, hours), more(tess, hours)
    assert first == second
    assert first.minutes <= first.wanted_minutes + EIGHT // 2
    assert actions.WEEKS == 4
