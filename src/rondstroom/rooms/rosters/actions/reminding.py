"""The day before: everybody who works is reminded."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM, day_period
from rondstroom.rooms.rosters import notices, queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

REMIND_FROM = time(12)
"""From this hour of the day before; each person's quiet hours and pace come on top."""


def remind_of_tomorrow(*, by: Account, at: datetime) -> int:
    """Remind everybody with confirmed work that begins tomorrow; give how many shifts that are.

    However often it runs, each shift is told of once; one that moved is told of again. Signed by
    the machine, whoever asks. Journal: `messages.message.sent` for each.
    """
    del by  # a reminder is from nobody: who asks for them all must get the own one too
    local = at.astimezone(AMSTERDAM)
    if local.time() < REMIND_FROM:
        return 0
    coming = queries.starting_in(day_period(local.date() + timedelta(days=1)))
    for row in coming:
        notices.remind(row, at)
    return len(coming)
