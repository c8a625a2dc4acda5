"""Telling the heading of a roster from other rows."""

from __future__ import annotations

from rondstroom.integrations.spreadsheets.headings.bare_days import bare_days
from rondstroom.integrations.spreadsheets.headings.days import looks_like_days
from rondstroom.integrations.spreadsheets.reading import Row


def is_heading(row: Row) -> bool:
    """Tell whether a row has days side by side, with a month or without."""
    return looks_like_days(row.cells) or bool(bare_days(row.cells))
