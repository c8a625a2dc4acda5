"""Reads a roster file for `rondstroom check`: every cell that cannot be read is named."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from flexpool.staffing import AgeGroup, Shift
from flexpool.text import Text
from rondstroom.cli.check_cells import AGES, KINDS, TRUTH, Cells, UnableToRead

REQUIRED = ("worker", "start", "end")
OPTIONAL = ("break_minutes", "kind", "organisation", "absent", "age_group")
DUTCH_NAMES = {
    "medewerker": "worker",
    "begin": "start",
    "einde": "end",
    "pauze": "break_minutes",
    "soort": "kind",
    "organisatie": "organisation",
    "afwezig": "absent",
    "leeftijdsgroep": "age_group",
}
ENCODINGS = ("utf-8-sig", "cp1252")
DELIMITERS = ",;\t"


@dataclass
class Roster:
    """What a file holds: shifts per person and age group, and the cells that cannot be read."""

    shifts: dict[tuple[str, AgeGroup], list[Shift]] = field(default_factory=dict)
    rejected: list[UnableToRead] = field(default_factory=list)
    rows: int = 0
    rows_without_breaks: int = 0
    unknown_columns: tuple[str, ...] = ()

    @property
    def people(self) -> set[str]:
        """Everybody in the file."""
        return {worker for worker, _age_group in self.shifts}

    @property
    def people_of_two_ages(self) -> list[str]:
        """Everybody with rows of both age groups: those are judged apart."""
        return sorted(
            w for w in self.people if all((w, group) in self.shifts for group in AgeGroup)
        )


def read_roster(path: Path) -> Roster:
    """Read a file of shifts.

    Raises
    ------
    UnableToRead
        When the file as a whole cannot be read: no such file, no header, a missing column.
    """
    text = text_of(path)
    first_line = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first_line.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    roster = Roster()
    try:
        header = _header(next(table, []))
        roster.unknown_columns = tuple(
            name for name in header if name and name not in REQUIRED + OPTIONAL
        )
        for cells in table:
            if any(cell.strip() for cell in cells):
                _add(roster, table.line_num, header, cells)
    except csv.Error as error:
        why = Text(f"dit is geen CSV: {error}", f"this is no CSV: {error}")
        raise UnableToRead(table.line_num, "", "", why) from None
    return roster


def text_of(path: Path) -> str:
    """Read a text file in one of the two encodings that spreadsheets write.

    Raises
    ------
    UnableToRead
        When it is not there or is no text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        why = Text(
            f"het bestand kan niet worden gelezen: {error.strerror}",
            f"the file cannot be read: {error.strerror}",
        )
        raise UnableToRead(0, "", "", why) from None
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    why = Text(
        "het bestand is geen tekst in UTF-8 of Windows-1252",
        "the file is no text in UTF-8 or Windows-1252",
    )
    raise UnableToRead(0, "", "", why)


def _header(cells: list[str]) -> list[str]:
    names = [name.strip().lower() for name in cells]
    header = [DUTCH_NAMES.get(name, name) for name in names]
    for column in REQUIRED:
        if column not in header:
            found = ", ".join(filter(None, header))
            why = Text(
                f"deze kolom ontbreekt; de eerste rij heeft {found or 'niets'}",
                f"this column is missing; the first row has {found or 'nothing'}",
            )
            raise UnableToRead(1, column, "", why)
    for column in REQUIRED + OPTIONAL:
        if header.count(column) > 1:
            why = Text("deze kolom staat er twee keer", "this column is there twice")
            raise UnableToRead(1, column, column, why)
    return header


def _add(roster: Roster, row: int, header: list[str], values: list[str]) -> None:
    roster.rows += 1
    extra = [value for value in values[len(header) :] if value.strip()]
    if extra:
        why = Text(
            f"de rij heeft {len(values)} cellen, de eerste rij {len(header)}",
            f"the row has {len(values)} cells, the header {len(header)}",
        )
        roster.rejected.append(UnableToRead(row, str(len(header) + 1), extra[0], why))
        return
    record = dict(zip(header, (value.strip() for value in values), strict=False))
    cells = Cells(row, record)
    worker, shift, age_group = (
        cells.filled("worker"),
        _shift(cells),
        cells.choice("age_group", AGES),
    )
    if cells.rejected or shift is None:
        roster.rejected += cells.rejected
        return
    roster.rows_without_breaks += not (shift.breaks_known or shift.break_minutes)
    roster.shifts.setdefault((worker, age_group), []).append(shift)


def _shift(cells: Cells) -> Shift | None:
    period = cells.period()
    minutes = cells.break_minutes(period)
    kind, absent = cells.choice("kind", KINDS), cells.choice("absent", TRUTH)
    if cells.rejected or period is None:
        return None
    return Shift(
        period=period,
        break_minutes=minutes,
        kind=kind,
        organisation=cells.text("organisation"),
        shift_id=f"row {cells.row}",
        absent=absent,
        breaks_known=bool(cells.text("break_minutes")),
    )
