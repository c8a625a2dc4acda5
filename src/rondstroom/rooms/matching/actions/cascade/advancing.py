"""Moving a cascade on; doing it twice, or twice at once, is the same as doing it once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.matching.actions.cascade.choosing import in_turn, is_decided
from rondstroom.rooms.matching.actions.cascade.ending import finish
from rondstroom.rooms.matching.actions.cascade.places import (
    Over,
    ended_by_shift,
    free_places,
)
from rondstroom.rooms.matching.actions.cascade.rings import close_ring, open_ring
from rondstroom.rooms.matching.models import Cascade, Step
from rondstroom.rooms.matching.queries import cascade as queries
from rondstroom.rooms.matching.queries.cascade.policies import least_notice
from rondstroom.rooms.matching.states import CascadeState, Ring, StepState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


@patient
@transaction.atomic
def advance_cascade(*, cascade_id: int, by: Account, at: datetime) -> Cascade:
    """Do what is due for one cascade: close a ring, open the next, or end.

    Journal: what `open_ring`, `close_ring` and `finish` write; nothing when nothing was due.
    """
    cascade = locked(cascade_id)
    proceed(cascade, by, at)
    return cascade


def advance_cascades(*, by: Account, at: datetime) -> int:
    """Do what is due for every cascade, each in its own transaction; give how many moved.

    Journal: as `advance_cascade`.
    """
    due = queries.cascades_due(at)
    for cascade_id in due:
        advance_cascade(cascade_id=cascade_id, by=by, at=at)
    return len(due)


def locked(cascade_id: int) -> Cascade:
    """Give a cascade that nobody else moves until the transaction ends: shift first, always."""
    shift_id = Cascade.objects.values_list("shift_id", flat=True).get(pk=cascade_id)
    demand.locked_shift(shift_id)
    cascade = Cascade.objects.select_for_update().get(pk=cascade_id)
    found = demand.shift(shift_id)
    assert found is not None
    cascade.shift = found
    return cascade


def proceed(cascade: Cascade, by: Account, at: datetime) -> None:
    """Go on until a ring waits for answers, hire waits for a person, or the cascade ended."""
    while cascade.state == CascadeState.RUNNING:
        step = _current(cascade)
        waits = step is not None and not _is_done(cascade, step, at)
        if over := _over(cascade, at, waits=waits):
            finish(cascade, *over, by, at)
        elif waits:
            return
        elif step is not None:
            close_ring(cascade, step, by, at)
            cascade.refresh_from_db(fields=["state"])
        else:
            _next(cascade, by, at)


def _current(cascade: Cascade) -> Step | None:
    open_states = [StepState.OPEN, StepState.TO_CONFIRM]
    return Step.objects.filter(cascade=cascade, state__in=open_states).first()


def _over(cascade: Cascade, at: datetime, *, waits: bool) -> Over | None:
    """Give how a cascade ends now, or None when it goes on."""
    if over := ended_by_shift(cascade):
        return over
    # Who said yes in the last ring still gets the place: so only when no ring is being closed.
    is_late = cascade.shift.starts_at - least_notice() <= at
    if is_late and (waits or _current(cascade) is None):
        return CascadeState.TOO_LATE, _("de dienst begint te snel")
    return None


def _is_done(cascade: Cascade, step: Step, at: datetime) -> bool:
    if step.state == StepState.TO_CONFIRM:
        return False
    if step.closes_at is None or step.closes_at <= at:
        return True
    if step.ring == Ring.AGENCY:
        return False  # a supplier answers through a person
    return is_decided(in_turn(cascade, step.position, step.offers.all()), free_places(cascade))


def _next(cascade: Cascade, by: Account, at: datetime) -> None:
    pending = Step.objects.filter(cascade=cascade, state=StepState.PENDING)
    step = pending.order_by("position").first()
    if step is None:
        finish(cascade, CascadeState.EXHAUSTED, _("iedereen is gevraagd"), by, at)
    else:
        open_ring(cascade, step, by, at)
