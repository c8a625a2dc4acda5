"""What filling shifts took from planners, side by side for the weeks behind us and those ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.states import Source

WEEKS = 4


@dataclass(frozen=True, slots=True)
class Span:
    """Four weeks: what each source took, and all together."""

    starts_at: datetime
    ends_at: datetime
    rows: list[tuple[str, queries.Effort]]
    whole: queries.Effort


def effort_spans(organisation_id: int, now: datetime) -> list[Span]:
    """Give the four weeks ahead and the four behind us, of shifts that are filled."""
    length = timedelta(weeks=WEEKS)
    return [
        _span(organisation_id, now, now + length),
        _span(organisation_id, now - length, now),
    ]


def _span(organisation_id: int, starts_at: datetime, ends_at: datetime) -> Span:
    found = queries.effort_of(organisation_id, starts_at, ends_at)
    whole = queries.Effort()
    for one in found.values():
        whole.add(one)
    rows = [(str(Source(source).label), one) for source, one in found.items()]
    return Span(starts_at, ends_at, rows, whole)
