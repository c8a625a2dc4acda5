"""What runs out at an organisation: agreements, duties, the work code, and letters to send."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from flexpool.contracts.rule import Weight
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.contracts.states import DeadlineKind
from rondstroom.rooms.settlement.queries.obligations import obligations_of

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.settlement.queries.obligation import Obligation

AHEAD = timedelta(days=90)
REMINDED = (7, 30)
"""So many days before the last day somebody is reminded; each once."""


@dataclass(frozen=True, slots=True)
class RunsOut:
    """Something with a last day; `worker` when it is about a person, named on a page only."""

    kind: DeadlineKind
    last_day: date
    about: str
    key: str
    agreement_id: int | None = None
    worker: Worker | None = None


def runs_out(organisation_id: int, now: datetime) -> list[RunsOut]:
    """Give what runs out within ninety days, nearest first; as many queries for any number."""
    today = timezone.localdate(now)
    until = today + AHEAD
    found = [
        RunsOut(one.kind, one.last_day, one.about, one.key, one.agreement_id)
        for one in contracts.deadlines_of(organisation_id, today, until)
    ]
    found += [
        _letter(one, one.finding.due_on)
        for one in obligations_of(organisation_id, now)
        if one.letter is not None
        and one.finding.weight is Weight.DUE
        and one.finding.due_on is not None
        and today <= one.finding.due_on <= until
    ]
    return sorted(found, key=lambda one: (one.last_day, one.about))


def _letter(one: Obligation, due_on: date) -> RunsOut:
    key = f"letter:{one.engagement.pk}:{one.letter}"
    return RunsOut(DeadlineKind.LETTER, due_on, one.finding.rule.title.nl, key, worker=one.worker)


def to_remind(organisation_id: int, now: datetime) -> list[tuple[RunsOut, int]]:
    """Give of what people are to be reminded now, each with the nearest of the marks."""
    today = timezone.localdate(now)
    return [
        (one, next(mark for mark in REMINDED if (one.last_day - today).days <= mark))
        for one in runs_out(organisation_id, now)
        if (one.last_day - today).days <= REMINDED[-1]
    ]
