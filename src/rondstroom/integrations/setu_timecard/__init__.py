"""Agreed hours as a SETU Timecard v2: worked time and breaks, never absence."""

from rondstroom.integrations.setu_timecard.timecard import NoTimecard, timecard_of

__all__ = ["NoTimecard", "timecard_of"]
