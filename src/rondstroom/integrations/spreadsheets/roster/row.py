"""The cells of a grid, read: who works when, and who is not there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from flexpool.periods import Period
from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.headings.reader import RowReader
from rondstroom.integrations.spreadsheets.lookups.catalogue import Catalogue
from rondstroom.integrations.spreadsheets.reading import Row, as_text
from rondstroom.integrations.spreadsheets.roster.grid import Grid
from rondstroom.integrations.spreadsheets.roster.legend import Meaning
from rondstroom.integrations.spreadsheets.values import numbers
from rondstroom.integrations.spreadsheets.values.refusal import BadValue
from rondstroom.integrations.spreadsheets.values.times import period_of
from rondstroom.integrations.spreadsheets.values.words import read_words
from rondstroom.integrations.spreadsheets.workers.row import LONGEST_NAME, read_personnel_number

if TYPE_CHECKING:
    from rondstroom.rooms.skills.models import Function

NOTHING = {"", "-", "–", "."}


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell: a shift when it has a period, else a day away."""

    row: int
    heading: str
    day: date
    code: str
    period: Period | None
    break_minutes: int
    function: Function | None


@dataclass(slots=True)
class Person:
    """One row of the grid: who, and the good cells."""

    row: int
    heading: str
    personnel_number: str
    name: str
    weekly_minutes: int
    cells: list[Cell] = field(default_factory=list)


def read_people(grid: Grid, catalogue: Catalogue, answer: ImportAnswer) -> Iterator[Person]:
    """Give everybody in a grid with the cells that can be taken; the others are noted."""
    seen: dict[str, int] = {}
    for row in grid.table.rows:
        reader = RowReader(grid.table, row, answer)
        number = reader.read("personnel_number", read_personnel_number)
        name = reader.read("name", lambda value: read_words(value, LONGEST_NAME))
        if number in seen:
            why = _("Dit nummer staat ook op regel %(row)s; die is genomen") % {"row": seen[number]}
            reader.refuse("personnel_number", why)
        weekly = reader.read("weekly_minutes", numbers.read_weekly_minutes)
        if reader.is_bad or number is None or name is None:
            continue
        seen[number] = row.number
        person = Person(row.number, reader.heading("personnel_number"), number, name, weekly or 0)
        person.cells = list(_apart(_cells(grid, row, catalogue, answer), answer))
        yield person


def _cells(grid: Grid, row: Row, catalogue: Catalogue, answer: ImportAnswer) -> Iterator[Cell]:
    for index, day in grid.days.items():
        text = as_text(row.cell(index))
        if text in NOTHING:
            continue
        heading = grid.heading(index)
        try:
            for code, meaning in grid.legend.meanings(text):
                yield Cell(
                    row.number,
                    heading,
                    day,
                    code,
                    _period(meaning, day),
                    meaning.break_minutes,
                    catalogue.function(meaning.function) if meaning.function else None,
                )
        except BadValue as refusal:
            answer.reject(row.number, heading, text, refusal)


def _period(meaning: Meaning, day: date) -> Period | None:
    if meaning.starts is None or meaning.ends is None:
        return None
    # A legend that says 07:00-07:00 means a day and night; in a row it would be a slip.
    last_day = day + timedelta(days=1) if meaning.starts == meaning.ends else None
    period = period_of(day, meaning.starts, meaning.ends, last_day)
    if meaning.break_minutes >= period.minutes:
        raise BadValue(_("De pauze is even lang als de dienst of langer"))
    return period


def _apart(cells: Iterator[Cell], answer: ImportAnswer) -> Iterator[Cell]:
    """Refuse a cell that overlaps with one to its left; a night reaches into the next day."""
    taken: list[Cell] = []
    for cell in cells:
        other = _overlapping(cell, taken)
        if other is None:
            taken.append(cell)
            yield cell
            continue
        why = _("Overlapt met %(code)s van %(heading)s") % {
            "code": other.code,
            "heading": other.heading,
        }
        answer.reject(cell.row, cell.heading, cell.code, why)


def _overlapping(cell: Cell, taken: Sequence[Cell]) -> Cell | None:
    if cell.period is None:
        return None
    return next(
        (one for one in taken if one.period is not None and one.period.overlaps(cell.period)), None
    )
