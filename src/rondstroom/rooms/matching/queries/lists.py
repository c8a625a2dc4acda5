"""What a worker may work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
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
from rondstroom.rooms.matching.queries.weighing import by_oneself, of_the_shift, weigh
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement import (
    Judge,
    Reason,
    ShiftFacts,
    Surroundings,
)

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.people.models import Worker

_WEEK = timedelta(days=7)
HIDDEN_SHOWN = 60
"""So many of the shifts that one may not work are shown with their reasons; all are counted."""


def eligibility(worker: Worker, shift: Shift, at: datetime, *, alone: bool = False) -> Eligibility:
    """Tell whether the worker may work the shift, with every reason why not.

    `alone`: may choose it without being asked.
    """
    return judged(worker, shift, at, alone=alone)[0]


def judged(
    worker: Worker, shift: Shift, at: datetime, *, alone: bool = False
) -> tuple[Eligibility, Judge]:
    """Give the eligibility, and the judge with what it knows, to ask about alternatives."""
    return judged_on(worker, placement.facts_of_shift(shift), at, alone=alone)


def judged_on(
    worker: Worker, shift: ShiftFacts, at: datetime, *, alone: bool = False
) -> tuple[Eligibility, Judge]:
    """Give the same of a shift of which the facts are known already; three queries."""
    person, known = placement.person_and_known(worker, week_around(shift), at)
    judge = Judge(person, Surroundings.of([person], [shift], known.pools, at, known))
    return weigh(judge, shift, at, alone=alone), judge


def week_around(shift: Shift | ShiftFacts) -> Period:
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
    outside the worker's pools are not looked at. At most 14 queries.
    """
    if max(starts_at, at) >= ends_at:
        return ShiftList()
    judge, facts = _everything_open(worker, Period(max(starts_at, at), ends_at))
    may, hidden = parted(judge, facts, at)
    hidden.sort(key=lambda one: (len(one[1]), one[0].starts_at))
    shown = [(one, _all(judge, one, reasons)) for one, reasons in hidden[:HIDDEN_SHOWN]]
    rows = demand.shifts(one.shift_id for one in [*may, *(one for one, _reasons in shown)])
    asked, offered = asked_and_offered(worker.pk)
    return ShiftList(
        may=cards_of(asked, judge, may, rows, at),
        hidden=[(rows[one.shift_id], reasons) for one, reasons in shown],
        hidden_counts=_counted(hidden),
        hidden_total=len(hidden),
        offered=len(offered),
        openings=openings(judge, hidden) if with_openings else [],
    )


def hidden_counts(
    worker: Worker, starts_at: datetime, ends_at: datetime, at: datetime
) -> ShiftList:
    """Count the open shifts that the worker may not work, exactly as `shifts_for`; name none.

    Neither cards nor rows are made. At most 11 queries.
    """
    if max(starts_at, at) >= ends_at:
        return ShiftList()
    judge, facts = _everything_open(worker, Period(max(starts_at, at), ends_at))
    _may, hidden = parted(judge, facts, at)
    return ShiftList(hidden_counts=_counted(hidden), hidden_total=len(hidden))


def _counted(hidden: Iterable[tuple[ShiftFacts, tuple[Reason, ...]]]) -> dict[str, int]:
    """Give how many shifts each rule keeps away."""
    return dict(Counter(rule for _one, reasons in hidden for rule in {r.rule for r in reasons}))


def _everything_open(worker: Worker, period: Period) -> tuple[Judge, list[ShiftFacts]]:
    """Load the worker, and the open shifts of all organisations in the worker's pools."""
    person, known = placement.person_and_known(worker, period, period.starts_at)
    pools = known.pools
    reachable = pools.partners_ever(tie.organisation_id for tie in person.ties)
    shifts = placement.facts_of_shifts(
        demand.open_shifts(period.starts_at, period.ends_at, reachable)
    )
    return Judge(person, Surroundings.of([person], shifts, pools, known=known)), shifts


def parted(
    judge: Judge, shifts: Iterable[ShiftFacts], at: datetime
) -> tuple[list[ShiftFacts], list[tuple[ShiftFacts, tuple[Reason, ...]]]]:
    """Part the shifts; the law, the dearest question, is only asked when nothing else blocks."""
    may, hidden = [], []
    said: dict[tuple[object, ...], tuple[Reason, ...]] = {}  # words cost more than judging
    for shift in shifts:
        stands = (shift.state, shift.starts_at <= at, shift.filled >= shift.places)
        if stands not in said:
            said[stands] = tuple(of_the_shift(shift, at))
        where = (shift.organisation_id, shift.starts_on)
        if where not in said:
            said[where] = tuple(by_oneself(judge, shift))
        found = (*said[stands], *said[where])
        blocking = _blocking((*found, *judge.reasons(shift, with_law=False)))
        if not blocking:
            blocking = _law(judge, shift)
            if not blocking:
                may.append(shift)
                continue
        hidden.append((shift, blocking))
    return may, hidden


def open_to(judge: Judge, shifts: Iterable[ShiftFacts], at: datetime) -> list[ShiftFacts]:
    """Give the shifts that `parted` finds may be worked; of the others one reason is enough."""
    return [
        one
        for one in shifts
        if not any(reason.is_blocking for reason in _cheapest_first(judge, one, at))
    ]


def _cheapest_first(judge: Judge, shift: ShiftFacts, at: datetime) -> Iterator[Reason]:
    yield from of_the_shift(shift, at)
    yield from judge.availability(shift)
    yield from judge.reach(shift)
    yield from judge.overlap(shift)
    yield from by_oneself(judge, shift)
    yield from judge.gate(shift)
    yield from judge.law(shift)


def _all(judge: Judge, shift: ShiftFacts, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return reasons + tuple(reason for reason in _law(judge, shift) if reason not in reasons)


def _law(judge: Judge, shift: ShiftFacts) -> tuple[Reason, ...]:
    return _blocking(judge.law(shift))


def _blocking(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if reason.is_blocking)


def cards_of(
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
