"""A dry run: whom each ring would reach, from when to when, without asking anybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.matching.queries.cascade.policies import (
    Policy,
    cascade_policy,
    least_notice,
    urgency_of,
)
from rondstroom.rooms.matching.queries.cascade.reach import reach_of
from rondstroom.rooms.matching.states import Ring
from rondstroom.rooms.rosters.queries import placement

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift


@dataclass(frozen=True, slots=True)
class Expected:
    """What one ring would come to; `reached` are people, or suppliers in the ring of hire."""

    ring: Ring
    reached: int
    opens_at: datetime | None
    closes_at: datetime | None
    kept_out: Mapping[str, int]
    is_asked: bool = True

    @property
    def skipped(self) -> bool:
        """Whether nobody would be asked here."""
        return self.opens_at is None

    @property
    def is_too_late(self) -> bool:
        """Whether the shift would begin before those reached here could answer."""
        return self.skipped and self.reached > 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """The rings one after the other, by which policy, and how urgent the shift is."""

    policy: Policy
    urgency: str
    rings: tuple[Expected, ...]

    @property
    def people(self) -> int:
        """How many people would be reached at most, in the rings that there is time to ask."""
        asked = (one for one in self.rings if not one.skipped)
        return sum(one.reached for one in asked if one.ring != Ring.AGENCY)


def cascade_forecast(shift: Shift, at: datetime) -> Forecast:
    """Give what a cascade begun now would do when nobody answered; nothing is written."""
    policy = cascade_policy(shift.organisation_id, shift.starts_at.astimezone(AMSTERDAM).date())
    urgency = urgency_of(shift.starts_at, at)
    reach = reach_of(placement.facts_of_shift(shift), at)
    last, begins = shift.starts_at - least_notice(), at
    expected = []
    for ring in Ring:
        is_asked = ring in policy.rings
        there = len(policy.suppliers) if ring == Ring.AGENCY else len(reach[ring].people)
        people = there if is_asked else 0
        opens = begins if people and begins < last else None
        closes = min(begins + policy.window(ring, urgency), last) if opens else None
        kept_out = dict(reach[ring].kept_out) if is_asked else {}
        expected.append(Expected(ring, people, opens, closes, kept_out, is_asked))
        begins = closes or begins
    return Forecast(policy, urgency, tuple(expected))
