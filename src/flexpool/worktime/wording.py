"""Durations and moments as people read them, in Dutch and English."""

from __future__ import annotations

from flexpool.worktime.clock import HOUR, dutch

_DAYS = {
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def hours_of(seconds: float) -> float:
    """Give seconds as hours, to a hundredth; a whole number of hours stays exact."""
    return round(seconds / HOUR, 2)


def hours(seconds: float, language: str) -> str:
    """Give a length: `10,9 uur` or `10.9 h`."""
    number = f"{hours_of(seconds):.2f}".rstrip("0").rstrip(".")
    return f"{number} h" if language == "en" else f"{number.replace('.', ',')} uur"


def when(second: int, language: str) -> str:
    """Give a moment on the Dutch clock: `ma 2 nov 2026 15:00`."""
    local = dutch(second)
    return f"{day(second, language)} {local:%H:%M}"


def day(second: int, language: str) -> str:
    """Give a day on the Dutch calendar: `ma 2 nov 2026`."""
    local = dutch(second)
    weekday, month = _DAYS[language][local.weekday()], _MONTHS[language][local.month - 1]
    return f"{weekday} {local.day} {month} {local.year}"
