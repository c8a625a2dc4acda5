"""Rows into the bytes of a file. No cell may become a formula in somebody's Excel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import openpyxl

Cell = str | float | date | None
LONGEST_SHEET_NAME = 31
_DANGEROUS = re.compile(r"^'*[=+\-@\t\r]")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\']")
# XML, and so Excel, cannot hold these.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Page:
    """Rows that belong together: a sheet in Excel, a block in CSV."""

    name: str
    rows: Sequence[Sequence[Cell]]


def harmless(cell: Cell) -> Cell:
    """Put an apostrophe before text that Excel would run as a formula; imports take it off."""
    if isinstance(cell, str) and _DANGEROUS.match(cell):
        return f"'{cell}"
    return cell


def as_csv(pages: Sequence[Page]) -> bytes:
    """Write as Dutch Excel opens it: UTF-8 with a mark, semicolons, dates as dd-mm-yyyy."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for number, page in enumerate(pages):
        if number:
            writer.writerow([])
        for row in page.rows:
            writer.writerow([_in_csv(harmless(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _in_csv(cell: Cell) -> Cell:
    """Write dates and numbers as Dutch Excel reads them: with a comma, whole ones without."""
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    return f"{cell:%d-%m-%Y}" if isinstance(cell, date) else cell


def as_workbook(pages: Sequence[Page]) -> bytes:
    """Write a sheet per page; dates are dates, everything else as it is."""
    book = openpyxl.Workbook(write_only=True)
    names: set[str] = set()
    for page in pages:
        sheet = book.create_sheet(_sheet_name(page.name, names))
        for row in page.rows:
            sheet.append([_in_excel(harmless(cell)) for cell in row])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def _in_excel(cell: Cell) -> Cell:
    return _NOT_IN_XML.sub("", cell) if isinstance(cell, str) else cell


def _sheet_name(name: str, taken: set[str]) -> str:
    """Give a name Excel allows, used once."""
    plain = _NOT_IN_SHEET_NAMES.sub(" ", name).strip()[:LONGEST_SHEET_NAME] or "Blad"
    unique, number = plain, 2
    while unique.lower() in taken:
        unique = f"{plain[: LONGEST_SHEET_NAME - 4]} {number}"
        number += 1
    taken.add(unique.lower())
    return unique
