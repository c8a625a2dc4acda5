"""Spreadsheets in and out: what planners export elsewhere comes in, and everything can leave."""

from rondstroom.integrations.spreadsheets.answer import (
    ImportAnswer,
    ImportNotAllowed,
    Recognised,
    Rejected,
    UnableToRead,
)
from rondstroom.integrations.spreadsheets.importing import (
    import_roster,
    import_shifts,
    import_workers,
)
from rondstroom.integrations.spreadsheets.recognise import recognise

__all__ = [
    "ImportAnswer",
    "ImportNotAllowed",
    "Recognised",
    "Rejected",
    "UnableToRead",
    "import_roster",
    "import_shifts",
    "import_workers",
    "recognise",
]
