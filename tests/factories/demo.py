"""People and places of a made-up region, for tests of how its rosters are laid."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from flexpool.periods import day_period
from rondstroom.demo.region.cover import Slot, make_slots
from rondstroom.demo.region.staff import Person, Place

MONDAY = date(2026, 11, 16)
HOURS = {"day": (7, 15.5), "evening": (15, 23.25), "night": (23, 31.25)}


def slot(day: int, part: str = "day", **fields: Any) -> Slot:
    """Give a place at PG Vlinder, so many days after the first Monday."""
    on = MONDAY + timedelta(days=day)
    start, end = (day_period(on).starts_at + timedelta(hours=hours) for hours in HOURS[part])
    values: dict[str, Any] = {
        "starts_at": start,
        "ends_at": end,
        "organisation": "De Linde",
        "team": "PG Vlinder",
        "on": on,
        "part": part,
        "function": "VIG",
        "break_minutes": 30,
        "skills": (),
        "place": 0,
    }
    return Slot(**{**values, **fields})


def person(name: str = "Aylin", **fields: Any) -> Person:
    """Give a carer of PG Vlinder for 24 hours a week, without wishes."""
    values: dict[str, Any] = {
        "name": name,
        "email": f"{name.lower()}@voorbeeld.invalid",
        "function": "VIG",
        "places": (Place("De Linde", "PG Vlinder", "permanent", 24, "P1"),),
        "home_pc4": "6814",
        "rhythm": "any",
        "free_weekday": 6,
        "travel_mode": "bicycle",
        "max_travel_minutes": 45,
        "willing_for": ("De Linde",),
        "has_account": False,
    }
    return Person(**{**values, **fields})


def pool_person(name: str = "Bas", **fields: Any) -> Person:
    """Give a carer of the flexible layer who wants to work for De Linde and Molenpoort."""
    tie = Place("Molenpoort", "", "flex_pool", 24, "P2")
    return person(name, **{"places": (tie,), "willing_for": ("Molenpoort", "De Linde"), **fields})


def all_slots() -> list[Slot]:
    """Give every place of the six weeks."""
    return make_slots(MONDAY)
