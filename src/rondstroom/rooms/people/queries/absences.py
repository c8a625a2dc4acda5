"""Who is absent, and so cannot work, whatever was said before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast

from rondstroom.rooms.people.models import Absence, Availability
from rondstroom.rooms.people.queries.wishes import Cell
from rondstroom.rooms.people.states import DayPart, Wish

ABSENT = "absent"


def absence(absence_id: int) -> Absence | None:
    """Give one absence, also one that was taken back."""
    return Absence.objects.select_related("worker", "organisation").filter(pk=absence_id).first()


def is_absent(worker_id: int, on: date) -> bool:
    """Tell whether somebody is absent on a day; why, nobody knows."""
    _said, absent = said_and_absent([worker_id], on, on + timedelta(days=1))
    return absent.exists()


def can_work(
    worker_ids: Iterable[int], starts_on: date, ends_on: date
) -> dict[int, dict[Cell, Wish]]:
    """Give what several workers said about days, and "not" where they are absent; one query.

    Nobody can tell from the answer which of the two it was.
    """
    return cells_of(_rows(list(worker_ids), starts_on, ends_on), starts_on, ends_on)


def cells_of(
    rows: Iterable[tuple[int, date, str, str]], starts_on: date, ends_on: date
) -> dict[int, dict[Cell, Wish]]:
    """Lay rows out by worker and part of day; whoever is absent cannot, whatever was said."""
    found: dict[int, dict[Cell, Wish]] = {}
    for worker_id, day, part, wish in rows:
        cells = found.setdefault(worker_id, {})
        if wish == ABSENT:
            first, last = max(day, starts_on), min(date.fromisoformat(part), ends_on)
            cells.update(dict.fromkeys(_cells(first, last), Wish.UNAVAILABLE))
        else:
            cells.setdefault((day, DayPart(part)), Wish(wish))
    return found


def _rows(wanted: list[int], starts_on: date, ends_on: date) -> list[tuple[int, date, str, str]]:
    """Give what was said as (worker, day, part, wish), and absences as (worker, from, to, mark)."""
    said, absent = said_and_absent(wanted, starts_on, ends_on)
    until = Cast("ends_on", CharField())
    return list(
        said.values_list("worker_id", "on_date", "part", "wish").union(
            absent.values_list("worker_id", "starts_on", until, Value(ABSENT)), all=True
        )
    )


def said_and_absent(
    wanted: list[int], starts_on: date, ends_on: date
) -> tuple[QuerySet[Availability], QuerySet[Absence]]:
    """Give what was said about days, and the absences that touch them."""
    said = Availability.objects.filter(
        worker_id__in=wanted, on_date__gte=starts_on, on_date__lt=ends_on
    )
    absent = Absence.objects.filter(
        worker_id__in=wanted,
        starts_on__lt=ends_on,
        ends_on__gt=starts_on,
        withdrawn_at__isnull=True,
    )
    return said, absent


def _cells(first: date, ends_on: date) -> Iterator[Cell]:
    for number in range((ends_on - first).days):
        for part in DayPart:
            yield first + timedelta(days=number), part
