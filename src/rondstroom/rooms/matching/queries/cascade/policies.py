"""By which policy a shift is asked around: the organisation's own, its pool's, or the house's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Q

from rondstroom.rooms.matching.models import CascadePolicy
from rondstroom.rooms.matching.states import Choosing, Ring, Urgency
from rondstroom.rooms.organisations import queries as organisations

_HOUSE = Path(__file__).parents[2] / "cascade.yaml"
Windows = dict[str, dict[str, int]]
"""Ring → urgency → minutes to answer; a ring that is not named is not asked."""


@dataclass(frozen=True, slots=True)
class Supplier:
    """A supplier of staff whom the organisation admitted, and what an hour costs there."""

    name: str
    hour_cents: int


@dataclass(frozen=True, slots=True)
class Policy:
    """How a shift is asked around; `version` 0 is the house's own, `of` says whose it is."""

    version: int
    of: str
    windows: Windows
    choosing: str
    suppliers: tuple[Supplier, ...] = ()
    own_hour_cents: int | None = None

    @property
    def rings(self) -> list[Ring]:
        """The rings that are asked, in their order; hire never without all rings before it."""
        named = [ring for ring in Ring if ring.value in self.windows]
        return named if len(named) == len(Ring) else [one for one in named if one != Ring.AGENCY]

    def window(self, ring: str, urgency: str) -> timedelta:
        """Give how long a ring may answer."""
        return timedelta(minutes=self.windows[ring][urgency])

    def kept(self) -> dict[str, Any]:
        """Give the policy as a cascade keeps it."""
        return asdict(self)

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> Policy:
        """Give the policy that a cascade kept."""
        suppliers = tuple(Supplier(**one) for one in kept["suppliers"])
        return cls(**{**kept, "suppliers": suppliers})


@cache
def house() -> dict[str, Any]:
    """Give the policy for whoever made none, with the bounds that hold for everybody."""
    read: dict[str, Any] = yaml.safe_load(_HOUSE.read_text(encoding="utf-8"))
    return read


def least_notice() -> timedelta:
    """Give how near its start a shift is too late to ask around for."""
    return timedelta(minutes=int(house()["least_minutes_before_start"]))


def urgency_of(starts_at: datetime, at: datetime) -> Urgency:
    """Give how near a shift is."""
    hours = (starts_at - at).total_seconds() / 3600
    bounds = house()["urgency_hours"]
    if hours <= bounds["urgent"]:
        return Urgency.URGENT
    return Urgency.SOON if hours <= bounds["soon"] else Urgency.LATER


def cascade_policy(organisation_id: int, on: date) -> Policy:
    """Give the policy that holds for an organisation: the newest of its own, else of a pool of
    its own on that day, else the house's."""
    pools = {pool.pk: pool.name for pool in organisations.pools_of(organisation_id, on)}
    rows = CascadePolicy.objects.filter(Q(organisation_id=organisation_id) | Q(pool_id__in=pools))
    own = rows.select_related("organisation")
    newest = sorted(own, key=lambda row: (row.organisation_id is None, -row.version, row.pk))
    if not newest:
        return Policy(0, "", house()["windows"], Choosing(house()["choosing"]).value)
    row = newest[0]
    of = row.organisation.name if row.organisation else pools[int(row.pool_id or 0)]
    return Policy(
        row.version,
        of,
        row.windows,
        row.choosing,
        tuple(Supplier(**one) for one in row.suppliers),
        row.own_hour_cents,
    )
