"""Files to bring in, made in tests."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import openpyxl

from rondstroom.integrations.spreadsheets.answer import ImportAnswer

Importer = Callable[..., ImportAnswer]
"""`bring_in(kind, content, name="", **options)`, as the fixture `bring_in` gives it."""


def workbook(*rows: Sequence[Any], **sheets: Iterable[Sequence[Any]]) -> bytes:
    """Give an Excel file: rows of one sheet, or named sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in (sheets or {"Blad1": rows}).items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def refusals(answer: ImportAnswer) -> list[tuple[int, str, str]]:
    """Give row, column and value of what was refused."""
    return [(one.row, one.column, one.value) for one in answer.rejected]
