"""Headings that are only the day of the month: 1, 2, 3 or "ma 7"; the month is in the title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.headings.days import DayHeading
from rondstroom.integrations.spreadsheets.reading import Row, Value, as_text
from rondstroom.integrations.spreadsheets.values.dates import (
    MONTH_WORD,
    MONTHS,
    split_weekday,
)
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

FEWEST_DAYS = 7
_MONTH = re.compile(rf"\b({MONTH_WORD})\s*(\d{{4}})?", re.IGNORECASE)


def bare_days(cells: Sequence[Value]) -> list[DayHeading]:
    """Give a run of seven following days or more; the month is still 0."""
    run: list[DayHeading] = []
    for index, cell in enumerate(cells):
        one = _read(index, cell)
        if one and run and not (index == run[-1].index + 1 and _follows(run[-1], one)):
            one = None
        if one:
            run.append(one)
        elif len(run) >= FEWEST_DAYS:
            break
        else:
            first = _read(index, cell)
            run = [first] if first else []
    return run if len(run) >= FEWEST_DAYS else []


def with_month(run: Sequence[DayHeading], titles: Sequence[Row]) -> list[DayHeading]:
    """Give the days in the month that the title names, and in the next after its last day.

    Raises
    ------
    BadValue
        When no title names a month.
    """
    found = next(
        (match for row in titles for text in row.texts if (match := _MONTH.search(text))), None
    )
    if found is None:
        raise BadValue(_("In de koppen staan alleen dagen. Zet maand en jaar erboven"))
    month = MONTHS[found[1].lower()[:3]]
    year = int(found[2]) if found[2] else None
    dated: list[DayHeading] = []
    for one in run:
        if dated and one.day < dated[-1].day:
            month, year = (1, year and year + 1) if month == 12 else (month + 1, year)
        dated.append(replace(one, month=month, year=year))
    return dated


def _read(index: int, cell: Value) -> DayHeading | None:
    text = as_text(cell)
    weekday, rest = split_weekday(text.lower())
    if not re.fullmatch(r"\d{1,2}", rest, re.ASCII) or not 1 <= int(rest) <= 31:
        return None
    return DayHeading(index, text, int(rest), 0, None, weekday)


def _follows(left: DayHeading, right: DayHeading) -> bool:
    return right.day == left.day + 1 or (right.day == 1 and left.day >= 28)
