"""Times in words, as every refusal of this room says them."""

from __future__ import annotations

from datetime import datetime

from django.utils.formats import date_format

from flexpool.periods import AMSTERDAM


def span(starts_at: datetime, ends_at: datetime) -> str:
    """Give times on the Dutch clock: `di 24 november 15:00 – 23:00`."""
    start = date_format(starts_at.astimezone(AMSTERDAM), "D j F H:i")
    return f"{start} – {ends_at.astimezone(AMSTERDAM):%H:%M}"
