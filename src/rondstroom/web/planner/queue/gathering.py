"""Everything that waits for a planner, from every room, in one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from flexpool.worktime import Severity
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.web.planner.queue import open_shifts, rostered, waiting
from rondstroom.web.planner.queue.lines import Line, in_order
from rondstroom.web.planner.queue.open_shifts import AHEAD, OpenShift


@dataclass(frozen=True, slots=True)
class Queue:
    """The lines in order, with what the figures above them are counted from."""

    lines: list[Line]
    opened: list[OpenShift]
    requests: list[Any]
    breaches: int


def gathered(organisation_ids: Sequence[int], now: datetime) -> Queue:
    """Give what waits at these organisations; as many queries for little as for much."""
    opened = open_shifts.open_places(organisation_ids, now)
    asked = [row for pk in organisation_ids for row in matching.requests_waiting(pk)]
    first = timezone.localdate(now)
    law = rosters.findings_of_organisations(
        organisation_ids, first, timezone.localdate(now + AHEAD)
    )
    lines = [
        *open_shifts.lines(opened, organisation_ids),
        *waiting.requests(asked),
        *waiting.applications(organisation_ids),
        *waiting.questions(organisation_ids),
        *waiting.swaps(organisation_ids),
        *waiting.hours(organisation_ids, now),
        *rostered.gate(organisation_ids, now),
        *rostered.learners(organisation_ids, now),
        *rostered.law(law, organisation_ids, now),
        *rostered.unknown(organisation_ids, now),
        *rostered.proposals(organisation_ids),
    ]
    breaches = sum(one.severity is Severity.BREACH for many in law.values() for one in many)
    return Queue(in_order(lines, now), opened, asked, breaches)
