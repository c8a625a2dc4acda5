"""Reading the cells of one row: every refusal is noted, and one bad cell hides no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from rondstroom.integrations.spreadsheets.answer import ImportAnswer
from rondstroom.integrations.spreadsheets.headings.fields import label_of
from rondstroom.integrations.spreadsheets.headings.table import Table
from rondstroom.integrations.spreadsheets.reading import Row, Value, as_text
from rondstroom.integrations.spreadsheets.values.refusal import BadValue

Read = TypeVar("Read")


@dataclass(slots=True)
class RowReader:
    """One row of a table, being read; `is_bad` when any cell was refused."""

    table: Table
    row: Row
    answer: ImportAnswer
    is_bad: bool = False

    def read(self, field: str, reader: Callable[[Value], Read]) -> Read | None:
        """Give what a reader makes of a cell; None, and a refusal, when it cannot."""
        value = self.table.value(self.row, field)
        return self.attempt(field, lambda: reader(value))

    def attempt(self, field: str, read: Callable[[], Read]) -> Read | None:
        """Give what several cells make together, noting a refusal under one of them."""
        try:
            return read()
        except BadValue as refusal:
            self.refuse(field, refusal.why)
            return None

    def refuse(self, field: str, why: str) -> None:
        """Note that the row cannot be taken because of this field."""
        self.is_bad = True
        value = as_text(self.table.value(self.row, field))
        self.answer.reject(self.row.number, self.heading(field), value, why)

    def heading(self, field: str) -> str:
        """Give the heading of a field as the file writes it, or as we would."""
        return self.table.heading_of(field, label_of(self.answer.kind, field))

    def has(self, field: str) -> bool:
        """Tell whether the file has a column for a field."""
        return field in self.table.at
