"""A larger contract, made visible: a roster with so many hours more, from places open now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from flexpool.periods import AMSTERDAM, Period, day_period, week_start
from flexpool.planning import AnyOf, Limit, MaxRuntime, MaxWork, Params, Problem, solve
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.rosters.actions.plan.bench import Bench
from rondstroom.rooms.rosters.actions.plan.problem import asked
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement import Judge, Pools, ShiftFacts, Surroundings
from rondstroom.rooms.rosters.queries.work import year_around

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker

WEEKS = 4
WORK, AT_MOST = 4.0, 45.0
"""Seconds of the processor, and by the clock: a busy machine finds the same, only later.

Nearly every search is proven complete long before.
"""
SHORT_PER_MINUTE, BEYOND_PER_MINUTE = 6, 20
"""Hours missing weigh more than a longer road or a new place; hours too many weigh most."""


@dataclass(frozen=True, slots=True)
class Imagined:
    """What the weeks from `starts_on` would hold besides what is rostered, and what stays free."""

    starts_on: date
    ends_on: date
    wanted_minutes: int
    shift_ids: list[int] = field(default_factory=list)
    minutes: int = 0
    weekends: int = 0
    free_before: list[date] = field(default_factory=list)
    free_after: list[date] = field(default_factory=list)
    is_whole: bool = True
    """Whether the search came to its end; otherwise more may fit than was found."""

    @property
    def is_enough(self) -> bool:
        """Whether the hours wanted are found, but for less than half a shift."""
        return self.wanted_minutes - self.minutes < 240


def imagine_more(
    *,
    worker: Worker,
    minutes_per_week: int,
    only_at: Collection[int] = (),
    by: Account,
    at: datetime,
) -> Imagined:
    """Let the engine lay so many minutes a week more over the four weeks from next Monday.

    `only_at` keeps it to some organisations, as a job that combines two does. From published places
    that are open now, by every rule and the law, as a planner would accept them; what is taken one
    by one is judged again. Nothing is booked. Journal: `rosters.more.imagined`, so that the desk
    knows that somebody looked.
    """
    first = week_start(timezone.localdate(at)) + timedelta(weeks=1)
    last = first + timedelta(weeks=WEEKS, days=-1)
    known = _question(worker, first, last, only_at, at)
    wanted = minutes_per_week * WEEKS
    taken, is_whole = _searched(known, worker.pk, wanted)
    with transaction.atomic():  # not around the search: that would hold up who books
        journal.record(
            event="rosters.more.imagined",
            by=by,
            at=at,
            subject=f"worker:{worker.pk}",
            worker_id=worker.pk,
            minutes_per_week=minutes_per_week,
        )
    return replace(_told(known, known.judges[worker.pk], wanted, taken), is_whole=is_whole)


def _question(
    worker: Worker, first: date, last: date, only_at: Collection[int], at: datetime
) -> Question:
    """Ask as a planning run does, of one worker and of every place within reach."""
    span = Period(day_period(first).starts_at, day_period(last).ends_at)
    pools = Pools.during(span)
    person = placement.facts_of_workers([worker], span, year_around(span))[worker.pk]
    reach = pools.partners_ever(tie.organisation_id for tie in person.ties)
    there = set(reach) & set(only_at) if only_at else reach
    shifts = placement.facts_of_shifts(demand.open_shifts(span.starts_at, span.ends_at, there))
    around = Surroundings.of([person], shifts, pools, at)
    judge = Judge(person, around)
    free = [one for one in shifts if one.filled < one.places]
    worked = {busy.starts_at.astimezone(AMSTERDAM).date() for busy in person.work}
    return Question(
        first, last, shifts, free, {}, {worker.pk: judge}, {worker.pk: worked}, around.requirements
    )


def _searched(known: Question, worker_id: int, wanted: int) -> tuple[list[ShiftFacts], bool]:
    """Give what was taken, and whether the search came to its end.

    One solver, in this thread: for one person it is quickest, and its work can be counted.
    """
    if not known.open_shifts:
        return [], True
    told = asked(known, f"more for worker {worker_id}")
    if not told.problem.workers:
        return [], True
    stop = AnyOf(MaxWork(WORK), MaxRuntime(AT_MOST))
    result = solve(_larger(told.problem, wanted), stop, 1, Params(workers=1, solver="cpsat"))
    bench = Bench(known)
    for worker, alike in [] if result.roster is None else told.answer(result.roster):
        bench.take(worker, alike)
    return [shift for _worker, shift in bench.taken], result.is_optimal


def _larger(problem: Problem, wanted: int) -> Problem:
    """Make the hours the goal, and no place a duty: the ward is not this person's to fill."""
    [person] = problem.workers
    rostered = person.history.minutes if person.history else 0
    goal = rostered + wanted
    hours = Limit(goal, goal, under_weight=SHORT_PER_MINUTE, over_weight=BEYOND_PER_MINUTE)
    larger = replace(person, contract=replace(person.contract, minutes=hours))
    places = tuple(replace(one, optimum=0, under_weight=0) for one in problem.demands)
    return replace(problem, workers=(larger,), demands=places)


def _told(known: Question, judge: Judge, wanted: int, taken: list[ShiftFacts]) -> Imagined:
    saturdays = [known.starts_on + timedelta(weeks=week, days=5) for week in range(WEEKS)]
    before = {day for busy in judge.worker.work for day in _days(busy.starts_at, busy.ends_at)}
    after = before | {day for one in taken for day in _days(one.starts_at, one.ends_at)}
    return Imagined(
        known.starts_on,
        known.ends_on,
        wanted,
        [one.shift_id for one in sorted(taken, key=lambda one: one.starts_at)],
        sum(one.as_work.work_minutes for one in taken),
        WEEKS,
        _free(saturdays, before),
        _free(saturdays, after),
    )


def _days(starts_at: datetime, ends_at: datetime) -> set[date]:
    return {moment.astimezone(AMSTERDAM).date() for moment in (starts_at, ends_at)}


def _free(saturdays: list[date], worked: set[date]) -> list[date]:
    """Give the weekends without any work, by their Saturday."""
    return [day for day in saturdays if worked.isdisjoint({day, day + timedelta(days=1)})]
