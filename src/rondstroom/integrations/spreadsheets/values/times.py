"""Times of day as planners write them: 7:00, 07.00, 0700, 7u30, 24:00, Excel's own."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM, Period
from rondstroom.integrations.spreadsheets.reading.sheet import Value, as_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

MIDNIGHT = 24 * 60
_WITH_SIGN = re.compile(r"^(\d{1,2})\s*[:.u]\s*(\d{2})(?::\d{2}(?:\.0+)?)?\s*(?:uur|u|h)?$")
_HOUR_ONLY = re.compile(r"^(\d{1,2})\s*(?:uur|u|h)?$")
_DIGITS = re.compile(r"^(\d{1,2})(\d{2})$")
_AFTER_DATE = re.compile(r"^\S+[ t]+(?=\d{1,2}[:.]\d{2})", re.IGNORECASE)


def read_time(value: Value) -> int:
    """Give the minutes after midnight, 0 up to and including 1440 (24:00)."""
    if isinstance(value, datetime | time):
        return value.hour * 60 + value.minute
    if isinstance(value, timedelta):
        return _within_a_day(int(value.total_seconds() // 60), 0, as_text(value))
    if isinstance(value, float) and 0 <= value <= 1:
        return round(value * MIDNIGHT)
    text = as_text(value).lower()
    if not text:
        raise BadValue(_("Tijd ontbreekt"))
    text = _AFTER_DATE.sub("", text)
    found = _WITH_SIGN.match(text) or _HOUR_ONLY.match(text) or _DIGITS.match(text)
    if found is None:
        raise BadValue(_("Dit is geen tijd; schrijf bijvoorbeeld 07:00"))
    minutes = int(found[2]) if found.lastindex == 2 else 0
    return _within_a_day(int(found[1]) * 60, minutes, text)


def _within_a_day(hour_minutes: int, minutes: int, text: str) -> int:
    total = hour_minutes + minutes
    if minutes > 59 or not 0 <= total <= MIDNIGHT:
        raise BadValue(_("%(value)s bestaat niet op de klok (00:00 tot 24:00)") % {"value": text})
    return total


def period_of(day: date, starts: int, ends: int, last_day: date | None = None) -> Period:
    """Give the period of a shift; an end not after the start is on the next day.

    Raises
    ------
    BadValue
        When it would take no time, more than a day, or a time the clock skips in spring.
    """
    if last_day is None:
        if starts == ends:
            raise BadValue(_("Begin en einde zijn gelijk"))
        last_day = day + timedelta(days=ends < starts)
    start, end = moment_of(day, starts), moment_of(last_day, ends)
    if end <= start:
        raise BadValue(_("Het einde ligt voor het begin"))
    if end - start > timedelta(hours=24):
        raise BadValue(_("Een dienst duurt ten hoogste een etmaal"))
    return Period(start, end)


def moment_of(day: date, minutes: int) -> datetime:
    """Give the moment of a time on a day.

    Raises
    ------
    BadValue
        When the clock skips that time in spring.
    """
    try:
        wall = datetime.combine(day, time()) + timedelta(minutes=minutes)
        moment = wall.replace(tzinfo=AMSTERDAM)
    except OverflowError:
        raise BadValue(_("Deze dag kan niet kloppen")) from None
    as_it_reads = datetime.fromtimestamp(moment.timestamp(), AMSTERDAM)
    if as_it_reads.replace(tzinfo=None) != wall:
        raise BadValue(
            _("%(time)s bestaat niet op %(day)s: de klok gaat dan een uur vooruit")
            % {"time": wall.strftime("%H:%M"), "day": as_text(wall.date())}
        )
    return moment
