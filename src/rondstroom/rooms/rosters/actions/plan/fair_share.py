"""Fair shares between organisations that plan from one pool, and how fair a proposal came out.

With too few people for all, each organisation should keep about the same part of its places open.
So the places of an organisation stand on a ladder, the most urgent on top: leaving the top one
open costs most, the last one least, and every ladder has the same top and foot however long it is.
The whole ladder is lower than what sets one's own organisation apart from the pool, so it decides
between organisations that would borrow somebody, and never takes people from their own employer.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from rondstroom.rooms.rosters.actions.plan import preferences
from rondstroom.rooms.rosters.actions.plan.question import Question
from rondstroom.rooms.rosters.queries.placement import ShiftFacts


def open_prices(question: Question) -> dict[int, int]:
    """Give for each open shift what leaving one of its places open costs, in penalty points."""
    prices = dict.fromkeys((one.shift_id for one in question.open_shifts), preferences.OPEN_PLACE)
    if not question.is_regional:
        return prices
    ladders: dict[int, list[ShiftFacts]] = defaultdict(list)
    for shift in sorted(question.open_shifts, key=lambda one: (one.starts_at, one.shift_id)):
        ladders[shift.organisation_id].append(shift)
    for shifts in ladders.values():
        total, above = sum(_free(one) for one in shifts), 0
        for shift in shifts:
            prices[shift.shift_id] += preferences.FAIR_SHARE * (total - above) // total
            above += _free(shift)
    return prices


def shares(question: Question, taken: Iterable[tuple[int, ShiftFacts]]) -> list[dict[str, Any]]:
    """Give per organisation how many places were open, how many are proposed for, and by whose."""
    wanted: Counter[int] = Counter()
    for shift in question.open_shifts:
        wanted[shift.organisation_id] += _free(shift)
    proposed: Counter[int] = Counter()
    borrowed: Counter[int] = Counter()
    for worker_id, shift in taken:
        proposed[shift.organisation_id] += 1
        ties = question.judges[worker_id].worker.ties_on(shift.starts_on)
        if all(tie.organisation_id != shift.organisation_id for tie in ties):
            borrowed[shift.organisation_id] += 1
    return [
        {
            "organisation": organisation,
            "open": places,
            "proposed": proposed[organisation],
            "borrowed": borrowed[organisation],
        }
        for organisation, places in sorted(wanted.items())
    ]


def _free(shift: ShiftFacts) -> int:
    return shift.places - shift.filled
