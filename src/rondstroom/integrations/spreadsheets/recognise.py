"""Looking at a file before anything is imported: what it seems to be, and which column is what."""

from __future__ import annotations

from rondstroom.integrations.spreadsheets.answer import Recognised, UnableToRead
from rondstroom.integrations.spreadsheets.headings.fields import FIELDS, ROSTER
from rondstroom.integrations.spreadsheets.headings.rosters import is_heading
from rondstroom.integrations.spreadsheets.headings.table import find_heading, table_under
from rondstroom.integrations.spreadsheets.headings.tables import kind_of
from rondstroom.integrations.spreadsheets.reading import Row, Sheet, read_file

ROWS_SHOWN = 5


def recognise(content: bytes, file_name: str, *, kind: str | None = None) -> Recognised:
    """Tell what a file seems to hold; a person may say the `kind` and judge the columns.

    What is in the file decides, never its name. Raises `UnableToRead` as an import does.
    """
    sheets = read_file(content)
    kind = kind or kind_of(sheets)
    for sheet in sheets:
        heading = _heading(sheet, kind)
        if heading is not None and kind is not None:
            return _recognised(file_name, sheet, heading, kind)
    sheet = sheets[0]
    filled = [row for row in sheet.rows if not row.is_blank]
    return Recognised(
        file=file_name,
        kind=kind,
        heading_row=filled[0].number,
        headings=filled[0].texts,
        columns={},
        sample=[row.texts for row in filled[1 : ROWS_SHOWN + 1]],
        notes=(),
    )


def _heading(sheet: Sheet, kind: str | None) -> Row | None:
    if kind is None:
        return None
    if kind == ROSTER:
        return next((row for row in sheet.rows if is_heading(row)), None)
    return find_heading(sheet.rows, FIELDS[kind])


def _recognised(file_name: str, sheet: Sheet, heading: Row, kind: str) -> Recognised:
    try:
        table = table_under(sheet, heading, FIELDS[kind], None)
        columns, rows, notes = table.headings, table.rows, table.notes
    except UnableToRead as reason:
        columns, rows, notes = {}, sheet.rows[heading.number :], (str(reason),)
    return Recognised(
        file=file_name,
        kind=kind,
        heading_row=heading.number,
        headings=heading.texts,
        columns=columns,
        sample=[row.texts for row in rows[:ROWS_SHOWN]],
        notes=notes,
    )
