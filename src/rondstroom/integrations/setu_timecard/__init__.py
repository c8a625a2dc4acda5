"""Agreed hours as a SETU Timecard v2: worked time and breaks, never absence."""

from rondstroom.integrations.setu_timecard.timecard import (
    NoTimecard,
    TimecardsNotAllowed,
    timecard_of,
    timecards_out,
)

__all__ = ["NoTimecard", "TimecardsNotAllowed", "timecard_of", "timecards_out"]
