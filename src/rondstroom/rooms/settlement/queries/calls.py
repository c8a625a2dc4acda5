"""What the call rules add to a short call, and owe for one called off late (BW 7:628a).

For contracts without fixed hours only.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flexpool.contracts.calls.calling import Call, changed, worked
from flexpool.contracts.calls.contract import HoursAgreement
from flexpool.parameters import NoFigureForDate
from flexpool.periods import AMSTERDAM
from rondstroom.rooms.contracts.queries import KINDS
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import states
from rondstroom.rooms.settlement.models import HoursVersion
from rondstroom.rooms.settlement.translate import planned

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.models import Assignment


def topped_up_minutes(version: HoursVersion) -> int:
    """Give the minutes that must be paid on top of what was worked (rule O2).

    Who was called off too late gets what working would have given, so the least of a call too.
    """
    kind = KINDS.get(EngagementForm(version.hours.form))
    if kind is None or version.kind == states.HoursKind.ABSENT:
        return 0
    agreement = HoursAgreement(kind=kind)
    call = Call(starts_at=version.starts_at, minutes=version.minutes)
    return sum(found.minutes for found in worked(agreement, call, version.minutes))


def is_owed(assignment: Assignment, hours: HoursAgreement, at: datetime) -> bool:
    """Tell whether a shift that the organisation calls off at a moment is paid all the same (O4).

    Not for fixed hours that are known ahead, nor for who is absent that day: another rule.
    """
    shift = planned(assignment)
    call = Call(starts_at=shift.starts_at, minutes=shift.elapsed - shift.break_minutes)
    try:
        is_late = bool(changed(hours, call, at))
    except NoFigureForDate:
        return False
    day = shift.starts_at.astimezone(AMSTERDAM).date()
    return is_late and not people.is_absent(assignment.worker_id, day)
