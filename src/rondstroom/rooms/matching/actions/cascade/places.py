"""How many places a cascade still looks for, and whether its shift itself ended it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.matching.models import Cascade
from rondstroom.rooms.matching.states import CascadeState
from rondstroom.rooms.rosters import queries as assignments

Over = tuple[CascadeState, str]


def free_places(cascade: Cascade) -> int:
    """Give how many places of the shift are free."""
    filled = assignments.filled_places([cascade.shift_id])[cascade.shift_id]
    return max(cascade.shift.places - filled, 0)


def ended_by_shift(cascade: Cascade) -> Over | None:
    """Give how the shift ends its cascade: lapsed, taken back or filled; None when it does not."""
    state = cascade.shift.state
    if state == ShiftState.CANCELLED:
        return CascadeState.CANCELLED, _("de dienst is vervallen")
    if state != ShiftState.PUBLISHED:
        return CascadeState.STOPPED, _("de dienst staat niet meer open")
    return None if free_places(cascade) else (CascadeState.FILLED, _("de dienst is bezet"))
