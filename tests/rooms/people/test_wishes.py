"""What workers say: where, when, and what they work elsewhere."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from factories.identity import signed
from factories.moments import MONDAY, moment, period
from factories.organisations import make_organisation
from factories.people import make_worker, say
from flexpool.periods import Period, day_period
from people import Cast
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.people import actions, queries
from rondstroom.rooms.people.states import DayPart, Wish

pytestmark = pytest.mark.django_db
TUESDAY = MONDAY + timedelta(days=1)


def test_a_word_is_kept_changed_and_taken_back() -> None:
    aylin = make_worker("Aylin")
    cell = (MONDAY, DayPart.NIGHT)
    for wish in (Wish.AVAILABLE, Wish.RATHER_NOT):
        say(aylin, {cell: wish})
        assert queries.availability_of(aylin.pk, MONDAY, TUESDAY) == {cell: wish}
    say(aylin, {cell: None})
    assert queries.availability_of(aylin.pk, MONDAY, TUESDAY) == {}


def test_what_is_not_named_stays() -> None:
    aylin = make_worker("Aylin")
    say(aylin, {(MONDAY, DayPart.DAY): Wish.AVAILABLE, (MONDAY, DayPart.NIGHT): Wish.AVAILABLE})
    say(aylin, {(MONDAY, DayPart.DAY): None, (TUESDAY, DayPart.NIGHT): None})
    assert queries.availability_of(aylin.pk, MONDAY, TUESDAY) == {
        (MONDAY, DayPart.NIGHT): Wish.AVAILABLE
    }


def test_days_are_given_up_to_the_last() -> None:
    aylin = make_worker("Aylin")
    say(aylin, {(MONDAY, DayPart.DAY): Wish.AVAILABLE, (TUESDAY, DayPart.DAY): Wish.AVAILABLE})
    assert len(queries.availability_of(aylin.pk, MONDAY, TUESDAY)) == 1
    assert len(queries.availability_of(aylin.pk, MONDAY, TUESDAY + timedelta(days=1))) == 2


def test_the_words_of_many_take_one_query(cast: Cast, django_assert_max_num_queries: Any) -> None:
    everybody = [cast.niels.pk, cast.sanne.pk, cast.joke.pk]
    with django_assert_max_num_queries(1):
        said = queries.wishes_for(everybody, MONDAY, TUESDAY)
    assert said[cast.niels.pk][MONDAY, DayPart.NIGHT] == Wish.AVAILABLE
    assert said[cast.sanne.pk] == {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE}
    assert cast.joke.pk not in said


def test_a_month_of_words_takes_few_statements(django_assert_max_num_queries: Any) -> None:
    aylin = make_worker("Aylin")
    days = [MONDAY + timedelta(days=number) for number in range(31)]
    author = signed()
    wishes = {
        (day, part): Wish.AVAILABLE if day.day % 2 else None for day in days for part in DayPart
    }
    with django_assert_max_num_queries(10):
        actions.set_availability(worker=aylin, wishes=wishes, **author)
    said = queries.availability_of(aylin.pk, days[0], days[-1] + timedelta(days=1))
    assert len(said) == 3 * sum(day.day % 2 for day in days)


def test_the_journal_says_which_days_and_not_what_was_said() -> None:
    aylin = make_worker("Aylin")
    say(aylin, {(MONDAY, DayPart.DAY): Wish.UNAVAILABLE})
    line = journal.entries_about_worker(aylin.pk).first()
    assert line is not None
    assert line.event == "people.availability.set"
    assert line.data == {"days": ["2026-11-23"]}


def test_where_one_wants_to_work_is_laid_down_as_a_whole() -> None:
    aylin = make_worker("Aylin")
    molen, rijn = make_organisation("Molenpoort"), make_organisation("Rijnzicht")
    actions.set_willingness(worker=aylin, organisations=[molen, rijn], **signed())
    actions.set_willingness(worker=aylin, organisations=[rijn, rijn], **signed())
    assert queries.willing_organisation_ids(aylin.pk) == {rijn.pk}
    assert queries.willing_organisations([aylin.pk]) == {aylin.pk: {rijn.pk}}
    actions.set_willingness(worker=aylin, organisations=[], **signed())
    assert queries.willing_organisation_ids(aylin.pk) == set()


def test_work_elsewhere_is_found_when_it_touches_the_period() -> None:
    aylin, bo = make_worker("Aylin"), make_worker("Bo")
    night = period(MONDAY, "23:00", "07:00")
    for worker in (aylin, bo):
        actions.declare_work(
            worker=worker,
            starts_at=night.starts_at,
            ends_at=night.ends_at,
            break_minutes=30,
            **signed(),
        )
    found = queries.declared_work([aylin.pk], day_period(TUESDAY))
    assert [one.break_minutes for one in found[aylin.pk]] == [30]
    assert bo.pk not in found
    after = Period(night.ends_at, night.ends_at + timedelta(hours=8))
    assert queries.declared_work([aylin.pk, bo.pk], after) == {}


def test_work_elsewhere_can_be_taken_back_and_the_journal_does_not_say_when() -> None:
    aylin = make_worker("Aylin")
    day = period(MONDAY, "09:00", "17:00")
    work = actions.declare_work(
        worker=aylin, starts_at=day.starts_at, ends_at=day.ends_at, **signed()
    )
    actions.withdraw_declared_work(work=work, **signed())
    assert queries.declared_work([aylin.pk], day) == {}
    lines = list(journal.entries_about_worker(aylin.pk)[:2])
    assert [line.event for line in lines] == ["people.work.withdrawn", "people.work.declared"]
    assert [line.data for line in lines] == [{}, {}]


@pytest.mark.parametrize(
    ("start", "end", "break_minutes"),
    [("09:00", "09:00", 0), ("09:00", "08:00", 0), ("09:00", "09:30", 30), ("09:00", "10:00", -1)],
)
def test_work_elsewhere_that_cannot_be_is_refused(start: str, end: str, break_minutes: int) -> None:
    with pytest.raises(actions.UnableToDeclareWork, match="Werk elders van Aylin"):
        actions.declare_work(
            worker=make_worker("Aylin"),
            starts_at=moment(MONDAY, start),
            ends_at=moment(MONDAY, end),
            break_minutes=break_minutes,
            **signed(),
        )


SUNDAY = MONDAY - timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "end", "cell"),
    [
        ("07:00", "15:30", (MONDAY, DayPart.DAY)),
        ("07:15", "12:00", (MONDAY, DayPart.DAY)),
        ("15:00", "23:15", (MONDAY, DayPart.EVENING)),
        ("14:00", "22:00", (MONDAY, DayPart.EVENING)),
        ("11:00", "19:00", (MONDAY, DayPart.DAY)),  # as much by day as in the evening: the first
        ("23:00", "07:15", (MONDAY, DayPart.NIGHT)),
        ("22:00", "08:00", (MONDAY, DayPart.NIGHT)),
        ("00:00", "08:00", (SUNDAY, DayPart.NIGHT)),
        ("02:00", "06:00", (SUNDAY, DayPart.NIGHT)),
        ("05:00", "09:30", (MONDAY, DayPart.DAY)),
        ("08:00", "08:00", (MONDAY, DayPart.EVENING)),  # a day and night: 7 h, 8 h, 8 h and 1 h
    ],
)
def test_a_shift_falls_under_the_part_of_the_day_it_mostly_lies_in(
    start: str, end: str, cell: tuple[date, DayPart]
) -> None:
    shift = period(MONDAY, start, end)
    assert queries.availability_cell(shift.starts_at, shift.ends_at) == cell
    assert queries.part_of(shift.starts_at, shift.ends_at) == cell[1]


@pytest.mark.parametrize("day", [date(2026, 10, 24), date(2027, 3, 27)])
def test_a_night_in_which_the_clock_changes_is_a_night(day: date) -> None:
    shift = period(day, "22:30", "07:00")
    assert queries.availability_cell(shift.starts_at, shift.ends_at) == (day, DayPart.NIGHT)
