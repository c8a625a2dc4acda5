"""One row of a file, read as a worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.headings.reader import RowReader
from rondstroom.integrations.spreadsheets.lookups.catalogue import Catalogue
from rondstroom.integrations.spreadsheets.lookups.places import Places
from rondstroom.integrations.spreadsheets.reading import Value, as_text
from rondstroom.integrations.spreadsheets.values import dates, numbers, words
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.rooms.people.states import EngagementForm as Form

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Function

LONGEST_NUMBER, LONGEST_NAME = 40, 120
FORMS = {
    "vast": Form.PERMANENT, "onbepaaldetijd": Form.PERMANENT, "onbepaald": Form.PERMANENT,
    "tijdelijk": Form.TEMPORARY, "bepaaldetijd": Form.TEMPORARY, "bepaald": Form.TEMPORARY,
    "jaaruren": Form.ANNUAL, "jaarurencontract": Form.ANNUAL,
    "minmax": Form.MIN_MAX, "oproep": Form.ON_CALL, "oproepkracht": Form.ON_CALL,
    "nuluren": Form.ON_CALL, "0uren": Form.ON_CALL, "flexpool": Form.FLEX_POOL,
    "flex": Form.FLEX_POOL, "gedetacheerd": Form.SECONDED, "detachering": Form.SECONDED,
    "uitzend": Form.AGENCY, "uitzendkracht": Form.AGENCY, "zelfstandig": Form.SELF_EMPLOYED,
    "zzp": Form.SELF_EMPLOYED, "zorgreserve": Form.RESERVE, "reservist": Form.RESERVE,
    "leerling": Form.STUDENT, "bbl": Form.STUDENT, "stagiair": Form.STUDENT,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkerRow:
    """A good row. What is None has no column, or an empty cell, and so changes nothing."""

    number: int
    heading: str
    email_heading: str
    personnel_number: str
    name: str
    email: str | None
    home_pc4: str | None
    functions: tuple[Function, ...]
    weekly_minutes: int | None
    form: Form | None
    register_number: str
    conduct_from: date | None
    location: str
    team: str
    starts_on: date | None
    ends_on: date | None


def read_worker(reader: RowReader, catalogue: Catalogue, places: Places) -> WorkerRow | None:
    """Give the worker in a row, or None after noting every cell that is wrong."""
    number = reader.read("personnel_number", _number)
    name = _name(reader)
    form = reader.read("form", _form)
    last_day = reader.read("ends_on", _day)
    row = WorkerRow(
        number=reader.row.number,
        heading=reader.heading("personnel_number"),
        email_heading=reader.heading("email"),
        personnel_number=number or "",
        name=name or "",
        email=reader.read("email", words.read_email) or None,
        home_pc4=reader.read("home_pc4", words.read_postcode_area) or None,
        functions=tuple(reader.read("function", catalogue.functions) or ()),
        weekly_minutes=reader.read("weekly_minutes", _weekly),
        form=form,
        register_number=reader.read("register_number", words.read_register_number) or "",
        conduct_from=reader.read("conduct_from", _day),
        location=reader.read("location", _place) or "",
        team=reader.read("team", _place) or "",
        starts_on=reader.read("starts_on", _day),
        # The file names the last day in service; we keep the first day no longer.
        ends_on=last_day and last_day + timedelta(days=1),
    )
    if row.team or row.location:
        reader.attempt("team", lambda: places.check(row.location, row.team))
    return None if reader.is_bad else row


def read_personnel_number(value: Value) -> str:
    """Give a personnel number; there must be one."""
    text = words.read_words(value, LONGEST_NUMBER)
    if not text:
        raise BadValue(_("Personeelsnummer ontbreekt"))
    return text


def read_name(value: Value) -> str:
    """Give a whole name; there must be one."""
    text = words.read_words(value, LONGEST_NAME)
    if not text:
        raise BadValue(_("Naam ontbreekt"))
    return text


_number = read_personnel_number


def _name(reader: RowReader) -> str | None:
    if reader.has("name"):
        return reader.read("name", read_name)
    parts = [
        reader.read(field, lambda value: words.read_words(value, LONGEST_NAME))
        for field in ("first_name", "name_prefix", "last_name")
    ]
    whole = " ".join(part for part in parts if part)
    field = "last_name" if reader.has("last_name") else "first_name"
    return reader.attempt(field, lambda: read_name(whole))


def _place(value: Value) -> str:
    return words.read_words(value, LONGEST_NAME)


def _day(value: Value) -> date | None:
    return dates.read_date(value) if as_text(value) else None


def _weekly(value: Value) -> int | None:
    return numbers.read_weekly_minutes(value) if as_text(value) else None


def _form(value: Value) -> Form | None:
    return Form(words.read_choice(value, FORMS)) if as_text(value) else None
