"""Hours that both sides agreed on, added up per year: to show when one registers again."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from rondstroom.rooms.settlement.models import HoursVersion
from rondstroom.rooms.settlement.states import HoursKind, HoursState

SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, order=True, slots=True)
class Proven:
    """Minutes worked in a year, in a function, at an organisation."""

    year: int
    function: str
    organisation: str
    minutes: int


def proven_hours(worker_id: int, first: date, last: date) -> list[Proven]:
    """Give what a worker worked from the first day through the last, by year; one query.

    Only what was agreed on counts, without breaks; a shift counts in the year in which it began.
    """
    rows = HoursVersion.objects.filter(
        hours__worker_id=worker_id,
        hours__state=HoursState.APPROVED,
        hours__on_day__range=(first, last),
        number=F("hours__version"),
        kind=HoursKind.WORKED,
    ).select_related("hours__function", "hours__borrower")
    found: dict[tuple[int, str, str], int] = defaultdict(int)
    for row in rows:
        one = row.hours
        seconds = int((row.ends_at - row.starts_at).total_seconds())
        key = one.on_day.year, one.function.name if one.function else "", one.borrower.name
        found[key] += seconds // SECONDS_PER_MINUTE - row.break_minutes
    return sorted(Proven(*key, minutes) for key, minutes in found.items())
