"""The name by which a shift of our own leaves and comes back, when its source gave it none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rondstroom.rooms.demand import queries

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift

PREFIX = "rondstroom:"


def own_key(shift: Shift) -> str:
    """Give the key of a shift without a source."""
    return f"{PREFIX}{shift.pk}"


def known_shifts(organisation_id: int, keys: Sequence[str]) -> dict[str, Shift]:
    """Give the organisation's shifts by key of the source or by our own."""
    known = queries.shifts_by_source_key(organisation_id, keys)
    own = {
        int(key.removeprefix(PREFIX)): key
        for key in keys
        if key.startswith(PREFIX) and key.removeprefix(PREFIX).isdecimal() and len(key) < 30
    }
    for pk, shift in queries.shifts(own).items() if own else ():
        if shift.organisation_id == organisation_id and not shift.source_key:
            known.setdefault(own[pk], shift)
    return known
