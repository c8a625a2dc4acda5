"""What one thing would open: a certificate, an induction, a free day, a place, more travel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rondstroom.rooms.people.states import DayPart
from rondstroom.rooms.rosters.queries.placement import Judge, Reason, ShiftFacts

Hidden = tuple[ShiftFacts, tuple[Reason, ...]]

FREE_DAY, OTHER_PLACE, FURTHER = "matching.unavailable", "matching.not-willing", "matching.too-far"
_OWN_WORD = {FREE_DAY, OTHER_PLACE, FURTHER}


@dataclass(frozen=True, slots=True)
class Opening:
    """One thing that stands alone in the way of `number` shifts.

    `remedy` is the way out for proof; a day and part for availability; an organisation for a
    place that was not chosen.
    """

    rule: str
    number: int
    remedy: str = ""
    day: date | None = None
    part: DayPart | None = None
    organisation_id: int | None = None


def openings(judge: Judge, hidden: Iterable[Hidden]) -> list[Opening]:
    """Give what would open most, over all hidden shifts; never what the law then still forbids."""
    counted: Counter[Opening] = Counter()
    for shift, reasons in hidden:
        if len(reasons) != 1 or not _can_be_mended(reasons[0]):
            continue
        if not any(reason.is_blocking for reason in judge.law(shift)):
            counted[_opening(shift, reasons[0])] += 1
    found = [_with_number(one, number) for one, number in counted.items()]
    return sorted(found, key=lambda one: (-one.number, one.rule, str(one.day), one.remedy))


def _can_be_mended(reason: Reason) -> bool:
    return reason.rule in _OWN_WORD or (reason.rule.startswith("gate.") and bool(reason.remedy))


def _opening(shift: ShiftFacts, reason: Reason) -> Opening:
    if reason.rule == FREE_DAY:
        day, part = shift.cell
        return Opening(reason.rule, 0, day=day, part=part)
    if reason.rule == OTHER_PLACE:
        return Opening(reason.rule, 0, organisation_id=shift.organisation_id)
    return Opening(reason.rule, 0, "" if reason.rule == FURTHER else reason.remedy)


def _with_number(one: Opening, number: int) -> Opening:
    return Opening(one.rule, number, one.remedy, one.day, one.part, one.organisation_id)
