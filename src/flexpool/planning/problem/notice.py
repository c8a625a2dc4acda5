"""Calls that may be refused: too late, or outside the days and hours that were agreed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import numpy.typing as npt

from flexpool.periods import at
from flexpool.planning.problem.demand import Kind
from flexpool.planning.problem.worker import Worker

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Clock:
    """When is planned, and which shifts start how soon after.

    Parameters
    ----------
    kinds, days
        The kinds and the length of the horizon.
    first_date, planned_at
        Calendar date of day 0, and the moment at which workers are told of this plan.
    """

    kinds: tuple[Kind, ...]
    days: int
    first_date: date
    planned_at: datetime

    def within(self, hours: int) -> Bools:
        """Give day × kind: starts less than so many hours after the plan is told.

        A kind without times starts at midnight.
        """
        late = np.zeros((self.days, len(self.kinds)), dtype=bool)
        soonest = self.planned_at.astimezone(UTC) + timedelta(hours=hours)  # hours that pass
        for day in range(self.days):
            on = self.first_date + timedelta(days=day)
            if at(on, time()) >= soonest:
                break
            late[day] = [_start(kind, on) < soonest for kind in self.kinds]
        return late


def _start(kind: Kind, on: date) -> datetime:
    return at(on, time()) if kind.starts is None else kind.shift_on(on).period.starts_at


@dataclass(frozen=True)
class Short:
    """What is short notice for one worker on one day.

    Parameters
    ----------
    calls
        Kinds that would be a call.
    told
        The kind that was published and is too late to cancel; "" for none.
    """

    day: int
    calls: Bools
    told: str


def short_notice(worker: Worker, kinds: tuple[Kind, ...], late: Bools) -> Iterator[Short]:
    """Give the days on which something is short notice; `late` is that of the worker's term."""
    published = {one.day: one.kind for one in worker.published}
    asked = {(one.day, one.kind) for one in worker.requests if one.is_on}
    for day in np.flatnonzero(late.any(axis=1)).tolist():
        told = published.get(day, "")
        own = [kind.id == told or (day, "") in asked or (day, kind.id) in asked for kind in kinds]
        is_late = any(late[day, number] for number, kind in enumerate(kinds) if kind.id == told)
        yield Short(day, late[day] & ~np.array(own, dtype=bool), told if is_late else "")


def may_refuse(worker: Worker, day: int, kind: str) -> bool:
    """Tell whether a kind lies outside the agreed days and hours, and was not asked for."""
    beyond = not worker.beyond_agreed.isdisjoint({(day, ""), (day, kind)})
    return beyond and not any(
        one.is_on and one.day == day and one.kind in ("", kind) for one in worker.requests
    )
