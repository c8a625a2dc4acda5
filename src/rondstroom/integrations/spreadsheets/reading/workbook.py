"""From an Excel workbook to sheets, reading only: dates, times and numbers keep their type."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from itertools import starmap, zip_longest
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from rondstroom.integrations.spreadsheets.answer import UnableToRead
from rondstroom.integrations.spreadsheets.reading.merged import filled_down, merged_down
from rondstroom.integrations.spreadsheets.reading.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    Value,
)

MOST_BYTES_UNPACKED = 300_000_000
_FORMULA = re.compile(rb"<f[ >/]")


def read_workbook(content: bytes) -> list[Sheet]:
    """Give every visible sheet that holds something."""
    has_formulas = _look_inside(content)
    values = _open(content, results=True)
    formulas = _open(content, results=False) if has_formulas else None
    sheets = []
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            continue
        rows = _rows(sheet)
        if formulas is not None:
            rows = _with_unknown_results(rows, _rows(formulas[sheet.title]))
        # Read row by row, as large files must be, openpyxl itself does not tell what is merged.
        rows = filled_down(rows, merged_down(content, sheet._worksheet_path))
        if any(not row.is_blank for row in rows):
            sheets.append(Sheet(sheet.title, tuple(rows)))
    return sheets


def _look_inside(content: bytes) -> bool:
    """Refuse what is not a workbook or would not fit; tell whether any sheet has a formula."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            _refuse_other_packages(names)
            if sum(info.file_size for info in package.infolist()) > MOST_BYTES_UNPACKED:
                raise UnableToRead(_("Dit Excel-bestand is uitgepakt te groot. Deel het op."))
            sheets = [name for name in names if name.startswith("xl/worksheets/sheet")]
            return any(_FORMULA.search(package.read(name)) for name in sheets)
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, ValueError, zlib.error):
        raise _damaged() from None


def _refuse_other_packages(names: set[str]) -> None:
    if "xl/workbook.xml" in names:
        return
    if "content.xml" in names:
        raise UnableToRead(
            _("Dit is een OpenDocument-bestand. Bewaar het als Excel (.xlsx) of CSV.")
        )
    if any(name.startswith("xl/") for name in names):
        raise UnableToRead(_("Dit is een .xlsb-bestand. Bewaar het als .xlsx of CSV."))
    raise UnableToRead(_("Dit is een zip-bestand zonder Excel-werkmap. Pak het eerst uit."))


def _open(content: bytes, *, results: bool) -> Any:
    try:
        with warnings.catch_warnings():
            # Styles and validations that openpyxl does not know are of no use here.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=results)
    except Exception:  # noqa: BLE001  openpyxl lets errors of zip, XML and its own classes through
        raise _damaged() from None


def _rows(sheet: Any) -> list[Row]:
    rows: list[Row] = []
    try:
        sheet.reset_dimensions()
        cells_of_rows = sheet.iter_rows(max_row=MOST_ROWS + 1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, cells in enumerate(cells_of_rows, start=1):
                rows.append(Row(number, _values(cells)))
    except Exception:  # noqa: BLE001  openpyxl lets errors of zip, XML and its own classes through
        raise _damaged() from None
    if len(rows) > MOST_ROWS and not rows[-1].is_blank:
        raise UnableToRead(
            _("Dit blad heeft meer dan %(most)s regels. Deel het op.") % {"most": MOST_ROWS}
        )
    return rows


def _values(cells: Sequence[Any]) -> tuple[Value, ...]:
    values = [cell.value for cell in cells[:MOST_COLUMNS]]
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _with_unknown_results(rows: list[Row], formulas: list[Row]) -> list[Row]:
    """Show the formula itself where Excel never stored its result, so that readers refuse it."""
    return [
        Row(row.number, tuple(starmap(_result_or_formula, zip_longest(row.cells, other.cells))))
        for row, other in zip(rows, formulas, strict=False)
    ]


def _result_or_formula(value: Value, formula: Value) -> Value:
    return value if value is not None or formula is None else str(formula)


def _damaged() -> UnableToRead:
    return UnableToRead(
        _("Dit Excel-bestand is beschadigd. Open het in Excel en bewaar het opnieuw als .xlsx.")
    )
