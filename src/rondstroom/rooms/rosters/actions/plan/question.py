"""What a planning run asks: the open places of a period, and who may be proposed for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from flexpool.periods import AMSTERDAM, Period, day_period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.organisations import queries as organisations
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import Wish
from rondstroom.rooms.rosters.queries import placement, rounds
from rondstroom.rooms.rosters.queries.assignments import assignments_of_shifts
from rondstroom.rooms.rosters.queries.placement import (
    POOL,
    Judge,
    Pools,
    ShiftFacts,
    Surroundings,
)
from rondstroom.rooms.rosters.queries.placement.year_hours import YearHours
from rondstroom.rooms.rosters.queries.work import Busy, year_around

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker
    from rondstroom.rooms.rosters.models import Assignment, PlanningRun
    from rondstroom.rooms.rosters.queries.placement.surroundings import Need
    from rondstroom.rooms.skills.queries import Requirement


@dataclass(frozen=True, slots=True)
class Question:
    """All shifts of the period, those with free places, who stands on them, and a judge for each
    worker: those who may be proposed and those who are rostered already."""

    starts_on: date
    ends_on: date
    shifts: list[ShiftFacts]
    open_shifts: list[ShiftFacts]
    rostered: dict[int, list[Assignment]]
    judges: dict[int, Judge]
    days_worked: dict[int, set[date]]
    requirements: dict[Need, Requirement]
    is_regional: bool = False
    """Of a whole pool: planned from what people offered, in fair shares."""
    wished: frozenset[tuple[int, int]] | None = None
    """Worker and shift, as put in by the team itself; None when there was no such round."""
    annual: YearHours = field(default_factory=YearHours)
    """Hours a year of those who have them here, and the days they were absent."""

    @property
    def organisation_ids(self) -> set[int]:
        """The organisations that have places open."""
        return {shift.organisation_id for shift in self.open_shifts}

    @property
    def days(self) -> int:
        """Length of the horizon."""
        return (self.ends_on - self.starts_on).days + 1

    @property
    def span(self) -> Period:
        """From the first midnight to the last."""
        return _span(self.starts_on, self.ends_on)

    def day_of(self, shift: ShiftFacts) -> int:
        """Give the day of the horizon on which a shift begins."""
        return (shift.starts_on - self.starts_on).days

    def may_be_proposed(self, worker_id: int, shift: ShiftFacts) -> bool:
        """Say whether a worker may be proposed; the law and who supervises aside.

        Nobody gets a second shift on a day, and people of partners only what they offered; in a
        plan of the region everybody only that.
        """
        judge = self.judges[worker_id]
        if shift.starts_on in self.days_worked[worker_id]:
            return False
        against = judge.reasons(shift, with_law=False, with_supervision=False)
        if any(reason.is_blocking for reason in against):
            return False
        numbers = judge.numbers(shift)
        needs_offer = self.is_regional or numbers.tier == POOL
        return not needs_offer or numbers.wish == Wish.AVAILABLE


def _span(starts_on: date, ends_on: date) -> Period:
    return Period(day_period(starts_on).starts_at, day_period(ends_on).ends_at)


def shifts_asked(run: PlanningRun) -> QuerySet[Shift]:
    """Give the shifts that a run is about: of its team, its organisation, or what the
    organisations of its pool published."""
    span = _span(run.starts_on, run.ends_on)
    if run.team_id is not None:
        mine = demand.shifts_of_team(run.team_id, span.starts_at, span.ends_at)
        return demand.without_training(mine)
    if run.organisation_id is not None:
        all_ = demand.shifts_of_organisation(run.organisation_id, span.starts_at, span.ends_at)
        return demand.without_training(all_)
    return demand.open_shifts(span.starts_at, span.ends_at, members_of(run))


def members_of(run: PlanningRun) -> set[int]:
    """Give the organisations of a run's pool, at the start or the end of its days."""
    rows = organisations.memberships_in(run.starts_on, run.ends_on)
    return {one.organisation_id for one in rows if one.pool_id == run.pool_id}


def open_places(run: PlanningRun, at: datetime) -> int:
    """Give how many places may still be filled."""
    facts = placement.facts_of_shifts(shifts_asked(run))
    return sum(one.places - one.filled for one in _open(facts, at))


def _open(shifts: list[ShiftFacts], at: datetime) -> Iterator[ShiftFacts]:
    return (one for one in shifts if one.filled < one.places and one.starts_at > at)


def _day(busy: Busy) -> date:
    return busy.starts_at.astimezone(AMSTERDAM).date()


def load(run: PlanningRun, at: datetime) -> Question:
    """Load everything at once; the number of queries does not grow."""
    span = _span(run.starts_on, run.ends_on)
    shifts = placement.facts_of_shifts(shifts_asked(run))
    rostered = assignments_of_shifts(one.shift_id for one in shifts)
    pools = Pools.during(span)
    workers = _workers(run, pools, {row.worker_id for on in rostered.values() for row in on})
    known = placement.facts_of_workers(workers, span, year_around(span))
    around = Surroundings.of(known.values(), shifts, pools, at)
    wished = rounds.wishes_in_plan(run.team_id, run.starts_on, run.ends_on)
    return Question(
        run.starts_on,
        run.ends_on,
        shifts,
        list(_open(shifts, at)),
        rostered,
        {pk: Judge(person, around) for pk, person in known.items()},
        {pk: {_day(busy) for busy in person.work} for pk, person in known.items()},
        around.requirements,
        is_regional=run.pool_id is not None,
        wished=None if wished is None else frozenset(wished),
        annual=YearHours.of(known, {one.organisation_id for one in shifts}, run.starts_on),
    )


def _workers(run: PlanningRun, pools: Pools, rostered: set[int]) -> QuerySet[Worker]:
    """Give who works here or at a partner and is willing, at the start or the end of the period;
    and who is rostered already. For a pool: who works at a member and offered a day."""
    if run.organisation_id is None:
        return people.all_workers().filter(pk__in=rostered | _offering(run))
    own, near = Q(pk__in=rostered), Q()
    for day in {run.starts_on, run.ends_on}:
        partners = pools.partners(run.organisation_id, day)
        own |= Q(pk__in=people.engaged_workers([run.organisation_id], day).values("pk"))
        near |= Q(pk__in=people.engaged_workers(partners, day).values("pk"))
    willing = near & Q(willing_for__organisation_id=run.organisation_id)
    return people.all_workers().filter(own | willing).distinct()


def _offering(run: PlanningRun) -> set[int]:
    after = run.ends_on + timedelta(days=1)
    employed = people.employers_in(members_of(run), run.starts_on, after)
    # A shift after midnight belongs to the night of the day before.
    return set(people.offered_in(employed, run.starts_on - timedelta(days=1), after))
