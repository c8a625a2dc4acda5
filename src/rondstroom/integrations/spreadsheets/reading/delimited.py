"""From text to rows: which character separates, and quotes that planners' systems get wrong."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.integrations.spreadsheets.reading.sheet import MOST_ROWS, Row, Sheet

SEPARATORS = ";\t,|"
LINES_LOOKED_AT = 200
# Files are limited in size before they come here, so a cell needs no limit of its own.
csv.field_size_limit(2**31 - 1)


def read_text(text: str) -> Sheet:
    """Give the rows of a text file; a row's number is its line, counted as a spreadsheet does."""
    text = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").rstrip("\x1a")
    _refuse_markup(text)
    separator = separator_of(text)
    rows: list[Row] = []
    for number, cells in enumerate(_records(text, separator), start=1):
        if number > MOST_ROWS:
            raise UnableToRead(
                _("Dit bestand heeft meer dan %(most)s regels. Deel het op.") % {"most": MOST_ROWS}
            )
        rows.append(Row(number, tuple(cells)))
    return Sheet("", tuple(rows))


def separator_of(text: str) -> str:
    """Give the character that cuts most lines into the same number of cells, two or more."""
    stated = re.match(r"sep=(.)\n", text)
    if stated and stated[1] in SEPARATORS:
        return stated[1]
    lines = text.split("\n", LINES_LOOKED_AT)[:LINES_LOOKED_AT]
    return max(SEPARATORS, key=lambda separator: _regularity(lines, separator))


def _regularity(lines: list[str], separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    for line in lines:
        if line.strip() and separator in line:
            widths[len(next(csv.reader([line], delimiter=separator), []))] += 1
    del widths[1]
    if not widths:
        return (0, 0)
    width, times = max(widths.items(), key=lambda entry: (entry[1], entry[0]))
    return (times, width)


def _records(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from list(csv.reader(io.StringIO(text), delimiter=separator, strict=True))
    except csv.Error:
        # A quote that never closes would swallow the rest of the file: then every line stands
        # by itself, and only the line with the stray quote can come out wrong.
        yield from (_one_line(line, separator) for line in text.split("\n"))


def _one_line(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        # The quote meant to open or close a cell; it is no part of a name.
        return [cell.removeprefix('"').removesuffix('"') for cell in line.split(separator)]


def _refuse_markup(text: str) -> None:
    start = text[:500].lstrip().lower()
    if start.startswith(("<!doctype html", "<html", "<table", "<?xml", "{", "[{")):
        raise UnableToRead(
            _("Dit is een webpagina, XML of JSON, geen tabel. Bewaar het in Excel als xlsx.")
        )
