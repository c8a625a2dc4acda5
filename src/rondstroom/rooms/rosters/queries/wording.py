"""Words that every refusal and message about shifts uses."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.formats import date_format

from flexpool.periods import AMSTERDAM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.rosters.queries.placement import Reason

SOON = timedelta(hours=24)
"""A change so shortly before the start is told at once, also in quiet hours."""


def when(moment: datetime) -> str:
    """Give a moment on the Dutch clock: `di 24 november 15:00`."""
    return _in_style(date_format(moment.astimezone(AMSTERDAM), "D j F H:i"))


def until(moment: datetime) -> str:
    """Give until when: midnight is the end of a day, `zo 13 december 24:00`."""
    here = moment.astimezone(AMSTERDAM)
    if here.time() != time():
        return when(moment)
    return f"{day(here.date() - timedelta(days=1))} 24:00"


def span(starts_at: datetime, ends_at: datetime) -> str:
    """Give a shift's times: `di 24 november 15:00 – 23:00`."""
    return f"{when(starts_at)} – {ends_at.astimezone(AMSTERDAM):%H:%M}"


def told(reasons: Iterable[Reason]) -> str:
    """Give reasons with their ways out as running text."""
    return " ".join(f"{one.text} {one.remedy}".strip() for one in reasons)


def day(value: date) -> str:
    """Give a day: `di 24 november`."""
    return _in_style(date_format(value, "D j F"))


def place(shift: Shift) -> str:
    """Give where a shift is: `De Linde, PG Vlinder`."""
    return f"{shift.team.location.name}, {shift.team.name}"


def _in_style(text: str) -> str:
    """Dutch writes days and months in small letters."""
    return text.lower() if (translation.get_language() or "").startswith("nl") else text
