"""Reading the journal; and reading several small tables in one round trip."""

from rondstroom.rooms.journal.queries.entries import (
    entries_about,
    entries_about_worker,
    entries_of_organisation,
    lines_about,
    lines_by,
)
from rondstroom.rooms.journal.queries.together import Asked, at_once, together

__all__ = [
    "Asked",
    "at_once",
    "entries_about",
    "entries_about_worker",
    "entries_of_organisation",
    "lines_about",
    "lines_by",
    "together",
]
