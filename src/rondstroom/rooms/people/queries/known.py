"""All that people told of themselves, at once: where, when and how much they work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flexpool.periods import Period
from rondstroom.rooms.journal.queries import Asked, together
from rondstroom.rooms.people.models import DeclaredWork, Engagement, OwnWage, Willingness
from rondstroom.rooms.people.queries.absences import ABSENT, can_work, cells_of, said_and_absent
from rondstroom.rooms.people.queries.engagements import (
    engagements_of,
    ties_of,
    willing_organisations,
)
from rondstroom.rooms.people.queries.wishes import Cell, declared_work
from rondstroom.rooms.people.states import Wish

FEW = 3
"""Of so many people everything is read in one query; of more in a few that carry rows cheaper."""


@dataclass(frozen=True, slots=True)
class Known:
    """By worker: engagements, where willing, what was said of days, and work elsewhere."""

    ties: Mapping[int, Sequence[Engagement]]
    willing: Mapping[int, set[int]]
    wishes: Mapping[int, Mapping[Cell, Wish]]
    declared: Mapping[int, Sequence[DeclaredWork]]


def known_of(
    worker_ids: Iterable[int], starts_on: date, ends_on: date, declared_in: Period
) -> Known:
    """Give all of it: wishes of days before `ends_on`, work that touches a period.

    One query for a few people, four for any number.
    """
    wanted = list(worker_ids)
    if len(wanted) <= FEW:
        return known_asked(wanted, starts_on, ends_on, declared_in).now()
    return Known(
        ties_of(wanted),
        willing_organisations(wanted),
        can_work(wanted, starts_on, ends_on),
        declared_work(wanted, declared_in),
    )


def known_asked(
    wanted: list[int], starts_on: date, ends_on: date, declared_in: Period
) -> Asked[Known]:
    """Give the same for a few people, to be read together with what other rooms know of them."""
    rows = (
        Engagement.objects.filter(worker_id__in=wanted),
        Willingness.objects.filter(worker_id__in=wanted),
        *said_and_absent(wanted, starts_on, ends_on),
        DeclaredWork.objects.filter(
            worker_id__in=wanted,
            starts_at__lt=declared_in.ends_at,
            ends_at__gt=declared_in.starts_at,
        ),
    )
    return Asked(rows, lambda found: _of_few(found, starts_on, ends_on))


def _of_few(found: list[list[Any]], starts_on: date, ends_on: date) -> Known:
    ties, willing, said, absent, declared = found
    rows = [(one.worker_id, one.on_date, one.part, one.wish) for one in said]
    rows += [(one.worker_id, one.starts_on, str(one.ends_on), ABSENT) for one in absent]
    by_start = {pk: sorted(rows, key=lambda one: one.starts_on) for pk, rows in _by(ties).items()}
    return Known(
        by_start,
        {pk: {one.organisation_id for one in rows} for pk, rows in _by(willing).items()},
        cells_of(rows, starts_on, ends_on),
        {pk: sorted(rows, key=lambda one: one.starts_at) for pk, rows in _by(declared).items()},
    )


def wage_and_contract(worker_id: int, on: date) -> tuple[OwnWage | None, int]:
    """Give the own wage, and the minutes of the largest contract of a day; one query.

    Show it to that worker only.
    """
    wages, ties = together(
        OwnWage.objects.filter(worker_id=worker_id), engagements_of(worker_id, on)
    )
    return next(iter(wages), None), max((one.minutes_per_week for one in ties), default=0)


def _by(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.worker_id, []).append(row)
    return found
