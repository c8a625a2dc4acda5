"""Workers and what they say about when and where they want to work; side entrants in a pool."""

from rondstroom.rooms.people.models.annual import AnnualAgreement
from rondstroom.rooms.people.models.pool_terms import PoolTerm
from rondstroom.rooms.people.models.workers import (
    Absence,
    Availability,
    CalendarKey,
    DeclaredWork,
    Engagement,
    HoursWish,
    OwnWage,
    Willingness,
    Worker,
)

__all__ = [
    "Absence",
    "AnnualAgreement",
    "Availability",
    "CalendarKey",
    "DeclaredWork",
    "Engagement",
    "HoursWish",
    "OwnWage",
    "PoolTerm",
    "Willingness",
    "Worker",
]
