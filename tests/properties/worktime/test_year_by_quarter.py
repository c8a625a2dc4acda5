"""Totals and counts over a year against a reference that walks over every quarter of an hour."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache

import pytest

from flexpool.staffing import Shift
from flexpool.worktime import WorkRecord, load_profile
from quarters import HOUR, Quarters
from random_rosters import busy_year

WEEK = timedelta(weeks=1)
SEEDS = range(0, 24, 2)


class Year:
    """What a reader with pencil and paper would count."""

    def __init__(self, shifts: list[Shift]) -> None:
        self.quarters = Quarters(shifts)
        self.hours: Counter[date] = Counter()
        self.sundays: set[date] = set()
        for number, at_work in enumerate(self.quarters.at_work):
            if at_work:
                day = self.quarters.clock(number).date()
                self.hours[_monday(day)] += 1
                if day.isoweekday() == 7:
                    self.sundays.add(day)
        self.nights: Counter[date] = Counter()
        self.late_nights: Counter[date] = Counter()
        self.night_hours: Counter[date] = Counter()
        for spell in self.quarters.spells():
            if self.quarters.night_quarters(spell) > HOUR:
                self._count_night(spell)

    def _count_night(self, spell: tuple[int, int]) -> None:
        week = _monday(self.quarters.clock(spell[0]).date())
        self.nights[week] += 1
        at_night = [n for n in range(*spell) if self.quarters.clock(n).hour < 6]
        last_two = max(self.quarters.clock(n).date() for n in at_night)
        end = self.quarters.clock(spell[1])
        if end.date() > last_two or (end.hour, end.minute) > (2, 0):
            self.late_nights[week] += 1

    def over(self, counts: Counter[date], weeks: int) -> dict[date, int]:
        """Add up every run of weeks that starts with a week with work."""
        return {
            week: sum(counts[week + number * WEEK] for number in range(weeks))
            for week in self.hours
        }


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@cache
def _year(seed: int) -> tuple[list[Shift], Year]:
    shifts = [Shift(shift.period) for shift in busy_year(seed)]
    return shifts, Year(shifts)


def _found(shifts: list[Shift], source_ref: str, profile: str = "default") -> dict[date, float]:
    raw = WorkRecord(shifts, load_profile(profile)).raw_findings
    return {f.starts_local.date(): f.measured for f in raw if f.source_ref == source_ref}


@pytest.mark.parametrize("seed", SEEDS)
def test_four_weeks(seed: int) -> None:
    shifts, year = _year(seed)
    totals = year.over(year.hours, 4)
    expected = {week: n / HOUR for week, n in totals.items() if n > 220 * HOUR}
    assert expected
    assert _found(shifts, "A3") == expected
    assert _found(shifts, "A3", "care") == expected


@pytest.mark.parametrize("seed", SEEDS)
def test_sixteen_weeks(seed: int) -> None:
    shifts, year = _year(seed)
    totals, nights = year.over(year.hours, 16), year.over(year.nights, 16)
    many = {week for week, count in nights.items() if count >= 16}
    assert _found(shifts, "A4") == {
        week: n / HOUR for week, n in totals.items() if n > 768 * HOUR and week not in many
    }
    assert _found(shifts, "N2") == {
        week: n / HOUR for week, n in totals.items() if n > 640 * HOUR and week in many
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_year_with_an_arrangement(seed: int) -> None:
    shifts, year = _year(seed)
    totals = year.over(year.hours, 52)
    assert _found(shifts, "A4", "care") == {
        week: n / HOUR for week, n in totals.items() if n > 2496 * HOUR
    }
    sixteen, nights = year.over(year.hours, 16), year.over(year.nights, 16)
    heavy = [week for week, n in sixteen.items() if n > 640 * HOUR and nights[week] >= 16]
    assert _found(shifts, "N2", "care") == {
        week: n / HOUR
        for week, n in totals.items()
        if n > 2080 * HOUR and any(week <= one <= week + 36 * WEEK for one in heavy)
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_late_nights(seed: int) -> None:
    shifts, year = _year(seed)
    counts = year.over(year.late_nights, 16)
    assert _found(shifts, "N6") == {week: n for week, n in counts.items() if n > 36}


@pytest.mark.parametrize("seed", SEEDS)
def test_sundays(seed: int) -> None:
    shifts, year = _year(seed)
    fullest = max(
        sum(first <= sunday < first + 52 * WEEK for sunday in year.sundays)
        for first in year.sundays
    )
    free = [f.measured for f in WorkRecord(shifts).findings if f.source_ref == "A8"]
    assert bool(free) == (fullest > 39)
    assert not free or min(free) == 52 - fullest


@pytest.mark.parametrize("seed", SEEDS)
def test_nights_left(seed: int) -> None:
    shifts, year = _year(seed)
    record = WorkRecord(shifts)
    for week in year.hours:
        inside = [first for first in year.hours if week - 15 * WEEK <= first <= week]
        fullest = max(year.over(year.nights, 16)[first] for first in inside)
        assert record.nights_left(week) <= max(0, 15 - fullest)
