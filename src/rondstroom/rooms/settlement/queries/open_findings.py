"""All that contracts, call rules and the work code find at an organisation now, in one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from flexpool.contracts.rule import Finding
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters.queries import work_code
from rondstroom.rooms.settlement.queries.obligations import obligations_of
from rondstroom.rooms.settlement.states import FindingKind

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Engagement, Worker

CALL_RULES = frozenset({"O2", "O3", "O4", "O6"})
"""What is about one call; the others are about the contract."""


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """One finding: of which kind, about whom and which shift, under which engagement here."""

    kind: FindingKind
    worker: Worker
    finding: Finding
    tie: Engagement | None = None
    shift: Any = None

    @property
    def team(self) -> Any:
        """The team of the shift, else of the engagement; None for who is of no team."""
        if self.shift is not None:
            return self.shift.team
        return self.tie.team if self.tie is not None else None


def open_findings(organisation_id: int, now: datetime) -> list[OpenFinding]:
    """Give everything that is found now, what is due first; as many queries for any number.

    Of the work code this month counts. Work at other organisations counts where the law says so;
    which one it was is not told.
    """
    today = timezone.localdate(now)
    held = {one.pk: one for one in people.engagements_at(organisation_id, today)}
    ties: dict[int, Engagement] = {}
    for one in held.values():
        ties.setdefault(one.worker_id, one)
    found = [
        OpenFinding(
            FindingKind.CALL if one.finding.rule.source_ref in CALL_RULES else FindingKind.CONTRACT,
            one.worker,
            one.finding,
            held.get(one.engagement.pk),
            one.shift,
        )
        for one in obligations_of(organisation_id, now)
    ]
    found += [
        OpenFinding(FindingKind.CODE, one.worker, one.finding, ties.get(one.worker.pk), one.shift)
        for one in work_code.code_findings_of_month(organisation_id, today, now)
    ]
    return sorted(found, key=lambda one: _place(one, today))


def _place(one: OpenFinding, today: date) -> tuple[bool, date, str]:
    """Put policy after law, then the nearest day, then the name."""
    return one.kind == FindingKind.CODE, one.finding.due_on or today, one.worker.name
