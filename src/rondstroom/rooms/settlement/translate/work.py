"""A version of hours as work that is charged."""

from __future__ import annotations

from flexpool.periods import Period
from flexpool.settlement import LentWork
from rondstroom.rooms.settlement.models import HoursVersion


def work_of(version: HoursVersion, topped_up_minutes: int = 0) -> LentWork:
    """Give the work of a version; minutes that the call rules add come on top."""
    period = Period(version.starts_at, version.ends_at)
    return LentWork(period, version.break_minutes, topped_up_minutes)


def breaks_of(version: HoursVersion) -> tuple[Period, ...]:
    """Give the break of a version as a period; taken to lie in the middle."""
    return work_of(version).breaks
