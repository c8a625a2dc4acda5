"""Reminding desks of what runs out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.settlement import notices
from rondstroom.rooms.settlement.queries.deadlines import to_remind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


def remind_of_deadlines(*, by: Account, at: datetime) -> int:
    """Remind finance, and HR of work codes, of what runs out within a month; give how many.

    However often it runs, each is told of a month and a week ahead, once. Signed by the machine.
    Journal: `messages.message.sent` for each.
    """
    del by  # a reminder is from nobody: who asks for them all must get the own one too
    number = 0
    for house in organisations.all_organisations():
        for one, days in to_remind(house.pk, at):
            notices.remind_of_deadline(house, one, days, at)
            number += 1
    return number
