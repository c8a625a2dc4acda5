"""Whether somebody can be asked for a shift at that time: the own word, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from flexpool.contracts.calls.contract import REFERENCE_TIMES, may_stay_away
from rondstroom.rooms.contracts import queries as contracts
from rondstroom.rooms.people.states import Wish
from rondstroom.rooms.rosters.queries.placement.reasons import Reason
from rondstroom.rooms.rosters.queries.placement.shifts import ShiftFacts
from rondstroom.rooms.rosters.queries.placement.workers import WorkerFacts

OUTSIDE_AGREED = REFERENCE_TIMES.id


def reasons(worker: WorkerFacts, shift: ShiftFacts) -> Iterator[Reason]:
    """Give what the worker said of that part of the day, and whether asking obliges."""
    wish = worker.wishes.get(shift.cell)
    if wish == Wish.UNAVAILABLE:
        text = _("Kan dan niet.")
        remedy = _("Pas de beschikbaarheid aan, of kies een ander dagdeel.")
        yield Reason("matching.unavailable", text, remedy)
    elif wish == Wish.RATHER_NOT:
        text = _("Werkt dan liever niet.")
        yield Reason("matching.rather-not", text, severity="warning")
    yield from _outside_agreed_times(worker, shift)


def _outside_agreed_times(worker: WorkerFacts, shift: ShiftFacts) -> Iterator[Reason]:
    """Give that a call outside the agreed days and hours may be refused (BW 7:628b).

    Of the engagement with the organisation of the shift; of the employers when there is none.
    """
    ties = worker.ties_on(shift.starts_on)
    here = [one for one in ties if one.organisation_id == shift.organisation_id] or ties
    if not any(one.reference_times is not None for one in here):
        return
    if all(
        may_stay_away(contracts.hours_agreement(one), shift.starts_at, shift.ends_at)
        for one in here
    ):
        yield Reason(
            OUTSIDE_AGREED,
            lambda: _("Valt buiten de afgesproken dagen en uren: weigeren mag."),
            lambda: _("Vraag het, en plan pas in na een ja."),
            severity="policy",
        )
