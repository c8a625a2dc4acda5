"""Four weeks of availability as they stand on the form, and what a form says about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rondstroom.rooms.people.states import DayPart, Wish

WEEKS = 4
Cell = tuple[date, DayPart]
Wishes = Mapping[Cell, Wish]
Changes = dict[Cell, Wish | None]


class UnreadableWish(ValueError):
    """The form holds a word that the page never offers."""


@dataclass(frozen=True)
class Part:
    """One part of one day on the form: its field's name and what was said."""

    field: str
    part: DayPart
    wish: str


@dataclass(frozen=True)
class Day:
    """One day; a day that is over can be read and not changed."""

    date: date
    is_over: bool
    parts: list[Part]


@dataclass(frozen=True)
class Week:
    """One week, and how many parts of it have been filled in."""

    starts_on: date
    number: int
    days: list[Day]

    @property
    def days_left(self) -> int:
        """How many days of it can still be changed."""
        return sum(1 for day in self.days if not day.is_over)

    @property
    def said(self) -> int:
        """How many parts were filled in."""
        return sum(1 for day in self.days for part in day.parts if part.wish)


def field_of(day: date, part: DayPart) -> str:
    """Give the field's name: `2026-11-24-evening`."""
    return f"{day.isoformat()}-{part.value}"


def days_from(monday: date, weeks: int = WEEKS) -> list[date]:
    """Give the days of some weeks."""
    return [monday + timedelta(days=n) for n in range(7 * weeks)]


def laid_out(monday: date, today: date, wishes: Wishes) -> list[Week]:
    """Lay out four weeks for the page."""

    def day_of(day: date) -> Day:
        parts = [
            Part(field_of(day, part), part, str(wishes.get((day, part), ""))) for part in DayPart
        ]
        return Day(day, day < today, parts)

    found = [day_of(day) for day in days_from(monday)]
    return [
        Week(found[n].date, found[n].date.isocalendar().week, found[n : n + 7])
        for n in range(0, len(found), 7)
    ]


def wish_of(text: str) -> Wish | None:
    """Read a word of the form; nothing means that the worker says nothing."""
    if not text:
        return None
    try:
        return Wish(text)
    except ValueError:
        raise UnreadableWish(text) from None


def changes_in(data: Mapping[str, str], monday: date, today: date, wishes: Wishes) -> Changes:
    """Give what the form says otherwise than before, for days that are not over."""
    changes: Changes = {}
    for day in days_from(monday):
        for part in DayPart:
            field = field_of(day, part)
            if day < today or field not in data:
                continue
            said = wish_of(data[field])
            if said != wishes.get((day, part)):
                changes[day, part] = said
    return changes


def pattern(
    days: Iterable[date],
    weekdays: set[int],
    parts: set[DayPart],
    wish: Wish | None,
    every: str = "",
) -> Changes:
    """Say the same for "every other Tuesday evening": these weekdays (Monday 0) and parts.

    `every` is nothing for each week, or the first of the days in the weeks that count.
    """
    first = date.fromisoformat(every) if every else None
    return {
        (day, part): wish
        for day in days
        if day.weekday() in weekdays and (first is None or (day - first).days // 7 % 2 == 0)
        for part in parts
    }


def rhythms(monday: date) -> list[tuple[str, date | None]]:
    """Give in which weeks a pattern may count: all, or every other from the first or second."""
    return [("", None), *((m.isoformat(), m) for m in (monday, monday + timedelta(weeks=1)))]


def copied_forward(monday: date, wishes: Wishes, weeks: int = WEEKS) -> Changes:
    """Say in the following weeks what the first week says, also where that says nothing."""
    return {
        (day + timedelta(weeks=ahead), part): wishes.get((day, part))
        for day in days_from(monday, 1)
        for part in DayPart
        for ahead in range(1, weeks)
    }
