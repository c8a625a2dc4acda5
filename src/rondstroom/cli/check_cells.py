"""Reads the cells of a roster file: what cannot be read is named, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from flexpool.periods import AMSTERDAM, Period
from flexpool.staffing import AgeGroup, ShiftKind
from flexpool.text import Text

T = TypeVar("T")

LONGEST_SHIFT = timedelta(days=31)
SHORTEST_SHIFT = timedelta(minutes=1)
LIKELY_YEARS = range(1990, 2100)
KINDS = (
    {"": ShiftKind.WORK}
    | {kind.value: kind for kind in ShiftKind}
    | {
        "dienst": ShiftKind.WORK,
        "consignatie": ShiftKind.STANDBY,
        "bereikbaarheid": ShiftKind.ON_CALL,
        "bereikbaarheidsdienst": ShiftKind.ON_CALL,
        "aanwezigheid": ShiftKind.PRESENCE,
        "aanwezigheidsdienst": ShiftKind.PRESENCE,
        "slaapdienst": ShiftKind.PRESENCE,
        "oproep": ShiftKind.CALL,
    }
)
TRUTH = dict.fromkeys(("yes", "1", "ja", "true", "waar", "y", "j"), True) | dict.fromkeys(
    ("", "no", "0", "nee", "false", "onwaar", "n"), False
)
AGES = {group.value: group for group in AgeGroup} | {
    "": AgeGroup.ADULT,
    "18+": AgeGroup.ADULT,
    "volwassen": AgeGroup.ADULT,
    "volwassene": AgeGroup.ADULT,
    "youth": AgeGroup.YOUTH,
    "jeugdige": AgeGroup.YOUTH,
}
_MIDNIGHT_AT_THE_END = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[T ]24:00(:00)?")


class UnableToRead(ValueError):
    """A cell, named by row and column, cannot be read; its own text is the English one."""

    def __init__(self, row: int, column: str, value: str, why: Text) -> None:
        self.row, self.column, self.value, self.why = row, column, value, why
        super().__init__(self.in_language("en"))

    def in_language(self, language: str) -> str:
        """Name the cell and say why it cannot be read."""
        where = Text("rij {}, kolom {}: ", "row {}, column {}: ").in_language(language)
        named = where.format(self.row, self.column) if self.row else ""
        return named + self.why.in_language(language)


class Cells:
    """One row of the file; remembers what it could not read."""

    def __init__(self, row: int, record: Mapping[str, str]) -> None:
        self.row = row
        self.record = record
        self.rejected: list[UnableToRead] = []

    def text(self, column: str) -> str:
        """Give a cell; empty when there is none."""
        return self.record.get(column, "")

    def refuse(self, column: str, dutch: str, english: str) -> None:
        """Remember that a cell cannot be used."""
        why = Text(dutch, english)
        self.rejected.append(UnableToRead(self.row, column, self.text(column), why))

    def filled(self, column: str) -> str:
        """Give a cell that must not be empty."""
        if not self.text(column):
            self.refuse(column, "deze cel is leeg", "this cell is empty")
        return self.text(column)

    def period(self) -> Period | None:
        """Give the time from start to end, or None when it cannot be read."""
        start, end = self._moment("start"), self._moment("end")
        if start is None or end is None:
            return None
        if end <= start:
            end = second_time(self.text("end")) or end
        if end <= start:
            self._refuse_the_order()
        elif end - start > LONGEST_SHIFT:
            days = (end - start).days
            self.refuse("end", f"de dienst duurt {days} dagen", f"the shift lasts {days} days")
        elif end - start < SHORTEST_SHIFT:
            self.refuse(
                "end",
                "de dienst duurt korter dan een minuut",
                "the shift lasts less than a minute",
            )
        else:
            return Period(start, end)
        return None

    def _refuse_the_order(self) -> None:
        starts, ends = self.text("start"), self.text("end")
        self.refuse(
            "end",
            f"de dienst eindigt om {ends}, niet nadat die begint om {starts}; "
            "schrijf de datum van de dag waarop de dienst eindigt",
            f"the shift ends at {ends}, not after it starts at {starts}; "
            "write the date of the day on which it ends",
        )

    def break_minutes(self, period: Period | None) -> int:
        """Give the minutes of break; zero when the cell is empty."""
        text = self.text("break_minutes")
        if not text:
            return 0
        if not (text.isascii() and text.isdigit()):
            self.refuse(
                "break_minutes",
                f"{text!r} is geen heel aantal minuten",
                f"{text!r} is not a whole number of minutes",
            )
            return 0
        if period is not None and int(text) >= period.minutes:
            self.refuse(
                "break_minutes",
                f"een pauze van {text} minuten past niet in een dienst van "
                f"{period.minutes} minuten",
                f"a break of {text} minutes does not fit a shift of {period.minutes} minutes",
            )
            return 0
        return int(text)

    def choice(self, column: str, choices: Mapping[str, T]) -> T:
        """Give what a word stands for; upper and lower case are the same."""
        text = self.text(column).lower()
        if text not in choices:
            known = ", ".join(filter(None, choices))
            given = self.text(column)
            self.refuse(column, f"{given!r} is geen van: {known}", f"{given!r} is none of: {known}")
            return choices[""]
        return choices[text]

    def _moment(self, column: str) -> datetime | None:
        text = self.filled(column)
        if not text:
            return None
        try:
            moment = instant(text)
        except (ValueError, OverflowError):
            self.refuse(
                column,
                f"{text!r} is geen datum met tijd zoals 2026-11-02T07:00",
                f"{text!r} is not a date and time such as 2026-11-02T07:00",
            )
            return None
        if moment.year in LIKELY_YEARS:
            return moment
        self.refuse(
            column,
            f"het jaar {moment.year} is niet waarschijnlijk",
            f"the year {moment.year} is not likely",
        )
        return None


@lru_cache(maxsize=1 << 16)
def instant(text: str) -> datetime:
    """Read an ISO time: with an offset as it says, without one as Dutch local time.

    A local time that the clock skips in spring is the same time an hour later; one that occurs
    twice in autumn is the first.
    """
    moment = _wall_clock(text)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=AMSTERDAM)
    return moment.astimezone(UTC)


def second_time(text: str) -> datetime | None:
    """Give the second time that a Dutch clock shows this, for an end before its start."""
    moment = _wall_clock(text)
    if moment.tzinfo is not None:
        return None
    return moment.replace(tzinfo=AMSTERDAM, fold=1).astimezone(UTC)


def _wall_clock(text: str) -> datetime:
    """Read a date and time; 24:00 is midnight at the end of the day."""
    if midnight := _MIDNIGHT_AT_THE_END.fullmatch(text):
        return datetime.fromisoformat(f"{midnight['day']}T00:00") + timedelta(days=1)
    if "T" not in text.upper() and " " not in text:
        raise ValueError("a date without a time")
    return datetime.fromisoformat(text)
