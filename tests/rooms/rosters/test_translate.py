"""Rows as the library's values: periods, people, and the strictest arrangement."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from factories.moments import MONDAY, NOW, moment
from flexpool.periods import local
from flexpool.staffing import AgeGroup
from flexpool.worktime import load_profile
from rondstroom.rooms.rosters import translate


def test_a_shift_keeps_times_break_place_and_name() -> None:
    shift = translate.worked(moment(MONDAY, "07:00"), moment(MONDAY, "15:30"), 30, 4, "12")
    assert (shift.work_minutes, shift.break_minutes) == (480, 30)
    assert (shift.organisation, shift.shift_id) == ("4", "12")


def test_declared_work_has_no_organisation() -> None:
    shift = translate.worked(moment(MONDAY, "07:00"), moment(MONDAY, "09:00"), 0)
    assert (shift.organisation, shift.shift_id) == ("", "")


@pytest.mark.parametrize("pause", [119, 120, 500])
def test_a_break_as_long_as_the_work_is_no_break(pause: int) -> None:
    shift = translate.worked(moment(MONDAY, "07:00"), moment(MONDAY, "09:00"), pause)
    assert shift.break_minutes == (pause if pause < 120 else 0)


def test_a_night_over_the_spring_clock_change_is_an_hour_shorter() -> None:
    shift = translate.worked(local(2026, 3, 28, 23), local(2026, 3, 29, 7), 0)
    assert shift.work_minutes == 7 * 60


@pytest.mark.parametrize(
    ("youth_until", "group"),
    [
        (None, AgeGroup.ADULT),
        (MONDAY, AgeGroup.ADULT),
        (MONDAY + timedelta(days=1), AgeGroup.YOUTH),
    ],
)
def test_the_chapter_changes_on_the_birthday(youth_until: date | None, group: AgeGroup) -> None:
    assert translate.age_group(youth_until, MONDAY) is group


@pytest.mark.parametrize(("group", "hours"), [(AgeGroup.ADULT, 11), (AgeGroup.YOUTH, 12)])
def test_the_guarded_rest_comes_from_the_dated_figures(group: AgeGroup, hours: int) -> None:
    assert translate.daily_rest(group, MONDAY) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("profiles", "name"),
    [
        ([], "default"),
        ([""], "default"),
        (["care"], "care"),
        (["care", "care"], "care"),
        (["care", "default"], "default"),
        (["care", ""], "default"),
    ],
)
def test_different_arrangements_leave_the_act_itself(profiles: list[str], name: str) -> None:
    assert translate.strictest(profiles) is load_profile(name)


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 23, 7)  # noqa: DTZ001  (a moment without a zone is the point)
    with pytest.raises(ValueError, match="zone"):
        translate.worked(naive, NOW, 0)
