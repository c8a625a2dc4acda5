"""What one person's roster has room for: at each limit what just fits and what just does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demo import MONDAY, slot
from rondstroom.demo.region.cover import Slot
from rondstroom.demo.region.stamina import Stamina, longest_rest

FULL_TIME = 48 * 60  # more than any limit but that of the contract asks


def laid(*slots: Slot, minutes_per_week: int = FULL_TIME) -> Stamina:
    stamina = Stamina(minutes_per_week)
    for one in slots:
        stamina.lay(one)
    return stamina


def has_room(stamina: Stamina, one: Slot) -> bool:
    return stamina.has_room(one, MONDAY)


def test_an_empty_roster_has_room() -> None:
    assert has_room(laid(), slot(0))


@pytest.mark.parametrize(
    ("before", "after", "fits"),
    [
        (slot(0, "day"), slot(1, "day"), True),
        (slot(0, "evening"), slot(1, "evening"), True),
        (slot(0, "evening"), slot(1, "day"), False),  # 7.75 hours
        (slot(0, "day"), slot(0, "night"), False),  # 7.5 hours
        (slot(0, "day"), slot(0, "evening"), False),  # at the same time
        (slot(0, "night"), slot(1, "night"), True),
        (slot(0, "night"), slot(1, "evening"), False),
        (slot(0, "night"), slot(2, "night"), False),  # nights end with two days off
        (slot(0, "night"), slot(3, "day"), False),  # 47.75 hours
        (slot(0, "night"), slot(3, "evening"), True),
    ],
)
def test_rest_between_two_shifts(before: Slot, after: Slot, fits: bool) -> None:
    assert has_room(laid(before), after) is fits


@pytest.mark.parametrize(("days", "fits"), [(4, True), (5, False)])
def test_at_most_five_days_on_end(days: int, fits: bool) -> None:
    assert has_room(laid(*map(slot, range(days))), slot(days)) is fits


@pytest.mark.parametrize(("nights", "fits"), [(3, True), (4, False)])
def test_at_most_four_nights_on_end(nights: int, fits: bool) -> None:
    stamina = laid(*(slot(night, "night") for night in range(nights)))
    assert has_room(stamina, slot(nights, "night")) is fits


@pytest.mark.parametrize(("sundays", "fits"), [(3, True), (4, False)])
def test_at_most_four_sundays_of_six(sundays: int, fits: bool) -> None:
    stamina = laid(*(slot(6 + 7 * week) for week in range(sundays)))
    assert has_room(stamina, slot(6 + 7 * sundays)) is fits
    assert has_room(stamina, slot(5 + 7 * sundays))


def test_each_seven_days_hold_the_weekly_rest() -> None:
    # Never two days off on end: late and early in turn leave less than 36 hours.
    broken = laid(slot(0, "evening"), slot(2), slot(3, "evening"), slot(5))
    assert not has_room(broken, slot(6, "evening"))
    assert has_room(broken, slot(7, "evening"))
    assert has_room(laid(slot(0), slot(1), slot(4)), slot(5))


@pytest.mark.parametrize(("hours", "shifts"), [(16, 2), (24, 3), (32, 4)])
def test_the_contract_is_filled_to_within_half_a_shift(hours: int, shifts: int) -> None:
    stamina = laid(*map(slot, range(shifts)), minutes_per_week=hours * 60)
    assert not has_room(stamina, slot(shifts))
    assert has_room(stamina, slot(7))  # next week it goes on


def test_what_is_owed_grows_by_the_day_and_shrinks_with_work() -> None:
    stamina = Stamina(24 * 60)
    assert stamina.owed(MONDAY + timedelta(days=6), MONDAY) == pytest.approx(1)
    stamina.lay(slot(0))
    assert stamina.owed(MONDAY + timedelta(days=6), MONDAY) == pytest.approx(16 / 24)
    assert stamina.owed(MONDAY, MONDAY) < 0


def test_who_has_no_hours_is_not_divided_by_nothing() -> None:
    assert Stamina(0).owed(MONDAY, MONDAY) == 0


def test_the_same_kind_of_shift_on_the_next_day_continues() -> None:
    stamina = laid(slot(0, "night"))
    assert stamina.continues(slot(1, "night"))
    assert not stamina.continues(slot(1, "day"))
    assert not stamina.continues(slot(2, "night"))
    assert not laid().continues(slot(0))


def test_the_longest_rest_counts_the_end_too() -> None:
    until = slot(7).starts_at
    assert longest_rest([slot(0), slot(1)], until) == until - slot(1).ends_at
    assert longest_rest([slot(0), slot(6)], until) == slot(6).starts_at - slot(0).ends_at
