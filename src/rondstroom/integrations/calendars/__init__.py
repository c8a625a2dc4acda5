"""Calendars: a worker's shifts in the calendar app that the worker uses already (RFC 5545)."""

from rondstroom.integrations.calendars.feed import Entry, calendar_of

__all__ = ["Entry", "calendar_of"]
