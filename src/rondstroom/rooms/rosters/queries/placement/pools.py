"""Who shares a pool with whom, on each day of a period, from one query."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from flexpool.periods import Period
from rondstroom.rooms.organisations import queries as organisations

if TYPE_CHECKING:
    from rondstroom.rooms.organisations.models import Membership


class Pools:
    """The memberships of a period; each answer is kept."""

    def __init__(self, memberships: Iterable[Membership]) -> None:
        self._memberships = list(memberships)
        self._kept: dict[tuple[int, date], frozenset[int]] = {}

    @classmethod
    def during(cls, period: Period) -> Pools:
        """Load who belongs to which pool on any day of a period."""
        first, *_between, last = [period.local_day(), *period.local_days()]
        return cls(organisations.memberships_in(first, last))

    def partners(self, organisation_id: int, day: date) -> frozenset[int]:
        """Give the organisations that share a pool with this one on a day, itself included."""
        key = (organisation_id, day)
        if key not in self._kept:
            self._kept[key] = self._partners(organisation_id, day)
        return self._kept[key]

    def partners_ever(self, organisation_ids: Iterable[int]) -> set[int]:
        """Give who shares a pool with any of these at some time in the period, and themselves."""
        own = set(organisation_ids)
        pools = {one.pool_id for one in self._memberships if one.organisation_id in own}
        return own | {one.organisation_id for one in self._memberships if one.pool_id in pools}

    def _partners(self, organisation_id: int, day: date) -> frozenset[int]:
        held = [
            one
            for one in self._memberships
            if one.starts_on <= day and (one.ends_on is None or day < one.ends_on)
        ]
        pools = {one.pool_id for one in held if one.organisation_id == organisation_id}
        together = {one.organisation_id for one in held if one.pool_id in pools}
        return frozenset({organisation_id} | together)
