"""Cells that Excel merged over several rows: what stands in the first holds for all of them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence

from openpyxl.utils import range_boundaries

from rondstroom.integrations.spreadsheets.reading.sheet import MOST_COLUMNS, MOST_ROWS, Row

_MERGED = re.compile(rb'<mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
Span = tuple[int, int, int]
"""A column, and the first and last row of a merged cell in it, counted from 1."""


def merged_down(content: bytes, path: str) -> list[Span]:
    """Give the cells of one sheet that are merged over rows within one column.

    Merged sideways is a title, and holds for no other column.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        found = _MERGED.findall(package.read(path.lstrip("/")))
    return list(_down(one.decode("ascii") for one in found))


def _down(references: Iterator[str]) -> Iterator[Span]:
    for reference in references:
        left, top, right, bottom = range_boundaries(reference)
        if left == right <= MOST_COLUMNS and top < bottom <= MOST_ROWS:
            yield left, top, bottom


def filled_down(rows: Sequence[Row], spans: Sequence[Span]) -> list[Row]:
    """Give rows in which each merged cell shows its value on every row it covers."""
    cells = {row.number: list(row.cells) for row in rows} if spans else {}
    for column, top, bottom in spans:
        above = cells.get(top, [])
        value = above[column - 1] if column <= len(above) else None
        if value is None:
            continue
        for number in range(top + 1, bottom + 1):
            below = cells.get(number)
            # A row of nothing but a merged cell is no row: the frame only went on too far.
            if below and any(one is not None for one in below):
                below += [None] * (column - len(below))
                below[column - 1] = value
    return [Row(row.number, tuple(cells.get(row.number, row.cells))) for row in rows]
