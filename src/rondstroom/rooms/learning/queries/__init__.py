"""Reading checklists, how far somebody is, and who guides whom."""

from rondstroom.rooms.learning.queries.induction import (
    Induction,
    Line,
    checklist_of,
    checklists_of,
    induction,
    inductions,
    mentor_of,
)

__all__ = [
    "Induction",
    "Line",
    "checklist_of",
    "checklists_of",
    "induction",
    "inductions",
    "mentor_of",
]
