"""What people tell after a deployment: how it was, and one thing about a competence."""

from rondstroom.rooms.rosters.actions.afterwards.evaluating import UnableToEvaluate, evaluate
from rondstroom.rooms.rosters.actions.afterwards.signalling import (
    UnableToSignal,
    answer_signal,
    forget_signals,
    give_signal,
)

__all__ = [
    "UnableToEvaluate",
    "UnableToSignal",
    "answer_signal",
    "evaluate",
    "forget_signals",
    "give_signal",
]
