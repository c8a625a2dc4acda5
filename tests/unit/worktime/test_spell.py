"""Spells: what the law calls a dienst, whatever it is booked as."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings

from flexpool.staffing import Shift
from flexpool.worktime import load_profile
from flexpool.worktime.clock import HOUR, MINUTE
from flexpool.worktime.reckoning.timeline import Timeline
from random_rosters import anything, work
from roster_text import shifts_from


def _timeline(*lines: str) -> Timeline:
    return Timeline(shifts_from(lines), load_profile())


@pytest.mark.parametrize(
    ("line", "is_night", "ends_late"),
    [
        ("2026-11-02 17:00-01:00", False, False),
        ("2026-11-02 17:00-01:01", True, False),
        ("2026-11-02 17:00-02:00", True, False),
        ("2026-11-02 17:00-02:01", True, True),
        ("2026-11-02 05:00-13:00", False, False),
        ("2026-11-02 04:59-13:00", True, True),
        ("2026-10-25 00:00-02:00", True, False),
        ("2026-10-24 19:00-02:30", True, True),
        ("2026-03-29 00:30-01:45", True, False),
        ("2026-03-28 19:00-03:00", True, False),
        ("2026-03-28 19:00-03:15", True, True),
    ],
)
def test_nights(line: str, is_night: bool, ends_late: bool) -> None:
    (spell,) = _timeline(line).spells
    assert (spell.is_night, spell.ends_late) == (is_night, ends_late)


def test_a_free_night_between_two_bookings_is_no_night_work() -> None:
    (spell,) = _timeline("2026-11-02 15:00-23:30", "2026-11-03 06:00-09:00").spells
    assert spell.night == 0
    assert not spell.is_night


def test_breaks_and_gaps() -> None:
    (spell,) = _timeline("2026-11-02 07:00-12:00, break 30", "2026-11-02 13:00-16:00").spells
    assert spell.work == 7.5 * HOUR
    assert spell.breaks == 90 * MINUTE
    assert not spell.breaks_known
    (short,) = _timeline("2026-11-02 07:00-12:00, break 10").spells
    assert (short.work, short.breaks) == (5 * HOUR, 0)


def test_a_break_at_the_end_of_the_week_lies_in_the_middle() -> None:
    (spell,) = _timeline("2026-11-08 22:00-06:00, break 60").spells
    assert [length / HOUR for _week, length in spell.weeks] == [2, 5]
    (early,) = _timeline("2026-11-08 20:00-04:00, break 60").spells
    assert [length / HOUR for _week, length in early.weeks] == [3.5, 3.5]


@settings(max_examples=100, deadline=None)
@given(work())
def test_work_adds_up(shifts: list[Shift]) -> None:
    timeline = Timeline(shifts, load_profile())
    written = sum(
        (shift.period.length - timedelta(minutes=_break(shift)) for shift in shifts), timedelta()
    )
    assert timedelta(seconds=sum(spell.work for spell in timeline.spells)) == written
    assert sum(timeline.week_totals.values()) == written.total_seconds()


def _break(shift: Shift) -> int:
    return shift.break_minutes if shift.break_minutes >= 15 else 0


@settings(max_examples=100, deadline=None)
@given(anything())
def test_a_timeline_grown_by_a_shift_equals_one_made_with_it(shifts: list[Shift]) -> None:
    *known, last = shifts
    grown, span = Timeline(known, load_profile()).with_added(last)
    whole = Timeline(shifts, load_profile())
    assert grown.spells == whole.spells
    assert (grown.starts, grown.ends) == (whole.starts, whole.ends)
    assert {week: n for week, n in grown.week_totals.items() if n} == {
        week: n for week, n in whole.week_totals.items() if n
    }
    assert grown.sundays == whole.sundays
    assert span[0] < span[1]


def test_a_stretch_of_a_spell() -> None:
    (spell,) = _timeline("2026-11-02 07:00-15:00, break 60").spells
    assert spell.work_within(spell.start, spell.end) == spell.work == 7 * HOUR
    assert spell.work_within(spell.start, spell.start + 2 * HOUR) == 2 * HOUR
    assert spell.work_within(spell.start - HOUR, spell.start) == 0
    assert spell.work_within(spell.start + 3 * HOUR, spell.start + 5 * HOUR) == HOUR
