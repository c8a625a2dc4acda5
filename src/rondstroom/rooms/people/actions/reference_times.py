"""On which days and hours somebody can be asked to work when the times are not known ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import Engagement

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

DAYS = range(7)


class UnableToAgreeTimes(journal.UnableToAct):
    """The days and hours cannot be agreed like this."""


@transaction.atomic
def agree_times(
    *,
    engagement: Engagement,
    times: Sequence[tuple[int, time, time]] | None,
    by: Account,
    at: datetime,
) -> bool:
    """Write down the weekday (Monday is 0), from and until on which one may be asked; a day once.

    A time that does not end after it starts runs into the next day. An empty list: the times are
    not known ahead and nothing is agreed, so everything may be refused. None: the times are known
    ahead. Gives whether anything changed. Journal: `people.engagement.changed`.
    """
    kept = None if times is None else _kept(times)
    row = Engagement.objects.select_for_update().get(pk=engagement.pk)
    engagement.reference_times = kept
    if row.reference_times == kept:
        return False
    row.reference_times = kept
    row.save(update_fields=["reference_times"])
    record(
        "people.engagement.changed",
        row.worker,
        by=by,
        at=at,
        organisation_id=row.organisation_id,
        changed=["reference_times"],
    )
    return True


def _kept(times: Sequence[tuple[int, time, time]]) -> list[list[int | str]]:
    """Give the times in order, as they are kept."""
    days = [day for day, *_clock in times]
    if len(set(days)) < len(days) or any(day not in DAYS for day in days):
        raise UnableToAgreeTimes(_("Geef elke dag van de week hooguit één keer, met van en tot."))
    return [[day, f"{opens:%H:%M}", f"{closes:%H:%M}"] for day, opens, closes in sorted(times)]
