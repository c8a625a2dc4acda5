"""What a worker may work, and nothing of the rest: quick among thousands of shifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from flexpool.periods import Period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching.queries.answers import Eligibility, ShiftCard, ShiftList
from rondstroom.rooms.matching.queries.lists import cards_of, open_to, week_around
from rondstroom.rooms.matching.queries.requests import asked_and_offered
from rondstroom.rooms.matching.queries.weighing import weigh
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement import (
    Judge,
    Known,
    ShiftFacts,
    Surroundings,
    WorkerFacts,
)
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker


def workable_shifts(
    worker: Worker, starts_at: datetime, ends_at: datetime, at: datetime
) -> ShiftList:
    """Give what the worker may work in a period, exactly as `shifts_for`, and nothing of the rest.

    What surely cannot be worked is not even read: places of others than the own employers and
    those chosen, and functions that no diploma of the worker opens.
    """
    begin = max(starts_at, at)
    if begin >= ends_at:
        return ShiftList()
    period = Period(begin, ends_at)
    person, known = placement.person_and_known(worker, period, begin)
    judge, may = _judged(person, known, period, at)
    found = demand.shifts_by_id(one.shift_id for one in may)
    rows = {one.pk: one for one in found.prefetch_related(None)}  # no card names skills
    asked, offered = asked_and_offered(worker.pk)
    return ShiftList(may=cards_of(asked, judge, may, rows, at), offered=len(offered))


def alternatives(judge: Judge, shift: Shift, at: datetime, limit: int = 5) -> tuple[int, ...]:
    """Give the numbers of other shifts that the judged worker may work, nearest in time first."""
    week = week_around(shift)
    if week.ends_at <= at:
        return ()
    coming = Period(max(week.starts_at, at), week.ends_at)
    known = Known(judge.around.houses, judge.around.catalogue or skills.catalogue())
    _judge, may = _judged(judge.worker, known, coming, at)
    return _nearest(may, shift, limit)


def judged_with_others(
    worker: Worker, shift: Shift, at: datetime, *, is_full: bool = False, limit: int = 5
) -> tuple[Eligibility, tuple[int, ...]]:
    """Judge a shift as it stands now for whoever chooses it, and give what `alternatives` gives.

    All is read at once: this is what each of two hundred people gets who come too late.
    `is_full`: judge it as full, whatever became free since.
    """
    week = week_around(shift)
    person, known = placement.person_and_known(worker, week, at)
    wanted = demand.shifts_by_id([shift.pk])
    if at < week.ends_at:
        coming = Period(max(week.starts_at, at), week.ends_at)
        wanted = wanted | _within_reach(person, known, coming)
    facts = placement.facts_of_shifts(wanted)
    judge = Judge(person, Surroundings.of([person], facts, known.pools, known=known))
    this = next(one for one in facts if one.shift_id == shift.pk)
    if is_full:
        this = replace(this, filled=max(this.filled, this.places))
    return weigh(judge, this, at, alone=True), _nearest(open_to(judge, facts, at), shift, limit)


def _nearest(may: list[ShiftFacts], shift: Shift, limit: int) -> tuple[int, ...]:
    may.sort(key=lambda one: abs(one.starts_at - shift.starts_at))
    return tuple(one.shift_id for one in may if one.shift_id != shift.pk)[:limit]


def _judged(
    person: WorkerFacts, known: Known, period: Period, at: datetime
) -> tuple[Judge, list[ShiftFacts]]:
    facts = placement.facts_of_shifts(_within_reach(person, known, period))
    judge = Judge(person, Surroundings.of([person], facts, known.pools, known=known))
    return judge, open_to(judge, facts, at)


def _within_reach(person: WorkerFacts, known: Known, period: Period) -> QuerySet[Shift]:
    employers = {tie.organisation_id for tie in person.ties}
    places = known.pools.partners_ever(employers) & (employers | person.willing)
    opened = known.catalogue.opened_by(person.file.diplomas)
    found = demand.open_shifts(period.starts_at, period.ends_at, places)
    return found.filter(Q(function_id__isnull=True) | Q(function_id__in=opened))


def similar_shifts(worker: Worker, shift: Shift, at: datetime, limit: int = 5) -> list[ShiftCard]:
    """Give other shifts that the worker may work, nearest in time first, within a week."""
    week = week_around(shift)
    found = workable_shifts(worker, week.starts_at, week.ends_at, at)
    near = sorted(found.may, key=lambda card: abs(card.shift.starts_at - shift.starts_at))
    return [card for card in near if card.shift.pk != shift.pk][:limit]
