"""Headings that are days: "ma 07-12", without a year, up to and over new year."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.reading import Value, as_text
from rondstroom.integrations.spreadsheets.values.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    month_number,
    read_date,
    split_weekday,
)
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

FEWEST_DAYS = 3
YEARS_AROUND = 6
_DAY_MONTH = re.compile(r"^(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]{3,9}\.?)$")


@dataclass(frozen=True, slots=True)
class DayHeading:
    """A heading read as a day, with the year when it is written."""

    index: int
    text: str
    day: int
    month: int
    year: int | None
    weekday: int | None

    def on(self, year: int) -> date | None:
        """Give the date in a year, if it exists and falls on the weekday beside it."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday in {None, found.weekday()} else None


def looks_like_days(cells: Sequence[Value]) -> bool:
    """Tell whether a row is the heading of a roster: three following days or more side by side."""
    found = day_headings(cells)
    following = sum(
        right.index == left.index + 1 and _is_next(left, right)
        for left, right in itertools.pairwise(found)
    )
    return following >= FEWEST_DAYS - 1


def _is_next(left: DayHeading, right: DayHeading) -> bool:
    if right.day == 1:
        return left.day >= 28 and right.month in {left.month + 1, left.month - 11}
    return (right.day, right.month) == (left.day + 1, left.month)


def day_headings(cells: Sequence[Value]) -> list[DayHeading]:
    """Give the cells that can be read as days."""
    found = (_read(index, cell) for index, cell in enumerate(cells))
    return [one for one in found if one is not None]


def dates_of(headings: Sequence[DayHeading], today: date) -> dict[int, date]:
    """Give the date of each column: the years that fit all weekdays, nearest to today.

    The days follow each other from left to right, so a day before its left neighbour is in the
    next year.

    Raises
    ------
    BadValue
        When no year fits the weekdays, or a day does not exist.
    """
    tries = (_from(headings, year) for year in _years(headings, today))
    fitting = [dates for dates in tries if dates is not None]
    if not fitting:
        raise BadValue(_no_year(headings))
    nearest = min(fitting, key=lambda dates: _distance(dates, today))
    return {one.index: day for one, day in zip(headings, nearest, strict=True)}


def _years(headings: Sequence[DayHeading], today: date) -> Iterable[int]:
    written = headings[0].year
    if written is not None:
        return [written]
    return range(
        max(today.year - YEARS_AROUND, FIRST_YEAR), min(today.year + YEARS_AROUND, LAST_YEAR) + 1
    )


def _from(headings: Sequence[DayHeading], year: int) -> list[date] | None:
    dates: list[date] = []
    for one in headings:
        day = one.on(one.year or year)
        if dates and one.year is None and (day is None or day < dates[-1]):
            year += 1
            day = one.on(year)
        if day is None:
            return None
        dates.append(day)
    return dates


def _distance(dates: Sequence[date], today: date) -> timedelta:
    """How far today lies from these days; nothing when among them, and the future goes first."""
    if today < dates[0]:
        return dates[0] - today
    return max((today - dates[-1]) * 2, timedelta())


def _no_year(headings: Sequence[DayHeading]) -> str:
    return _("Geen jaar waarin dagen en weekdagen kloppen: “%(first)s” … “%(last)s”") % {
        "first": headings[0].text,
        "last": headings[-1].text,
    }


def _read(index: int, cell: Value) -> DayHeading | None:
    text = as_text(cell)
    if isinstance(cell, bool | int | float):
        return None
    weekday, rest = split_weekday(" ".join(text.lower().split()))
    found = _DAY_MONTH.match(rest)
    month = month_number(found[2]) if found else None
    if found and month and not isinstance(cell, date | datetime):
        day = int(found[1])
        if 1 <= day <= 31 and 1 <= month <= 12:
            return DayHeading(index, text, day, month, None, weekday)
        return None
    try:
        whole = read_date(cell if isinstance(cell, date | datetime) else text)
    except BadValue:
        return None
    return DayHeading(index, text, whole.day, whole.month, whole.year, None)
