"""What the call rules add to a short call (BW 7:628a); for contracts without fixed hours only."""

from __future__ import annotations

from flexpool.contracts.calls.calling import Call, worked
from flexpool.contracts.calls.contract import HoursAgreement
from rondstroom.rooms.contracts.queries import KINDS
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.settlement import states
from rondstroom.rooms.settlement.models import HoursVersion


def topped_up_minutes(version: HoursVersion) -> int:
    """Give the minutes that must be paid on top of what was worked (rule O2)."""
    kind = KINDS.get(EngagementForm(version.hours.form))
    if kind is None or version.kind != states.HoursKind.WORKED:
        return 0
    agreement = HoursAgreement(kind=kind)
    call = Call(starts_at=version.starts_at, minutes=version.minutes)
    return sum(found.minutes for found in worked(agreement, call, version.minutes))
