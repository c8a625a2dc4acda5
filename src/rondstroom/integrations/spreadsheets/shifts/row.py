"""One row of a file, read as a shift."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from flexpool.periods import Period
from rondstroom.integrations.spreadsheets.headings.reader import RowReader
from rondstroom.integrations.spreadsheets.lookups.catalogue import Catalogue
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.reading import Value, as_text
from rondstroom.integrations.spreadsheets.values import dates, numbers, times, words
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.skills import queries

LONGEST_KEY, LONGEST_NAME, LONGEST_REASON, LONGEST_REMARKS = 80, 120, 60, 300
STATES = {
    "open": ShiftState.PUBLISHED, "openstaand": ShiftState.PUBLISHED,
    "gepubliceerd": ShiftState.PUBLISHED, "published": ShiftState.PUBLISHED,
    "concept": ShiftState.DRAFT, "draft": ShiftState.DRAFT,
    "vervallen": ShiftState.CANCELLED, "geannuleerd": ShiftState.CANCELLED,
    "cancelled": ShiftState.CANCELLED,
}  # fmt: skip
SIGN_UPS = {
    "aanvragen": SignUp.REQUEST, "aanvraag": SignUp.REQUEST, "request": SignUp.REQUEST,
    "directboeken": SignUp.INSTANT, "direct": SignUp.INSTANT, "instant": SignUp.INSTANT,
}  # fmt: skip
_RANGE = re.compile(r"^(\S.*?)\s*(?:-|–|—|t/m|tot)\s*(\S+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A good row. `changes` holds only what the file has a column for; `heading` is of the key."""

    number: int
    heading: str
    key: str
    location: str
    team: str
    period: Period
    changes: dict[str, object]
    state: str | None


def read_shift(reader: RowReader, catalogue: Catalogue, places: Places) -> ShiftRow | None:
    """Give the shift in a row, or None after noting every cell that is wrong."""
    period = _period(reader)
    changes = _changes(reader, catalogue)
    location = reader.read("location", _name) or ""
    team = reader.read("team", _name) or ""
    key = reader.read("source_key", lambda value: words.read_words(value, LONGEST_KEY))
    state = _state(reader)
    if period and not reader.is_bad:
        _check_break(reader, period, changes)
        reader.attempt("team" if team else "location", lambda: places.check(location, team))
    if reader.is_bad or period is None:
        return None
    return ShiftRow(
        number=reader.row.number,
        heading=reader.heading("source_key"),
        key=key or "",
        location=location,
        team=team,
        period=period,
        changes=changes,
        state=state,
    )


def _changes(reader: RowReader, catalogue: Catalogue) -> dict[str, Any]:
    """Read what a shift asks, as far as the file has a column for it."""
    changes: dict[str, Any] = {"function": reader.read("function", catalogue.function_or_any)}
    optional = {
        "break_minutes": numbers.read_break,
        "places": numbers.read_places,
        "reason": lambda value: words.read_text(value, LONGEST_REASON),
        "remarks": lambda value: words.read_text(value, LONGEST_REMARKS),
        "skills": catalogue.skills,
    }
    for field, read in optional.items():
        if reader.has(field):
            changes[field] = reader.read(field, read)
    if reader.has("tasks"):
        tasks = reader.read("tasks", catalogue.tasks) or []
        changes["tasks"] = queries.kept_tasks(tasks)
        if asked := [skill for one in tasks for skill in one.skills.all()]:
            changes["skills"] = [*asked, *(changes.get("skills") or ())]
    if as_text(reader.table.value(reader.row, "sign_up")):
        changes["sign_up"] = reader.read("sign_up", lambda one: words.read_choice(one, SIGN_UPS))
    elif as_text(reader.table.value(reader.row, "instant")):
        is_instant = reader.read("instant", words.read_yes_no)
        changes["sign_up"] = SignUp.INSTANT if is_instant else SignUp.REQUEST
    return changes


def _name(value: Value) -> str:
    return words.read_words(value, LONGEST_NAME)


def derived_key(row: ShiftRow, occurrence: int) -> str:
    """Give a key to a shift without number: place, time and function, and how manieth of these."""
    function = getattr(row.changes["function"], "code", "")
    parts = [
        words.fold(row.location),
        words.fold(row.team),
        row.period.starts_at.isoformat(),
        row.period.ends_at.isoformat(),
        function,
        str(occurrence),
    ]
    return "bestand:" + hashlib.sha256("|".join(parts).encode()).hexdigest()[:24]


def _state(reader: RowReader) -> str | None:
    if not as_text(reader.table.value(reader.row, "state")):
        return None
    return reader.read("state", lambda value: words.read_choice(value, STATES))


def _period(reader: RowReader) -> Period | None:
    starts_value, ends_value = _cells_of_times(reader)
    day = reader.read("date", dates.read_date) if reader.has("date") else None
    if not reader.has("date"):
        day = reader.attempt("starts", lambda: _day_within(starts_value))
    last_day = _last_day(reader, ends_value)
    field = "times" if reader.has("times") and not reader.has("starts") else ""
    starts = reader.attempt(field or "starts", lambda: times.read_time(starts_value))
    ends = reader.attempt(field or "ends", lambda: times.read_time(ends_value))
    if day is None or starts is None or ends is None or reader.is_bad:
        return None
    if reader.attempt(field or "starts", lambda: times.moment_of(day, starts)) is None:
        return None
    return reader.attempt(field or "ends", lambda: times.period_of(day, starts, ends, last_day))


def _cells_of_times(reader: RowReader) -> tuple[Value, Value]:
    """Give the cells of start and end; one cell with both is cut in two."""
    value = reader.table.value
    if reader.has("starts") or not reader.has("times"):
        return value(reader.row, "starts"), value(reader.row, "ends")
    text = as_text(value(reader.row, "times"))
    found = _RANGE.match(text)
    return (found[1], found[2]) if found else (text, "")


def _last_day(reader: RowReader, ends: Value) -> date | None:
    if as_text(reader.table.value(reader.row, "end_date")):
        return reader.read("end_date", dates.read_date)
    return reader.attempt("ends", lambda: _day_within(ends)) if _holds_day(ends) else None


def _holds_day(value: Value) -> bool:
    return isinstance(value, datetime) or bool(
        re.match(r"^\S*\d[-/.]\d+[-/.]\d+[ tT]+\d", as_text(value))
    )


def _day_within(value: Value) -> date:
    """Give the day of a cell that holds day and time."""
    if not _holds_day(value):
        raise BadValue(_("Hier ontbreekt de dag; schrijf bijvoorbeeld 07-12-2026 07:00"))
    return dates.read_date(value)


def _check_break(reader: RowReader, period: Period, changes: dict[str, object]) -> None:
    minutes = changes.get("break_minutes") or 0
    if isinstance(minutes, int) and minutes >= period.minutes:
        reader.refuse("break_minutes", _("De pauze is even lang als de dienst of langer"))
