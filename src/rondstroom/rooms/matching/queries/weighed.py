"""Everybody who could come for one shift, weighed: at first without the law, which costs most."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from flexpool.periods import Period
from rondstroom.rooms.matching.queries.ranking import Ranked, ranked, weights_for
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.rosters import queries as rosters
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement import (
    Judge,
    Numbers,
    Pools,
    Reason,
    ShiftFacts,
    Surroundings,
    WorkerFacts,
)
from rondstroom.rooms.rosters.queries.placement.ranking import lot_of
from rondstroom.rooms.rosters.queries.work import work_of, year_around
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import Worker

_WEEK = timedelta(days=8)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Somebody weighed for one shift, at first without the law."""

    judge: Judge
    numbers: Numbers
    reasons: tuple[Reason, ...]
    ranked: Ranked
    lot: int = 0

    @property
    def worker(self) -> Worker:
        """The person."""
        return self.judge.worker.worker

    @property
    def blocking(self) -> int:
        """How many reasons keep this person off the shift."""
        return sum(reason.is_blocking for reason in self.reasons)

    @property
    def first_reason(self) -> str:
        """The rule that keeps somebody out, the first when there are more."""
        return next(reason.rule for reason in self.reasons if reason.is_blocking)

    @property
    def place(self) -> tuple[object, ...]:
        """The place in the order of candidates; between equals the lot of the shift decides."""
        return (-self.ranked.total, self.lot, self.worker.pk)

    @property
    def numbers_kept(self) -> dict[str, Any]:
        """The numbers that decided the place, as they are kept."""
        return {**asdict(self.numbers), "wish": str(self.numbers.wish)}


def weigh_everybody(shift: ShiftFacts, at: datetime | None = None) -> list[Weighed]:
    """Weigh everybody without the law, which needs a year of work of each.

    With `at` the age of the register's answers is judged too.
    """
    pools = Pools.during(shift.period)
    weights = weights_for(shift.organisation_id, shift.starts_on)
    workers = {one.pk: one for one in _engaged(shift, pools)}
    times = rosters.times_worked_at(workers, [shift.team_id])
    window = Period(shift.starts_at - _WEEK, shift.ends_at + _WEEK)
    known = placement.facts_of_workers(workers.values(), shift.period, window)
    around = Surroundings.of(known.values(), [shift], pools, at)
    found = []
    for pk, person in known.items():
        if any(busy.shift_id == shift.shift_id for busy in person.work):
            continue  # on this shift already
        judge = Judge(person, around)
        numbers = replace(judge.numbers(shift), times_here=times.get((pk, shift.team_id), 0))
        reasons = judge.reasons(shift, with_law=False)
        counted = ranked(numbers, shift.as_work.work_minutes, weights.values)
        found.append(Weighed(judge, numbers, reasons, counted, lot_of(shift.shift_id, pk)))
    return found


def _engaged(shift: ShiftFacts, pools: Pools) -> QuerySet[Worker]:
    """Give who works here, or at a partner and is willing, with a diploma that opens the shift."""
    partners = pools.partners(shift.organisation_id, shift.starts_on)
    there = people.engaged_workers(partners, shift.starts_on).prefetch_related(None)
    engaged = there.filter(
        Q(pk__in=people.engaged_workers([shift.organisation_id], shift.starts_on).values("pk"))
        | Q(willing_for__organisation_id=shift.organisation_id)
    ).distinct()
    if shift.function_id is None:
        return engaged
    covering = skills.covering_function_ids(shift.function_id, shift.organisation_id)
    return engaged.filter(pk__in=skills.holders_of(covering))


def with_all_work(shown: list[Weighed], shift: ShiftFacts) -> list[Weighed]:
    """Judge by the law, over a year of all work of those who are shown."""
    work = work_of((one.worker.pk for one in shown), year_around(shift.period))
    judged = []
    for one in shown:
        person: WorkerFacts = replace(one.judge.worker, work=work[one.worker.pk])
        law = Judge(person, one.judge.around).law(shift)
        judged.append(replace(one, reasons=one.reasons + law))
    return judged
