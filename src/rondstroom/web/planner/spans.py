"""The stretch of days a page shows: a week or a month, and the way to its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, Self

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM, Period, at, week_start
from rondstroom.web.components.days import day_in

Kind = Literal["week", "month"]


class UnableToReadDay(ValueError):
    """What stands in the address is not a day."""


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `starts_on` up to, not including, `ends_on`."""

    kind: Kind
    starts_on: date
    ends_on: date

    @classmethod
    def week_of(cls, day: date) -> Self:
        """Give the ISO week the day is in."""
        monday = week_start(day)
        return cls("week", monday, monday + timedelta(days=7))

    @classmethod
    def month_of(cls, day: date) -> Self:
        """Give the calendar month the day is in."""
        first = day.replace(day=1)
        return cls("month", first, (first + timedelta(days=32)).replace(day=1))

    @property
    def last_on(self) -> date:
        """The last day that belongs to it."""
        return self.ends_on - timedelta(days=1)

    @property
    def days(self) -> list[date]:
        """Every day, in order."""
        return [
            self.starts_on + timedelta(days=n) for n in range((self.ends_on - self.starts_on).days)
        ]

    @property
    def period(self) -> Period:
        """The same in moments: from Dutch midnight to Dutch midnight."""
        return Period(at(self.starts_on, time()), at(self.ends_on, time()))

    @property
    def before(self) -> Self:
        """The week or month just before."""
        return self._around(self.starts_on - timedelta(days=1))

    @property
    def after(self) -> Self:
        """The week or month just after."""
        return self._around(self.ends_on)

    @property
    def week_number(self) -> int:
        """The ISO week number of the first day."""
        return self.starts_on.isocalendar().week

    def _around(self, day: date) -> Self:
        return type(self).week_of(day) if self.kind == "week" else type(self).month_of(day)


def read_day(text: str, now: datetime) -> date:
    """Read a day from an address, as 2026-11-23 or 2026-W48; nothing means today.

    Raises
    ------
    UnableToReadDay
        When it is neither, or lies out of any roster.
    """
    if not text:
        return now.astimezone(AMSTERDAM).date()
    found = day_in(text)
    if found is None:
        raise UnableToReadDay(text)
    return found


def chosen_span(request: HttpRequest, kind: Kind | None = None) -> Span:
    """Give the week or month around the day in the address; a day that cannot be read is said."""
    given = request.POST.get("day") or request.GET.get("day") or ""
    asked = request.POST.get("span") or request.GET.get("span")
    try:
        day = read_day(given, timezone.now())
    except UnableToReadDay:
        messages.warning(request, _("%s is geen dag. Je ziet vandaag.") % given)
        day = read_day("", timezone.now())
    is_month = kind == "month" or (kind is None and asked == "month")
    return Span.month_of(day) if is_month else Span.week_of(day)
