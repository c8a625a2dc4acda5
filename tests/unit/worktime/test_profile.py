"""Profiles: which variants of the law apply, and from when."""

from datetime import date

import pytest

from flexpool.parameters import Confidence, Figure, NoFigureForDate, NoSuchFigure, Value
from flexpool.periods import local
from flexpool.worktime import NoSuchProfile, load_profile, profile_names
from flexpool.worktime.clock import HOUR, seconds
from flexpool.worktime.law import Law, LawBook
from flexpool.worktime.profile import profile_figures, statutory_figures

NOVEMBER = seconds(local(2026, 11, 2))


def _figure(name: str, *rows: tuple[date, object], unit: str = "hours") -> Figure:
    values = tuple(
        Value(name, value, unit, since, None, "a test", Confidence.HIGH) for since, value in rows
    )
    return Figure(name, name, unit, values)


def test_the_profiles_there_are() -> None:
    assert profile_names() == (
        "default",
        "ambulance",
        "care",
        "doctors",
        "hospital",
        "midwives",
    )
    for name in profile_names():
        profile = load_profile(name)
        assert profile.label_nl
        assert profile.label_en


def test_an_unknown_profile_lists_those_there_are() -> None:
    with pytest.raises(
        NoSuchProfile, match="default, ambulance, care, doctors, hospital, midwives"
    ):
        load_profile("bakery")


def test_a_profile_changes_only_figures_that_the_law_has() -> None:
    for name in profile_names()[1:]:
        assert profile_figures(name).keys() <= statutory_figures().keys()


def test_a_profile_goes_before_the_law_and_its_base() -> None:
    default, care, hospital = (
        load_profile(name).book.at(NOVEMBER) for name in ("default", "care", "hospital")
    )
    assert default["nights.consecutive_shifts_max"] == 7
    assert care["nights.consecutive_shifts_max"] == hospital["nights.consecutive_shifts_max"] == 8
    assert care["nights.long_shift_allowed"] is True
    assert hospital["nights.long_shift_allowed"] is False
    assert care.article("nights.consecutive_shifts_max") == "ATW 5:8(7)"


def test_hours_become_seconds_and_wall_clocks_minutes() -> None:
    law = load_profile().book.at(NOVEMBER)
    assert law["adults.daily_rest_hours"] == 11 * HOUR
    assert law["adults.shortened_daily_rest_hours"] == (8 * HOUR,)
    assert law["adults.break_over_hours"] == 5.5 * HOUR
    assert law["definitions.late_end"] == 120
    assert law["adults.free_sundays_min"] == 13


def test_the_law_of_the_moment_counts() -> None:
    changed = {
        "adults.shift_hours_max": _figure(
            "adults.shift_hours_max", (date(2020, 1, 1), 12), (date(2027, 1, 1), 11)
        )
    }
    book = LawBook.of(changed)
    before, after = seconds(local(2026, 12, 31, 23)), seconds(local(2027, 1, 1))
    assert book.at(before)["adults.shift_hours_max"] == 12 * HOUR
    assert book.at(after)["adults.shift_hours_max"] == 11 * HOUR
    with pytest.raises(NoFigureForDate, match="before 2020-01-01"):
        book.at(seconds(local(2019, 12, 31)))


def test_a_variant_without_a_value_on_the_date_is_an_error_not_a_guess() -> None:
    book = load_profile("care").book
    with pytest.raises(NoFigureForDate, match="from 2024-01-01"):
        book.at(seconds(local(2022, 6, 1)))["adults.shortened_daily_rest_hours"]


def test_an_unknown_figure_is_an_error() -> None:
    with pytest.raises(NoSuchFigure, match="tea"):
        Law([statutory_figures()], date(2026, 1, 1))["adults.tea"]


@pytest.mark.parametrize(
    ("name", "per_week", "per_period"),
    [("care", 3, 32), ("doctors", 5, 32), ("midwives", 5, 64), ("ambulance", 3, 46)],
)
def test_each_profession_has_its_own_limits_on_call(
    name: str, per_week: int, per_period: int
) -> None:
    law = load_profile(name).book.at(NOVEMBER)
    assert law["on_call.reachability_allowed"] is True
    assert law["arrangements.reachability_max"] == per_week
    assert law["arrangements.reachability_per_period_max"] == per_period


@pytest.mark.parametrize("name", ["doctors", "midwives", "ambulance"])
def test_the_second_shortened_rest_is_of_nursing_and_care_alone(name: str) -> None:
    assert load_profile("care").book.at(NOVEMBER)["adults.shortened_daily_rest_hours"] == (
        8 * HOUR,
        10 * HOUR,
    )
    law = load_profile(name).book.at(NOVEMBER)
    assert law["adults.shortened_daily_rest_hours"] == (8 * HOUR,)
