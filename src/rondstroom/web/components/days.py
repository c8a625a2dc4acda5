"""Days as they stand in an address: anybody can type anything there."""

from __future__ import annotations

from datetime import date

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
"""Before and after nothing is rostered; a calendar that ends nearby breaks every sum of days."""


def day_in(text: str) -> date | None:
    """Read a day, as 2026-11-23 or 2026-W48; None when it is none, or lies out of any roster."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if EARLIEST <= found < LATEST else None
