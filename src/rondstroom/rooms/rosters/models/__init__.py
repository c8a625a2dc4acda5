"""What rosters keep: assignments, swaps, runs and proposals, and rounds of self-rostering."""

from rondstroom.rooms.rosters.models.evaluating import Evaluated, Evaluation
from rondstroom.rooms.rosters.models.rostering import (
    Assignment,
    GateTask,
    PlanningRun,
    ProposalLine,
    RosterPeriod,
    Swap,
)
from rondstroom.rooms.rosters.models.rounds import Round, RoundWish
from rondstroom.rooms.rosters.models.signals import Signal

__all__ = [
    "Assignment",
    "Evaluated",
    "Evaluation",
    "GateTask",
    "PlanningRun",
    "ProposalLine",
    "RosterPeriod",
    "Round",
    "RoundWish",
    "Signal",
    "Swap",
]
