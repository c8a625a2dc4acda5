"""The planning run: ask, search in the background, propose; a person decides."""

from rondstroom.rooms.rosters.actions.plan.asking import (
    UnableToPlan,
    ask_for_plan,
    ask_for_region,
    stop_plan,
)
from rondstroom.rooms.rosters.actions.plan.boosting import WEEKS, Imagined, imagine_more
from rondstroom.rooms.rosters.actions.plan.performing import perform_plan

__all__ = [
    "WEEKS",
    "Imagined",
    "UnableToPlan",
    "ask_for_plan",
    "ask_for_region",
    "imagine_more",
    "perform_plan",
    "stop_plan",
]
