"""Rows ↔ flexpool's values: hours as work that is charged, and charges as they are kept."""

from rondstroom.rooms.settlement.translate.hours import Said, planned, said_in, still_owed
from rondstroom.rooms.settlement.translate.money import (
    charge_in,
    parts_of,
    terms_in,
    terms_kept,
    vat_of,
)
from rondstroom.rooms.settlement.translate.wording import span
from rondstroom.rooms.settlement.translate.work import breaks_of, work_of

__all__ = [
    "Said",
    "breaks_of",
    "charge_in",
    "parts_of",
    "planned",
    "said_in",
    "span",
    "still_owed",
    "terms_in",
    "terms_kept",
    "vat_of",
    "work_of",
]
