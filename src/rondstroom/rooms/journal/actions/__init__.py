"""Writing in the journal, telling those who react; refusing, and trying again."""

from rondstroom.rooms.journal.actions.patience import patient
from rondstroom.rooms.journal.actions.refusing import UnableToAct, check_lengths
from rondstroom.rooms.journal.actions.writing import (
    Actor,
    Line,
    Reaction,
    Told,
    record,
    record_many,
    set_reactions,
)

__all__ = [
    "Actor",
    "Line",
    "Reaction",
    "Told",
    "UnableToAct",
    "check_lengths",
    "patient",
    "record",
    "record_many",
    "set_reactions",
]
