"""Who has annual hours at the organisations that plan, and where they stand before a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from flexpool.contracts.annual import AnnualHours, Balance, Spent
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.people import queries as people

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.queries.work import Busy


@dataclass(frozen=True, slots=True)
class YearHours:
    """Who has hours a year at the organisations that plan, and on which days they were absent."""

    agreed: Mapping[int, AnnualHours] = field(default_factory=dict)
    absent: Mapping[int, set[date]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, worker_ids: Collection[int], organisation_ids: Collection[int], on: date
    ) -> YearHours:
        """Read both, of the year of a day; two queries, one when nobody has hours a year."""
        asked = {"organisation_ids": organisation_ids, "worker_ids": set(worker_ids)}
        held = people.annual_engagements(on, **asked)
        if not held:
            return cls()
        agreed: dict[int, AnnualHours] = {}
        for tie, hours in sorted(held, key=lambda pair: pair[1].starts_on):
            if hours.starts_on <= on or tie.worker_id not in agreed:  # the one that holds that day
                agreed[tie.worker_id] = hours
        first, after = date(on.year, 1, 1), date(on.year + 1, 1, 1)
        days = people.absent_days(agreed, organisation_ids, first, after)
        absent: dict[int, set[date]] = {}
        for (worker_id, _organisation), found in days.items():
            absent.setdefault(worker_id, set()).update(found)
        return cls(agreed, absent)

    def so_far(
        self, worker_id: int, work: Collection[Busy], houses: Collection[int], on: date
    ) -> int:
        """Give the balance before a day, from what is rostered at these organisations."""
        agreed = self.agreed[worker_id]
        here = [one for one in work if one.organisation_id in houses]
        before = [one for one in here if agreed.starts_on <= day_of(one) < on]
        absent = self.absent.get(worker_id, set()) - {day_of(one) for one in before}
        spent = Spent(
            worked=sum(one.as_work.work_minutes for one in before),
            absent_days=sum(agreed.starts_on <= day < on for day in absent),
            planned_until=on,
        )
        return Balance(agreed, spent, on).so_far


def day_of(busy: Busy) -> date:
    """Give the day on which a stretch of work begins."""
    return busy.starts_at.astimezone(AMSTERDAM).date()
