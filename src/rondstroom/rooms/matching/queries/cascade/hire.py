"""What hire for a shift costs, and how much more that is than own staff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import QuerySet

from rondstroom.rooms.matching.models import Cascade, Step
from rondstroom.rooms.matching.queries.cascade.policies import Policy
from rondstroom.rooms.matching.states import CascadeState, Ring, StepState
from rondstroom.rooms.rosters import queries as assignments


@dataclass(frozen=True, slots=True)
class HirePrice:
    """The price of hire for all free places; `extra_cents` is None when the own cost is unknown."""

    supplier: str
    hour_cents: int
    minutes: int
    hire_cents: int
    own_cents: int | None

    @property
    def extra_cents(self) -> int | None:
        """How much more than own staff."""
        return None if self.own_cents is None else self.hire_cents - self.own_cents


def hire_price(cascade: Cascade, supplier: str, places: int) -> HirePrice:
    """Give what these places of the shift cost at a supplier: worked time at its hourly price."""
    policy = Policy.from_kept(cascade.policy)
    hour_cents = next(one.hour_cents for one in policy.suppliers if one.name == supplier)
    shift = cascade.shift
    length = int((shift.ends_at - shift.starts_at).total_seconds() // 60) - shift.break_minutes
    minutes = length * places
    own = policy.own_hour_cents
    return HirePrice(
        supplier,
        hour_cents,
        minutes,
        _cents(hour_cents, minutes),
        None if own is None else _cents(own, minutes),
    )


def _cents(hour_cents: int, minutes: int) -> int:
    """Give whole cents, half a cent upward."""
    return int((Fraction(hour_cents * minutes, 60) + Fraction(1, 2)) // 1)


def hire_waiting(organisation_ids: Iterable[int]) -> list[tuple[Step, HirePrice]]:
    """Give what waits for somebody who may hire, with its price, the nearest shift first."""
    rows = list(
        _steps()
        .filter(
            state=StepState.TO_CONFIRM,
            cascade__state=CascadeState.RUNNING,
            cascade__shift__organisation_id__in=list(organisation_ids),
        )
        .order_by("cascade__shift__starts_at", "pk")
    )
    filled = assignments.filled_places(row.cascade.shift_id for row in rows)
    return [
        (row, hire_price(row.cascade, row.supplier, shift.places - filled[shift.pk]))
        for row in rows
        for shift in [row.cascade.shift]
    ]


def rings_before(cascade_ids: Iterable[int]) -> dict[int, list[Step]]:
    """Give for each cascade the rings that come before hire, as they went; one query."""
    found: dict[int, list[Step]] = {cascade_id: [] for cascade_id in cascade_ids}
    rows = Step.objects.filter(cascade_id__in=found).exclude(ring=Ring.AGENCY)
    for row in rows.order_by("cascade_id", "position"):
        found[row.cascade_id].append(row)
    return found


def cascade_step(step_id: int) -> Step | None:
    """Give one step with its cascade and shift."""
    return _steps().filter(pk=step_id).first()


def _steps() -> QuerySet[Step]:
    return Step.objects.select_related(
        "cascade__shift__team__location",
        "cascade__shift__organisation",
        "cascade__shift__function",
    )
