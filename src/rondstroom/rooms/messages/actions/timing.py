"""When a message may come: at once, after the quiet hours, or with the day's mail."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM
from flexpool.periods import at as moment
from rondstroom.rooms.messages.states import Pace

if TYPE_CHECKING:
    from rondstroom.rooms.messages.queries import Wanted

_DAY = timedelta(days=1)


def due_at(
    wanted: Wanted,
    pace: Pace,
    at: datetime,
    *,
    urgent: bool = False,
    answer_by: datetime | None = None,
) -> datetime:
    """Give the moment at which a message may come. What is urgent wakes people.

    What must be answered before the day's mail comes does not wait for that mail.
    """
    if urgent and pace is not Pace.OFF:
        return at
    digest = next_at(wanted.digest_at, at)
    if pace is Pace.DIGEST and (answer_by is None or digest < answer_by):
        return digest
    return after_quiet(wanted.quiet_from, wanted.quiet_until, at)


def next_at(clock: time, at: datetime) -> datetime:
    """Give the next moment at which the Dutch clock shows this time."""
    today = at.astimezone(AMSTERDAM).date()
    first = moment(today, clock)
    return first if first > at else moment(today + _DAY, clock)


def after_quiet(quiet_from: time, quiet_until: time, at: datetime) -> datetime:
    """Give the moment itself, or the end of the quiet hours that it falls in.

    Quiet hours from a time to the same time are none.
    """
    clock = at.astimezone(AMSTERDAM).time()
    is_quiet = (
        quiet_from <= clock < quiet_until
        if quiet_from <= quiet_until
        else clock >= quiet_from or clock < quiet_until
    )
    return next_at(quiet_until, at) if is_quiet else at
