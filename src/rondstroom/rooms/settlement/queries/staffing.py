"""Who did the work of an organisation: own people, the pool, agencies, self-employed; what it cost.

Counted from what was rostered and is over, by month, function, team, reason and supplier. The price
of hired and lent hours is the one agreed for that day, without allowances, with VAT where it is
due; that of own hours is told by the organisation itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Any, NamedTuple

from django.utils import timezone

from flexpool.contracts.price import Work
from flexpool.money import Rounding, times
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.contracts.queries import Deployment, DeploymentTerms
from rondstroom.rooms.contracts.states import Basis
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.settlement.queries.employing import supplier_names
from rondstroom.rooms.settlement.states import StaffKind

MINUTES_HOUR = 60
KINDS = {
    Basis.OWN: StaffKind.OWN,
    Basis.AGENCY: StaffKind.AGENCY,
    Basis.PAYROLL: StaffKind.AGENCY,
    Basis.SELF_EMPLOYED: StaffKind.SELF_EMPLOYED,
}
"""Everybody else is lent by another organisation."""


@dataclass
class Staffed:
    """Minutes and cents by kind of staff; minutes without a known price stand apart."""

    minutes: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    cents: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    unpriced: int = 0

    @property
    def all_minutes(self) -> int:
        """All work together."""
        return sum(self.minutes.values())

    @property
    def all_cents(self) -> int:
        """All cost together, as far as it is known."""
        return sum(self.cents.values())

    @property
    def external_share(self) -> Fraction:
        """Which part of the hours is of agencies and self-employed people."""
        return _share(self.minutes)

    @property
    def external_cost_share(self) -> Fraction:
        """Which part of the known cost is of agencies and self-employed people."""
        return _share(self.cents)

    def add(self, other: Staffed) -> None:
        """Take in what another one counted."""
        for kind, minutes in other.minutes.items():
            self.minutes[kind] += minutes
        for kind, cents in other.cents.items():
            self.cents[kind] += cents
        self.unpriced += other.unpriced


def _share(counted: Mapping[str, int]) -> Fraction:
    whole = sum(counted.values())
    outside = counted.get(StaffKind.AGENCY, 0) + counted.get(StaffKind.SELF_EMPLOYED, 0)
    return Fraction(outside, whole) if whole else Fraction(0)


class Where(NamedTuple):
    """One cell of the report; `supplier` is empty for own and lent people."""

    month: date
    function: str
    team: str
    reason: str
    supplier: str


def staffing_of(
    organisation_id: int,
    starts_at: datetime,
    ends_at: datetime,
    own_hour_cents: Mapping[str, int],
) -> dict[Where, Staffed]:
    """Give who did the work in each cell, by month and name.

    `own_hour_cents` is the price of an own hour by code of the function. The same number of
    queries whatever the number of shifts.
    """
    rows = list(rosters.ended_assignments([organisation_id], starts_at, ends_at))
    terms = contracts.terms_of_deployments(_deployment(one) for one in rows)
    suppliers = supplier_names(terms)
    found: dict[Where, Staffed] = defaultdict(Staffed)
    for one, term in zip(rows, terms, strict=True):
        cell = _where(one.shift, term, suppliers)
        _count(found[cell], _minutes(one), term, own_hour_cents)
    return dict(sorted(found.items()))


def grouped(counted: Mapping[Where, Staffed], *names: str) -> dict[tuple[Any, ...], Staffed]:
    """Give the cells taken together by some of their parts, in order."""
    found: dict[tuple[Any, ...], Staffed] = defaultdict(Staffed)
    for cell, one in counted.items():
        found[tuple(getattr(cell, name) for name in names)].add(one)
    return dict(sorted(found.items()))


def _where(shift: Any, term: DeploymentTerms, suppliers: Mapping[int, str]) -> Where:
    return Where(
        term.deployment.on.replace(day=1),
        shift.function.name if shift.function else "",
        f"{shift.team.location.name}, {shift.team.name}",
        shift.reason,
        suppliers.get(term.supplier_id or 0, ""),
    )


def together(parts: Iterable[Staffed]) -> Staffed:
    """Give everything that several counted."""
    whole = Staffed()
    for one in parts:
        whole.add(one)
    return whole


def _count(
    cell: Staffed, minutes: int, term: DeploymentTerms, own_hour_cents: Mapping[str, int]
) -> None:
    kind = KINDS.get(term.basis, StaffKind.POOL)
    cell.minutes[kind] += minutes
    cents = _cost(minutes, term, own_hour_cents)
    if cents is None:
        cell.unpriced += minutes
    else:
        cell.cents[kind] += cents


def _cost(minutes: int, term: DeploymentTerms, own_hour_cents: Mapping[str, int]) -> int | None:
    """Give what work cost, or nothing where no price is known for it."""
    if term.basis == Basis.OWN:
        hour = own_hour_cents.get(term.deployment.function_code)
        share = Fraction(minutes, MINUTES_HOUR)
        return None if hour is None else times(hour, share, Rounding.HALF_UP)
    line = term.price(Work(minutes=minutes))
    if line is None or term.vat is None or term.vat.rate is None:
        return None
    return int(line.amount) + int(term.vat.due(int(line.amount)).amount)


def _deployment(one: Any) -> Deployment:
    code = one.shift.function.code if one.shift.function else ""
    day = timezone.localdate(one.starts_at)
    return Deployment(one.worker_id, one.shift.organisation_id, day, code)


def _minutes(one: Any) -> int:
    whole = int((one.ends_at - one.starts_at).total_seconds()) // MINUTES_HOUR
    return whole - int(one.shift.break_minutes)
