"""A roster as a person would make it: the hardest shift first, the nearest colleague on it.

Used when the engine was stopped, or ran out of time, before its first roster.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from flexpool.periods import week_start
from rondstroom.rooms.rosters.actions.plan import preferences
from rondstroom.rooms.rosters.actions.plan.bench import Bench
from rondstroom.rooms.rosters.actions.plan.problem import may_refuse
from rondstroom.rooms.rosters.queries.placement import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.ranking import order


def fill(bench: Bench) -> None:
    """Fill what places there are; whom the law refuses is passed over, without being counted.

    Where somebody works under supervision, once more: the supervisor may be there only now.
    """
    planned = Counter[tuple[int, date]]()
    _fill(bench, planned)
    if any(judge.learns for judge in bench.known.judges.values()):
        _fill(bench, planned)
    bench.refused = 0


def _fill(bench: Bench, planned: Counter[tuple[int, date]]) -> None:
    known = bench.known
    places = [
        (shift, left, [pk for pk in known.judges if known.may_be_proposed(pk, shift)])
        for shift, left in bench.open_places()
    ]
    for shift, left, takers in sorted(places, key=lambda place: len(place[2])):
        week, length = week_start(shift.starts_on), shift.as_work.work_minutes
        for pk in sorted(takers, key=lambda pk: _rank(bench, pk, shift, planned[pk, week])):
            if not left:
                break
            fits = planned[pk, week] + length <= preferences.WEEK_MINUTES
            if fits and bench.take(pk, [shift]):
                planned[pk, week] += length
                left -= 1


def _rank(bench: Bench, pk: int, shift: ShiftFacts, planned: int) -> tuple[int, ...]:
    """Put own people first, and among them who may not refuse, and was planned least."""
    judge = bench.known.judges[pk]
    numbers = judge.numbers(shift)
    tier, *rest = order(numbers)
    return (tier, may_refuse(judge, shift, numbers.wish), planned, *rest)
