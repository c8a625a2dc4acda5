"""Self-rostering: a planner opens weeks, the team wishes, the engine completes."""

from rondstroom.rooms.rosters.actions.rounds.opening import (
    UnableToRound,
    complete_round,
    open_round,
)
from rondstroom.rooms.rosters.actions.rounds.wishing import take_back_wish, wish_for

__all__ = ["UnableToRound", "complete_round", "open_round", "take_back_wish", "wish_for"]
