"""Four weeks of availability: whatever is said, the form gives back exactly that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.moments import MONDAY
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.web.worker.wishes import weeks

DAYS = weeks.days_from(MONDAY)
CELLS = st.tuples(st.sampled_from(DAYS), st.sampled_from(DayPart))
SAID = st.dictionaries(CELLS, st.sampled_from(Wish), max_size=84)
WISHES = st.sampled_from([None, *Wish])


def form_of(wishes: weeks.Wishes, today: date = MONDAY) -> dict[str, str]:
    """Fill in the form as the page shows it: a radio group for each part of days to come."""
    return {
        part.field: part.wish
        for week in weeks.laid_out(MONDAY, today, wishes)
        for day in week.days
        if not day.is_over
        for part in day.parts
    }


def after(wishes: weeks.Wishes, changes: weeks.Changes) -> weeks.Wishes:
    """Give what is said once the changes are kept."""
    merged = {**wishes, **changes}
    return {cell: wish for cell, wish in merged.items() if wish is not None}


def test_the_form_holds_every_part_of_four_weeks_once() -> None:
    assert len(form_of({})) == 4 * 7 * 3
    assert len(DAYS) == 28


@given(SAID)
def test_sending_the_form_as_it_was_changes_nothing(wishes: weeks.Wishes) -> None:
    assert weeks.changes_in(form_of(wishes), MONDAY, MONDAY, wishes) == {}


@given(SAID, SAID)
def test_what_is_sent_is_what_is_kept(before: weeks.Wishes, wanted: weeks.Wishes) -> None:
    changes = weeks.changes_in(form_of(wanted), MONDAY, MONDAY, before)
    assert after(before, changes) == wanted


@given(SAID, SAID, st.integers(min_value=1, max_value=27))
def test_days_that_are_over_keep_what_was_said(
    before: weeks.Wishes, wanted: weeks.Wishes, gone: int
) -> None:
    today = MONDAY + timedelta(days=gone)
    changes = weeks.changes_in(form_of(wanted), MONDAY, today, before)
    assert all(day >= today for day, _part in changes)


@given(SAID)
def test_a_part_that_the_form_does_not_hold_stays(wishes: weeks.Wishes) -> None:
    assert weeks.changes_in({"do": "save"}, MONDAY, MONDAY, wishes) == {}


@given(
    st.sets(st.integers(min_value=0, max_value=6), min_size=1),
    st.sets(st.sampled_from(DayPart), min_size=1),
    WISHES,
)
def test_a_pattern_says_the_same_on_its_days_and_nothing_on_others(
    weekdays: set[int], parts: set[DayPart], wish: Wish | None
) -> None:
    said = weeks.pattern(DAYS, weekdays, parts, wish)
    assert set(said.values()) == {wish}
    assert {day.weekday() for day, _part in said} == weekdays
    assert {part for _day, part in said} == parts
    assert len(said) == 4 * len(weekdays) * len(parts)


@given(SAID)
def test_copying_makes_all_weeks_like_the_first(wishes: weeks.Wishes) -> None:
    copied = after(wishes, weeks.copied_forward(MONDAY, wishes))
    for day in weeks.days_from(MONDAY, 1):
        for part in DayPart:
            said = {copied.get((day + timedelta(weeks=ahead), part)) for ahead in range(4)}
            assert said == {wishes.get((day, part))}


@given(SAID)
def test_copying_twice_is_copying_once(wishes: weeks.Wishes) -> None:
    once = after(wishes, weeks.copied_forward(MONDAY, wishes))
    assert after(once, weeks.copied_forward(MONDAY, once)) == once


@given(SAID)
def test_a_week_counts_what_was_said_in_it(wishes: weeks.Wishes) -> None:
    shown = weeks.laid_out(MONDAY, MONDAY, wishes)
    assert sum(week.said for week in shown) == len(wishes)


@pytest.mark.parametrize(
    ("gone", "left"), [(0, [7, 7, 7, 7]), (6, [1, 7, 7, 7]), (7, [0, 7, 7, 7]), (27, [0, 0, 0, 1])]
)
def test_days_left_are_counted_per_week(gone: int, left: list[int]) -> None:
    shown = weeks.laid_out(MONDAY, MONDAY + timedelta(days=gone), {})
    assert [week.days_left for week in shown] == left


def test_weeks_go_over_the_year_with_their_iso_numbers() -> None:
    shown = weeks.laid_out(date(2026, 12, 21), date(2026, 12, 21), {})
    assert [week.number for week in shown] == [52, 53, 1, 2]


@pytest.mark.parametrize("wish", list(Wish))
def test_every_word_is_read(wish: Wish) -> None:
    assert weeks.wish_of(wish.value) is wish


def test_no_word_is_no_wish() -> None:
    assert weeks.wish_of("") is None


@pytest.mark.parametrize("text", ["ziek", "AVAILABLE", " available", "0", "None"])
def test_another_word_is_refused(text: str) -> None:
    with pytest.raises(weeks.UnreadableWish):
        weeks.wish_of(text)
