"""The rules of signing up, on top of who may be placed; and the answer put together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.matching.queries.answers import Eligibility
from rondstroom.rooms.rosters.queries.placement import Judge, Numbers, Reason, ShiftFacts


def weigh(judge: Judge, shift: ShiftFacts, at: datetime) -> Eligibility:
    """Tell whether this worker may sign up for this shift, with every reason and the numbers."""
    found = (*of_the_shift(shift, at), *judge.reasons(shift))
    return answer(found, judge.numbers(shift))


def answer(found: tuple[Reason, ...], numbers: Numbers) -> Eligibility:
    """Put reasons and numbers together."""
    blocking = tuple(reason for reason in found if reason.is_blocking)
    return Eligibility(
        ok=not blocking,
        reasons=blocking,
        warnings=tuple(reason for reason in found if not reason.is_blocking),
        tier=numbers.tier,
        travel_minutes=numbers.travel_minutes,
        times_here=numbers.times_here,
        wish=numbers.wish,
        owed_minutes=numbers.owed_minutes,
    )


def of_the_shift(shift: ShiftFacts, at: datetime) -> Iterator[Reason]:
    """Give what keeps everybody from signing up: not open, over, full."""
    if shift.state != ShiftState.PUBLISHED:
        text = (
            _("Deze dienst is vervallen.")
            if shift.state == ShiftState.CANCELLED
            else _("Deze dienst staat nog niet open.")
        )
        yield Reason("matching.not-published", text, _("Kies een dienst die open staat."))
    if shift.starts_at <= at:
        yield Reason("matching.past", _("Deze dienst is al begonnen."), _("Bel de roosteraar."))
    if shift.filled >= shift.places:
        yield Reason(
            "matching.full",
            _("Deze dienst is vol."),
            _("Zet je op de wachtlijst, of kies een andere dienst."),
        )
