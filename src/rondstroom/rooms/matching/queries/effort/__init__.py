"""What filling shifts takes from those who plan: actions and minutes, from the journal."""

from rondstroom.rooms.matching.queries.effort.counting import (
    MOST_ACTIONS,
    PAUSE_MINUTES,
    Effort,
    Writing,
    spent,
)
from rondstroom.rooms.matching.queries.effort.reading import effort_of

__all__ = ["MOST_ACTIONS", "PAUSE_MINUTES", "Effort", "Writing", "effort_of", "spent"]
