"""What a worker may work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from flexpool.periods import Period
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.matching.queries.answers import (
    Eligibility,
    ShiftCard,
    ShiftList,
)
from rondstroom.rooms.matching.queries.openings import openings
from rondstroom.rooms.matching.queries.requests import asked_and_offered
from rondstroom.rooms.matching.queries.weighing import of_the_shift, weigh
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement import (
    Judge,
    Pools,
    Reason,
    ShiftFacts,
    Surroundings,
    WorkerFacts,
)
from rondstroom.rooms.rosters.queries.work import year_around

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker

_WEEK = timedelta(days=7)
HIDDEN_SHOWN = 60
"""So many of the shifts that one may not work are shown with their reasons; all are counted."""


def eligibility(worker: Worker, shift: Shift, at: datetime) -> Eligibility:
    """Tell whether the worker may work the shift, with every reason why not."""
    return judged(worker, shift, at)[0]


def judged(worker: Worker, shift: Shift, at: datetime) -> tuple[Eligibility, Judge]:
    """Give the eligibility, and the judge with what it knows, to ask about alternatives."""
    facts = placement.facts_of_shift(shift)
    near = _near(shift)
    pools = Pools.during(near)
    person = placement.facts_of_workers([worker], near, year_around(near))[worker.pk]
    judge = Judge(person, Surroundings.of([person], [facts], pools, at))
    return weigh(judge, facts, at), judge


def alternatives(judge: Judge, shift: Shift, at: datetime, limit: int = 5) -> tuple[int, ...]:
    """Give the numbers of other shifts that the judged worker may work, nearest in time first."""
    near = _near(shift)
    if near.ends_at <= at:
        return ()
    around, facts = _open_shifts(judge.worker, judge.around.pools, near, at)
    may, _hidden = _parted(Judge(judge.worker, around), facts, at)
    may.sort(key=lambda one: abs(one.starts_at - shift.starts_at))
    return tuple(one.shift_id for one in may if one.shift_id != shift.pk)[:limit]


def _near(shift: Shift) -> Period:
    return Period(shift.starts_at - _WEEK, shift.ends_at + _WEEK)


def shifts_for(
    worker: Worker,
    starts_at: datetime,
    ends_at: datetime,
    at: datetime,
    *,
    with_openings: bool = False,
) -> ShiftList:
    """Give the open shifts of a period: those the worker may work, and the others with reasons.

    Of the others the first are shown, the fewest reasons first; all are counted per rule. Shifts
    outside the worker's pools are not looked at. At most 24 queries.
    """
    if max(starts_at, at) >= ends_at:
        return ShiftList()
    judge, facts = _everything_open(worker, Period(max(starts_at, at), ends_at))
    may, hidden = _parted(judge, facts, at)
    hidden.sort(key=lambda one: (len(one[1]), one[0].starts_at))
    shown = [(one, _all(judge, one, reasons)) for one, reasons in hidden[:HIDDEN_SHOWN]]
    rows = demand.shifts(one.shift_id for one in [*may, *(one for one, _reasons in shown)])
    asked, offered = asked_and_offered(worker.pk)
    counts = Counter(rule for _one, reasons in hidden for rule in {r.rule for r in reasons})
    return ShiftList(
        may=_cards(asked, judge, may, rows, at),
        hidden=[(rows[one.shift_id], reasons) for one, reasons in shown],
        hidden_counts=dict(counts),
        hidden_total=len(hidden),
        offered=len(offered),
        openings=openings(judge, hidden) if with_openings else [],
    )


def similar_shifts(worker: Worker, shift: Shift, at: datetime, limit: int = 5) -> list[ShiftCard]:
    """Give other shifts that the worker may work, nearest in time first, within a week."""
    week = _near(shift)
    found = shifts_for(worker, week.starts_at, week.ends_at, at)
    near = sorted(found.may, key=lambda card: abs(card.shift.starts_at - shift.starts_at))
    return [card for card in near if card.shift.pk != shift.pk][:limit]


def _everything_open(worker: Worker, period: Period) -> tuple[Judge, list[ShiftFacts]]:
    """Load the worker, and the open shifts of all organisations in the worker's pools."""
    pools = Pools.during(period)
    person = placement.facts_of_workers([worker], period, year_around(period))[worker.pk]
    around, shifts = _open_shifts(person, pools, period, period.starts_at)
    return Judge(person, around), shifts


def _open_shifts(
    person: WorkerFacts, pools: Pools, period: Period, at: datetime
) -> tuple[Surroundings, list[ShiftFacts]]:
    reachable = pools.partners_ever(tie.organisation_id for tie in person.ties)
    shifts = placement.facts_of_shifts(
        demand.open_shifts(max(period.starts_at, at), period.ends_at, reachable)
    )
    return Surroundings.of([person], shifts, pools, at), shifts


def _parted(
    judge: Judge, shifts: Iterable[ShiftFacts], at: datetime
) -> tuple[list[ShiftFacts], list[tuple[ShiftFacts, tuple[Reason, ...]]]]:
    """Part the shifts; the law, the dearest question, is only asked when nothing else blocks."""
    may, hidden = [], []
    for shift in shifts:
        blocking = _blocking((*of_the_shift(shift, at), *judge.reasons(shift, with_law=False)))
        if not blocking:
            blocking = _law(judge, shift)
            if not blocking:
                may.append(shift)
                continue
        hidden.append((shift, blocking))
    return may, hidden


def _all(judge: Judge, shift: ShiftFacts, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return reasons + tuple(reason for reason in _law(judge, shift) if reason not in reasons)


def _law(judge: Judge, shift: ShiftFacts) -> tuple[Reason, ...]:
    return _blocking(judge.law(shift))


def _blocking(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if reason.is_blocking)


def _cards(
    asked: dict[int, str],
    judge: Judge,
    may: list[ShiftFacts],
    rows: dict[int, Shift],
    at: datetime,
) -> list[ShiftCard]:
    return [
        ShiftCard(
            rows[one.shift_id], weigh(judge, one, at), one.filled, asked.get(one.shift_id, "")
        )
        for one in may
    ]
