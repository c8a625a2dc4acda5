"""Days on which a proof counts, and calendar months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

MONTHS = 12


class Span(NamedTuple):
    """From the first through the last day; open-ended without one."""

    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        """Say whether a day lies in it; the last day counts."""
        return self.first <= day and (self.last is None or day <= self.last)


def bare_day(spans: Sequence[Span], days: Sequence[date]) -> date | None:
    """Give the first of the days that no span holds."""
    for day in days:
        for span in spans:
            if span.holds(day):
                break
        else:
            return day
    return None


def months_later(day: date, months: int) -> date:
    """Give the same day of the month so many months on, or the last day of a shorter month."""
    number = day.year * MONTHS + day.month - 1 + months
    year, month = divmod(number, MONTHS)
    first_after = date(year + (month == MONTHS - 1), (month + 1) % MONTHS + 1, 1)
    last = date.fromordinal(first_after.toordinal() - 1)
    return last.replace(day=min(day.day, last.day))


def earliest(one: date | None, other: date | None) -> date | None:
    """Give the earlier of two last days; none is no end."""
    if one is None or other is None:
        return one or other
    return min(one, other)
