"""The figures of a roster, before and after a proposal: cover, tiers, irregular hours, findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flexpool.worktime import WorkRecord
from rondstroom.rooms.people.states import DayPart
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.queries.placement import (
    OWN_ORGANISATION,
    OWN_TEAM,
    POOL,
    ShiftFacts,
)
from rondstroom.rooms.rosters.queries.work import breaches

_SATURDAY = 5
_TIERS = {OWN_TEAM: "own_team", OWN_ORGANISATION: "own_organisation", POOL: "pool"}


@dataclass(frozen=True, slots=True)
class Standing:
    """The roster as it stands, with what a proposal adds and the records that follow from it."""

    known: Question
    added: tuple[tuple[int, ShiftFacts], ...]
    records: Mapping[int, WorkRecord]

    def pairs(self) -> Iterator[tuple[int, ShiftFacts]]:
        """Give everybody on every shift."""
        for shift in self.known.shifts:
            for row in self.known.rostered[shift.shift_id]:
                yield row.worker_id, shift
        yield from self.added


def figures(standing: Standing) -> dict[str, Any]:
    """Give places and filled places; hours per tier; the share of hours in evening, night and
    weekend; breaches of the law; and the hours that stay open per function."""
    pairs = list(standing.pairs())
    hours: dict[str, float] = dict.fromkeys(_TIERS.values(), 0.0)
    irregular = total = 0.0
    for worker_id, shift in pairs:
        length = shift.as_work.work_minutes / 60
        hours[_TIERS[standing.known.judges[worker_id].numbers(shift).tier]] += length
        total += length
        irregular += length if _is_irregular(shift) else 0
    return {
        "places": sum(shift.places for shift in standing.known.shifts),
        "filled": len(pairs),
        **{tier: round(length, 2) for tier, length in hours.items()},
        "anw_share": round(irregular / total, 4) if total else 0.0,
        "findings": _findings(standing, {worker_id for worker_id, _shift in pairs}),
        "unmet_hours": _unmet(standing, Counter(shift.shift_id for _worker, shift in pairs)),
    }


def _is_irregular(shift: ShiftFacts) -> bool:
    day, part = shift.cell
    return part is not DayPart.DAY or day.weekday() >= _SATURDAY


def _findings(standing: Standing, workers: set[int]) -> int:
    """Count the breaches that touch the period, over all work of everybody on the roster."""
    count = 0
    span = standing.known.span
    for worker_id in workers:
        record = standing.records.get(worker_id)
        if record is None:
            record = standing.known.judges[worker_id].record(standing.known.shifts[0])
        count += sum(finding.period.overlaps(span) for finding in breaches(record.findings))
    return count


def _unmet(standing: Standing, filled: Counter[int]) -> dict[str, float]:
    requirements = standing.known.requirements
    unmet: dict[str, float] = {}
    for shift in standing.known.shifts:
        short = shift.places - filled[shift.shift_id]
        if short > 0:
            name = requirements[shift.function_id, shift.skills].function_name or "–"
            unmet[name] = unmet.get(name, 0) + short * shift.as_work.work_minutes / 60
    return {name: round(hours, 2) for name, hours in unmet.items()}
