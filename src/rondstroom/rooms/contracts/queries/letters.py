"""Which letters were sent about engagements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rondstroom.rooms.contracts.models import Letter


def letters_about(engagement_ids: Iterable[int]) -> dict[tuple[int, str], date]:
    """Give by engagement and kind the day of the last letter; one query."""
    rows = Letter.objects.filter(engagement_id__in=list(engagement_ids)).order_by("sent_on")
    return {(one.engagement_id, one.kind): one.sent_on for one in rows}
