"""The stretch of days that a page of this desk looks at: a day, a week or four weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.http import HttpRequest
from django.utils import timezone

from flexpool.periods import Period, at, week_start
from rondstroom.web.components.days import day_in

LENGTHS = (1, 7, 28)
WEEK = 7


@dataclass(frozen=True, slots=True)
class Span:
    """`days` days from `starts_on`."""

    starts_on: date
    days: int

    @property
    def ends_on(self) -> date:
        """The first day no longer."""
        return self.starts_on + timedelta(days=self.days)

    @property
    def last_on(self) -> date:
        """The last day that belongs to it."""
        return self.ends_on - timedelta(days=1)

    @property
    def every_day(self) -> list[date]:
        """Every day, in order."""
        return [self.starts_on + timedelta(days=n) for n in range(self.days)]

    @property
    def period(self) -> Period:
        """The same in moments: from Dutch midnight to Dutch midnight."""
        return Period(at(self.starts_on, time()), at(self.ends_on, time()))

    @property
    def before(self) -> date:
        """The day to begin with for the stretch just before."""
        return self.starts_on - timedelta(days=self.days)

    @property
    def after(self) -> date:
        """The day to begin with for the stretch just after."""
        return self.ends_on


def chosen_span(request: HttpRequest) -> Span:
    """Give what the address asks for; the week from today when it says nothing that can be read.

    Not the week of the calendar: on a Friday four of its seven days could not be filled any more.
    """
    day = day_in(request.GET.get("day", "")) or timezone.localdate()
    return Span(day, _length(request))


def calendar_span(request: HttpRequest) -> Span:
    """Give what the address asks for, in whole weeks: for what is counted afterwards."""
    span = chosen_span(request)
    return span if span.days == 1 else Span(week_start(span.starts_on), span.days)


def _length(request: HttpRequest) -> int:
    asked = request.GET.get("days", "")
    return int(asked) if asked.isdecimal() and int(asked) in LENGTHS else WEEK
