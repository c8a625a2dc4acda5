"""Balances of annual hours: what was told of shifts, else what was planned, and absence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F
from django.utils import timezone

from flexpool.contracts.annual import AnnualHours, Balance, Spent, with_shift
from flexpool.periods import AMSTERDAM, Period, day_period
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.states import AssignmentState
from rondstroom.rooms.settlement.models import HoursVersion

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Engagement

A_DAY = timedelta(days=1)
Days = Mapping[tuple[int, int], set[date]]


@dataclass(frozen=True, slots=True)
class YearBalance:
    """One engagement with annual hours, and where it stands."""

    engagement: Engagement
    balance: Balance


class _Worked(NamedTuple):
    """A shift of somebody: its number, where, when, and the minutes told or planned."""

    assignment_id: int
    worker_id: int
    organisation_id: int
    starts_at: datetime
    minutes: int

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.starts_at.astimezone(AMSTERDAM).date()


def annual_balances(
    now: datetime,
    *,
    organisation_ids: Collection[int] | None = None,
    worker_ids: Collection[int] | None = None,
    with_concepts: bool = True,
) -> list[YearBalance]:
    """Give the balances of the year, by name; the number of queries does not grow.

    Hours that were told count as told, others as planned. Work elsewhere counts under the
    engagement that lends for it. Without concepts for workers: those are no roster yet.
    """
    today = timezone.localdate(now)
    held = people.annual_engagements(
        today, organisation_ids=organisation_ids, worker_ids=worker_ids
    )
    if not held:
        return []
    first, after = date(today.year, 1, 1), date(today.year + 1, 1, 1)
    year = Period(day_period(first).starts_at, day_period(after).starts_at)
    under = _under([tie for tie, _agreed in held], year, with_concepts)
    houses = {tie.organisation_id for tie, _agreed in held}
    absent = people.absent_days((tie.worker_id for tie, _agreed in held), houses, first, after)
    return [
        YearBalance(tie, Balance(agreed, _spent(tie, agreed, under[tie.pk], absent, today), today))
        for tie, agreed in held
    ]


def annual_after(shift: Shift, worker_ids: Collection[int], now: datetime) -> dict[int, Balance]:
    """Give by worker of this organisation with annual hours the balance with a shift as well.

    Of a shift in another year nothing is said: that year is not begun.
    """
    day = timezone.localdate(shift.starts_at)
    if day.year != timezone.localdate(now).year:
        return {}
    minutes = int((shift.ends_at - shift.starts_at).total_seconds()) // 60 - shift.break_minutes
    found = annual_balances(now, organisation_ids=[shift.organisation_id], worker_ids=worker_ids)
    return {
        one.engagement.worker_id: with_shift(one.balance, minutes, day + A_DAY)
        for one in found
        if one.balance.agreed.starts_on <= day < one.balance.agreed.ends_on
    }


def _under(
    ties: Sequence[Engagement], year: Period, with_concepts: bool
) -> Mapping[int, list[_Worked]]:
    """Give what is worked under each engagement in a year, each its own days."""
    here: dict[tuple[int, int], list[Engagement]] = defaultdict(list)
    for tie in ties:
        here[tie.worker_id, tie.organisation_id].append(tie)
    wanted = {tie.pk for tie in ties}
    rows = _rows({tie.worker_id for tie in ties}, year, with_concepts)
    found: dict[int, list[_Worked]] = defaultdict(list)
    elsewhere = []
    for row in rows:
        own = here.get((row.worker_id, row.organisation_id))
        if own is None:
            elsewhere.append(row)
        for tie in own or ():
            if tie.starts_on <= row.day and (tie.ends_on is None or row.day < tie.ends_on):
                found[tie.pk].append(row)
                break
    terms = contracts.terms_of_deployments(
        contracts.Deployment(row.worker_id, row.organisation_id, row.day) for row in elsewhere
    )
    for row, term in zip(elsewhere, terms, strict=True):
        if term.engagement_id in wanted:
            found[term.engagement_id or 0].append(row)
    return found


def _rows(worker_ids: set[int], year: Period, with_concepts: bool) -> list[_Worked]:
    """Give every shift of workers that begins in a year, with what was told of it; two queries."""
    asked = rosters.assignments_of_workers(worker_ids, year.starts_at, year.ends_at)
    if not with_concepts:
        asked = asked.exclude(state=AssignmentState.PLANNED)
    told = {
        one.hours.assignment_id: one.minutes
        for one in HoursVersion.objects.filter(
            number=F("hours__version"),
            hours__worker_id__in=worker_ids,
            starts_at__gte=year.starts_at - A_DAY,
            starts_at__lt=year.ends_at + A_DAY,
        ).select_related("hours")
    }
    columns = ("pk", "worker_id", "shift__organisation_id", "starts_at", "ends_at")
    found = []
    for pk, worker_id, house, starts_at, ends_at, pause in asked.values_list(
        *columns, "shift__break_minutes"
    ):
        planned = max(0, int((ends_at - starts_at).total_seconds()) // 60 - pause)
        if year.contains(starts_at):
            found.append(_Worked(pk, worker_id, house, starts_at, told.get(pk, planned)))
    return found


def _spent(
    tie: Engagement, agreed: AnnualHours, rows: Sequence[_Worked], absent: Days, today: date
) -> Spent:
    """Lay the shifts and the absence of somebody out over the days before today and after."""
    held = [row for row in rows if agreed.starts_on <= row.day < agreed.ends_on]
    ahead = [row for row in held if row.day >= today]
    free = absent.get((tie.worker_id, tie.organisation_id), set()) - {row.day for row in held}
    away = {day for day in free if agreed.starts_on <= day < agreed.ends_on}
    coming = sum(day >= today for day in away)
    last = max([row.day for row in ahead] + [day for day in away if day >= today], default=None)
    return Spent(
        worked=sum(row.minutes for row in held if row.day < today),
        planned=sum(row.minutes for row in ahead),
        absent_days=len(away) - coming,
        absent_days_ahead=coming,
        planned_until=today if last is None else last + A_DAY,
    )
