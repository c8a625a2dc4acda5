"""What people say about when they want to work, as rhythms of a week."""

from __future__ import annotations

from datetime import date

from rondstroom.demo.region.staff import Person

PARTS = ("day", "evening", "night")
YES, RATHER_NOT, NO = "available", "rather_not", "unavailable"
SATURDAY = 5


def wish(person: Person, on: date, part: str) -> str | None:
    """Give the wish for a part of a day, or None when the person says nothing about it."""
    weekday = on.weekday()
    if weekday == person.free_weekday and person.rhythm in {"any", "late", "open"}:
        return NO
    return _RHYTHMS[person.rhythm](weekday, part)


def _any(weekday: int, part: str) -> str | None:
    return RATHER_NOT if part == "night" and weekday >= SATURDAY else None


def _days(weekday: int, part: str) -> str | None:
    return {"night": NO, "evening": RATHER_NOT if weekday < SATURDAY else None}.get(part)


def _late(weekday: int, part: str) -> str | None:
    return {"day": RATHER_NOT, "night": NO}.get(part)


def _nights(weekday: int, part: str) -> str | None:
    return YES if part == "night" else NO


def _school(weekday: int, part: str) -> str | None:
    if part == "night" or (weekday < SATURDAY and part == "day"):
        return NO
    return YES if weekday >= SATURDAY - 1 else None


def _open(weekday: int, part: str) -> str | None:
    return RATHER_NOT if part == "night" and weekday in {4, 5} else YES


_RHYTHMS = {
    "any": _any,
    "days": _days,
    "late": _late,
    "nights": _nights,
    "school": _school,
    "open": _open,
}
