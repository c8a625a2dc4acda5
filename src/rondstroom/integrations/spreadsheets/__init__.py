"""Spreadsheets in and out: what planners export elsewhere comes in, and everything can leave."""

from rondstroom.integrations.spreadsheets.answer import (
    ImportAnswer,
    ImportNotAllowed,
    Recognised,
    Rejected,
    UnableToRead,
)
from rondstroom.integrations.spreadsheets.importing import (
    import_availability,
    import_roster,
    import_shifts,
    import_workers,
)
from rondstroom.integrations.spreadsheets.recognise import recognise
from rondstroom.integrations.spreadsheets.remembering import Remembered, remembered

__all__ = [
    "ImportAnswer",
    "ImportNotAllowed",
    "Recognised",
    "Rejected",
    "Remembered",
    "UnableToRead",
    "import_availability",
    "import_roster",
    "import_shifts",
    "import_workers",
    "recognise",
    "remembered",
]
