"""Months as contracts count them: to the same day, or the last day of a shorter month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from flexpool.text import Text

MONTHS_YEAR = 12


def months_later(day: date, months: int) -> date:
    """Give the same day some months later (earlier when negative), or that month's last day."""
    years, month = divmod(day.month - 1 + months, MONTHS_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_months(first: date, until: date) -> int:
    """Give the whole months from a day up to, not including, another."""
    months = (until.year - first.year) * MONTHS_YEAR + until.month - first.month
    return months - (months_later(first, months) > until)


def told(day: date) -> Text:
    """Give a day as figures: `24-11-2026` in Dutch, `2026-11-24` in English."""
    return Text(day.strftime("%d-%m-%Y"), day.isoformat())
