"""Making the same shift on many days."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from flexpool.periods import at as moment
from rondstroom.rooms.demand.actions.create import Draft, save
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

LONGEST_DAYS = 366


class UnableToCreateSeries(journal.UnableToAct):
    """The series would have no days, or too many."""


@transaction.atomic
def create_series(
    *, first: Mapping[str, Any], weekdays: Collection[int], until: date, by: Account, at: datetime
) -> list[Shift]:
    """Make a shift like `first` on each of these weekdays (Monday is 0), through the day `until`.

    `first` holds what `create_shift` takes, without `by` and `at`; the series begins on its day.
    The hands of the clock stay the same all through, also when summer time begins or ends. A
    source key gets the day behind it. Journal: `demand.shift.created` for each.
    """
    draft = Draft.of(first)
    if not set(weekdays) <= set(range(7)):
        raise ValueError(f"weekdays run from 0, Monday, to 6, Sunday: {sorted(weekdays)}")
    first_day = draft.starts_at.astimezone(AMSTERDAM).date()
    if (until - first_day).days > LONGEST_DAYS:
        raise UnableToCreateSeries(
            _("Een reeks duurt hooguit een jaar. Kies een einddatum tot en met %(day)s.")
            % {"day": f"{first_day + timedelta(days=LONGEST_DAYS):%d-%m-%Y}"}
        )
    days = [day for day in _days(first_day, until) if day.weekday() in weekdays]
    if not days:
        raise UnableToCreateSeries(
            _("Tussen %(first)s en %(until)s ligt geen gekozen weekdag. Kies meer dagen.")
            % {"first": f"{first_day:%d-%m-%Y}", "until": f"{until:%d-%m-%Y}"}
        )
    return save([_on_day(draft, day) for day in days], by=by, at=at)


def _days(first: date, until: date) -> Iterator[date]:
    """Give every day from the first through the last."""
    for number in range((until - first).days + 1):
        yield first + timedelta(days=number)


def _on_day(draft: Draft, day: date) -> Draft:
    """Give the same shift on another day, by the clock on the wall."""
    begin = draft.starts_at.astimezone(AMSTERDAM)
    end = draft.ends_at.astimezone(AMSTERDAM)
    last_day = day + (end.date() - begin.date())
    key = f"{draft.source_key.strip()}/{day.isoformat()}" if draft.source_key.strip() else ""
    return replace(
        draft,
        starts_at=moment(day, begin.time()),
        ends_at=moment(last_day, end.time()),
        source_key=key,
    )
