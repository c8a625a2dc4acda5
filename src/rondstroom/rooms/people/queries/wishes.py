"""When workers want to work, and what they work elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.db.models import QuerySet

from flexpool.parameters import lookup
from flexpool.periods import AMSTERDAM, Period, at
from rondstroom.rooms.people.models import Absence, Availability, DeclaredWork
from rondstroom.rooms.people.states import DayPart, Wish

Cell = tuple[date, DayPart]
"""A day, and the part of it; the night belongs to the day on which it begins."""

PARTS_START = {DayPart.DAY: time(7), DayPart.EVENING: time(15), DayPart.NIGHT: time(23)}
"""From when on the Dutch clock a part of the day holds, up to the next."""


def availability_of(worker_id: int, starts_on: date, ends_on: date) -> dict[Cell, Wish]:
    """Give what a worker said about the days from `starts_on` up to, not including, `ends_on`."""
    return wishes_for([worker_id], starts_on, ends_on).get(worker_id, {})


def wishes_for(
    worker_ids: Iterable[int], starts_on: date, ends_on: date
) -> dict[int, dict[Cell, Wish]]:
    """Give what several workers said, with one query; who said nothing is not in the answer."""
    found = Availability.objects.filter(
        worker_id__in=list(worker_ids), on_date__gte=starts_on, on_date__lt=ends_on
    )
    said: dict[int, dict[Cell, Wish]] = {}
    for one in found:
        said.setdefault(one.worker_id, {})[one.on_date, DayPart(one.part)] = Wish(one.wish)
    return said


def availability_to_forget(moment: datetime) -> QuerySet[Availability]:
    """Give what was said of days that lie further back than it is kept (PRIV-04)."""
    today = moment.astimezone(AMSTERDAM).date()
    weeks = int(lookup("verification.retention.availability_weeks", today).value)
    return Availability.objects.filter(on_date__lt=today - timedelta(weeks=weeks))


_PARTS = {str(one.value): one for one in DayPart}
"""Looked up, as thousands of rows are read at once."""


def offered_in(worker_ids: Iterable[int], starts_on: date, ends_on: date) -> dict[int, set[Cell]]:
    """Give when several workers said to be available, without the days of an absence.

    Only that word, as light rows: for thousands at once. Two queries.
    """
    wanted = set(worker_ids)
    said = Availability.objects.filter(
        wish=Wish.AVAILABLE, on_date__gte=starts_on, on_date__lt=ends_on
    )
    found: dict[int, set[Cell]] = {}
    for worker_id, day, part in said.values_list("worker_id", "on_date", "part"):
        if worker_id in wanted:
            found.setdefault(worker_id, set()).add((day, _PARTS[part]))
    absent = Absence.objects.filter(
        starts_on__lt=ends_on, ends_on__gt=starts_on, withdrawn_at__isnull=True
    )
    for worker_id, first, last in absent.values_list("worker_id", "starts_on", "ends_on"):
        cells = found.get(worker_id, set())
        cells -= {cell for cell in cells if first <= cell[0] < last}
    return {worker_id: cells for worker_id, cells in found.items() if cells}


def declared_work(worker_ids: Iterable[int], period: Period) -> dict[int, list[DeclaredWork]]:
    """Give the work elsewhere that touches a period, per worker in order of time; one query."""
    found = DeclaredWork.objects.filter(
        worker_id__in=list(worker_ids), starts_at__lt=period.ends_at, ends_at__gt=period.starts_at
    ).order_by("starts_at")
    told: dict[int, list[DeclaredWork]] = {}
    for one in found:
        told.setdefault(one.worker_id, []).append(one)
    return told


def declared_times(period: Period) -> QuerySet[DeclaredWork, tuple[int, datetime, datetime]]:
    """Give worker, start and end of everybody's work elsewhere that touches a period, unordered."""
    rows = DeclaredWork.objects.filter(starts_at__lt=period.ends_at, ends_at__gt=period.starts_at)
    return rows.order_by().values_list("worker_id", "starts_at", "ends_at")


def part_of(starts_at: datetime, ends_at: datetime) -> DayPart:
    """Give the part of the day in which most of a shift lies."""
    return availability_cell(starts_at, ends_at)[1]


@lru_cache(maxsize=4096)
def availability_cell(starts_at: datetime, ends_at: datetime) -> Cell:
    """Give the day and part under which a worker says whether this shift suits.

    The part in which most of the shift lies; of equal parts the first. A night belongs to the day
    on which it begins, so a shift from midnight to eight belongs to the night of the day before.
    Kept, because the thousands of shifts of a month begin and end at the same few hundred times.
    """
    period = Period(starts_at, ends_at)
    shares: dict[Cell, timedelta] = {}
    for day in [period.local_day() - timedelta(days=1), *period.local_days()]:
        for part in DayPart:
            shared = period.intersection(_part_period(day, part))
            if shared is not None:
                shares[day, part] = shared.length
    return max(shares, key=shares.__getitem__)


def _part_period(day: date, part: DayPart) -> Period:
    """Give from when to when a part of a day lasts."""
    order = list(PARTS_START)
    following = order[(order.index(part) + 1) % len(order)]
    last_day = day + timedelta(days=1) if part is DayPart.NIGHT else day
    return Period(at(day, PARTS_START[part]), at(last_day, PARTS_START[following]))
