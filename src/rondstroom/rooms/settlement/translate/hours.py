"""What somebody says that the hours were, apart from any row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from rondstroom.rooms.settlement.models import HoursVersion
from rondstroom.rooms.settlement.states import HoursKind

if TYPE_CHECKING:
    from rondstroom.rooms.rosters.models import Assignment


@dataclass(frozen=True, slots=True)
class Said:
    """Times, break, and what became of the shift; `deviation` only when it is not as planned."""

    starts_at: datetime
    ends_at: datetime
    break_minutes: int
    kind: str = HoursKind.WORKED
    deviation: str = ""

    @property
    def elapsed(self) -> int:
        """Whole minutes from start to end, break included."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    def same_times(self, other: Said) -> bool:
        """Tell whether both say the same times, break and outcome."""
        mine = (self.starts_at, self.ends_at, self.break_minutes, self.kind)
        return mine == (other.starts_at, other.ends_at, other.break_minutes, other.kind)


def planned(assignment: Assignment) -> Said:
    """Give the hours as they were planned."""
    shift = assignment.shift
    elapsed = (assignment.ends_at - assignment.starts_at).total_seconds() // 60
    pause = shift.break_minutes if shift.break_minutes < elapsed else 0
    return Said(assignment.starts_at, assignment.ends_at, pause)


def said_in(version: HoursVersion) -> Said:
    """Give what a version says."""
    return Said(
        version.starts_at, version.ends_at, version.break_minutes, version.kind, version.deviation
    )


def still_owed(version: HoursVersion, worked: Said) -> Said:
    """Give what is left of hours that were called off once others in that time are worked.

    The longest part before or after them; nothing is left when they cover it all.
    """
    off = said_in(version)
    parts = [
        (off.starts_at, min(off.ends_at, worked.starts_at)),
        (max(off.starts_at, worked.ends_at), off.ends_at),
    ]
    starts_at, ends_at = max(parts, key=lambda part: part[1] - part[0])
    if ends_at <= starts_at:
        return replace(off, kind=HoursKind.ABSENT)
    return replace(off, starts_at=starts_at, ends_at=ends_at, break_minutes=0)
