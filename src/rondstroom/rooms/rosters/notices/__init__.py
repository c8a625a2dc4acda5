"""What people are told about their roster. Each of these reacts to an event in the journal."""

from rondstroom.rooms.rosters.notices.questions import tell_answered, tell_asked
from rondstroom.rooms.rosters.notices.roster import (
    remind,
    tell_of_move,
    tell_of_place,
    tell_of_published_roster,
)
from rondstroom.rooms.rosters.notices.rounds import tell_of_round
from rondstroom.rooms.rosters.notices.signals import tell_signal_answered, tell_signal_given
from rondstroom.rooms.rosters.notices.swaps import tell_of_swap

__all__ = [
    "remind",
    "tell_answered",
    "tell_asked",
    "tell_of_move",
    "tell_of_place",
    "tell_of_published_roster",
    "tell_of_round",
    "tell_of_swap",
    "tell_signal_answered",
    "tell_signal_given",
]
