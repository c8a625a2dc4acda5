"""A sheet: rows with the number a person sees, and cells as the file typed them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | datetime | date | time | timedelta | None

MOST_ROWS = 60_000
MOST_COLUMNS = 400


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1 at the top of the file or sheet."""

    number: int
    cells: tuple[Value, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells as text."""
        return tuple(as_text(cell) for cell in self.cells)

    @property
    def is_blank(self) -> bool:
        """Nothing but white space."""
        return not any(as_text(cell) for cell in self.cells)

    def cell(self, index: int | None) -> Value:
        """Give a cell; rows may be shorter than their heading."""
        return self.cells[index] if index is not None and index < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet; `name` is empty for a file that has only one."""

    name: str
    rows: tuple[Row, ...]


_DISARMED = re.compile(r"'+[=+\-@\t\r]")


def as_text(value: Value) -> str:
    """Give a cell as a person reads it; dates the Dutch way, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y" if value.time() == time() else "%d-%m-%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)


def _plain(text: str) -> str:
    """Take off white space, Excel's `="…"` around text, and the apostrophe that disarms."""
    text = text.replace("\u00a0", " ").strip().strip("\x00\ufeff")
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        text = text[2:-1].replace('""', '"')
    if _DISARMED.match(text):
        text = text[1:]
    return text.strip()
