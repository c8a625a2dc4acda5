"""How much a worker wants to work, and whether that is more than now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import HoursWish, Worker
from rondstroom.rooms.people.states import MoreHours

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

MOST_HOURS_A_WEEK = 48


class UnableToWishHours(journal.UnableToAct):
    """So many hours a week cannot be worked."""


@transaction.atomic
def wish_hours(
    *,
    worker: Worker,
    minutes_per_week: int | None,
    more: MoreHours,
    by: Account,
    at: datetime,
) -> HoursWish:
    """Keep how many hours a week a worker wants, and whether more: always, or this month only.

    "This month" ends by itself with the month. Why, nobody asks. Journal: `people.hours.wished`.
    """
    if minutes_per_week is not None and not 0 < minutes_per_week <= MOST_HOURS_A_WEEK * 60:
        raise UnableToWishHours(
            _("Zoveel uren per week kan niet. Vul een getal in van 1 tot en met %(most)d.")
            % {"most": MOST_HOURS_A_WEEK}
        )
    in_next_month = timezone.localdate(at).replace(day=28) + timedelta(days=4)
    said = {
        "minutes_per_week": minutes_per_week,
        "more": more,
        "said_at": at,
        "until": in_next_month.replace(day=1) if more == MoreHours.MONTH else None,
    }
    row, _is_new = HoursWish.objects.update_or_create(worker=worker, defaults=said)
    record("people.hours.wished", worker, by=by, at=at, more=str(more))
    return row
