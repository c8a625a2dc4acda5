"""Writes shifts as an iCalendar file, in Dutch wall-clock time with its own time zone rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

HOME = ZoneInfo("Europe/Amsterdam")
ASK_AGAIN = timedelta(hours=1)


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar. `key` stays the same for ever; `changed_at` is aware."""

    key: str
    starts_at: datetime
    ends_at: datetime
    title: str
    place: str
    notes: str
    link: str
    changed_at: datetime


def calendar_of(name: str, entries: Iterable[Entry]) -> bytes:
    """Give the file: what is no longer in `entries` disappears from who subscribed."""
    calendar = Calendar()
    calendar.add("prodid", "-//Rondstroom//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", str(HOME))
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _zone() -> Timezone:
    """Spell out Dutch time by rule (Directive 2000/84/EC): some apps read no lists of dates."""
    zone = Timezone()
    zone.add("tzid", str(HOME))
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for kind, name, begin, month, before, after in (
        (TimezoneDaylight, "CEST", datetime(1997, 3, 30, 2), 3, winter, summer),  # noqa: DTZ001  (see below)
        (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), 10, summer, winter),  # noqa: DTZ001  (see below)
    ):
        part = kind()
        part.add("tzname", name)
        part.add("dtstart", begin)  # wall-clock time by definition of the format, so no zone
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _event(entry: Entry) -> Event:
    """Lay out one entry. DTSTAMP must be in UTC: it says when the entry was last changed."""
    event = Event()
    event.add("uid", f"{entry.key}@rondstroom")
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(HOME))
    event.add("dtend", entry.ends_at.astimezone(HOME))
    event.add("summary", entry.title)
    event.add("location", entry.place)
    event.add("description", entry.notes)
    event.add("url", entry.link)
    event.add("status", "CONFIRMED")
    return event
