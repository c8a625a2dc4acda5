"""Who works for whom: hours lent and borrowed between organisations, and hours hired."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from flexpool.periods import AMSTERDAM, Period
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.contracts.queries import Deployment
from rondstroom.rooms.contracts.states import Basis
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.states import AssignmentState

_ON_A_ROSTER = (AssignmentState.CONFIRMED, AssignmentState.WORKED)


@dataclass(frozen=True, slots=True)
class Lent:
    """Minutes of work: between (lender, borrower), hired per borrower, and own per organisation."""

    between: dict[tuple[int, int], int] = field(default_factory=dict)
    hired: dict[int, int] = field(default_factory=dict)
    own: dict[int, int] = field(default_factory=dict)

    def lent_by(self, organisation_id: int) -> int:
        """Give the minutes that an organisation's people work elsewhere."""
        return sum(n for (lender, _to), n in self.between.items() if lender == organisation_id)

    def borrowed_by(self, organisation_id: int) -> int:
        """Give the minutes that people of others work here."""
        return sum(n for (_from, one), n in self.between.items() if one == organisation_id)


def lent_between(organisation_ids: Iterable[int], period: Period) -> Lent:
    """Give who worked, or is to work, for whom in shifts that begin in a period.

    Contracts decide whose somebody is on a shift, as for the invoices. Seven queries at most.
    """
    rows = list(
        Assignment.objects.filter(
            state__in=_ON_A_ROSTER,
            shift__organisation_id__in=list(organisation_ids),
            starts_at__gte=period.starts_at,
            starts_at__lt=period.ends_at,
        ).values_list(
            "worker_id", "shift__organisation_id", "starts_at", "ends_at", "shift__break_minutes"
        )
    )
    terms = contracts.terms_of_deployments(
        Deployment(worker, there, starts.astimezone(AMSTERDAM).date())
        for worker, there, starts, _ends, _break in rows
    )
    found = Lent()
    for (_worker, there, starts, ends, pause), term in zip(rows, terms, strict=True):
        minutes = _minutes(starts, ends, pause)
        if term.basis == Basis.OWN:
            found.own[there] = found.own.get(there, 0) + minutes
        elif term.lender_id is not None and term.lender_id != there:
            pair = (term.lender_id, there)
            found.between[pair] = found.between.get(pair, 0) + minutes
        else:
            found.hired[there] = found.hired.get(there, 0) + minutes
    return found


def _minutes(starts_at: datetime, ends_at: datetime, pause: int) -> int:
    return int((ends_at - starts_at).total_seconds()) // 60 - pause
