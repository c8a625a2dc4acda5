"""The rules of signing up, on top of who may be placed; and the answer put together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.matching.queries.answers import Eligibility
from rondstroom.rooms.organisations.states import Shared
from rondstroom.rooms.rosters.queries.placement import Judge, Numbers, Reason, ShiftFacts


def weigh(judge: Judge, shift: ShiftFacts, at: datetime, *, alone: bool = False) -> Eligibility:
    """Tell whether this worker may work this shift, with every reason and the numbers.

    `alone` is without being asked by a planner: then the pool must have agreed on that too.
    """
    against = by_oneself(judge, shift) if alone else ()
    found = (*of_the_shift(shift, at), *against, *judge.reasons(shift))
    return answer(found, judge.numbers(shift))


def by_oneself(judge: Judge, shift: ShiftFacts) -> Iterator[Reason]:
    """Give what keeps somebody from choosing this shift alone: the pool did not agree on that.

    Who is asked for it may still say yes: that is another thing to agree on.
    """
    house, day = shift.organisation_id, shift.starts_on
    employers = {tie.organisation_id for tie in judge.worker.ties_on(day)}
    sharing = judge.around.houses.sharing(day)
    near = employers & sharing.together(house)
    if near and near.isdisjoint(sharing.partners(Shared.BOOKING, house)):
        yield Reason(
            "matching.not-arranged",
            _("De organisaties hebben niet afgesproken dat je hier zelf diensten kiest."),
            _("Kies een dienst bij je eigen organisatie, of wacht tot je gevraagd wordt."),
        )


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
