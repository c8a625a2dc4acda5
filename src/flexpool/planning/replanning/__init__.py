"""Replanning: a made roster that meets a change, with as few disturbances as pay."""

from flexpool.planning.replanning.answer import Move, Option
from flexpool.planning.replanning.change import (
    Absence,
    CancelledShift,
    Change,
    NewShift,
    UnableToChange,
    publish,
)
from flexpool.planning.replanning.locks import Locks
from flexpool.planning.replanning.options import options
from flexpool.planning.replanning.repair import Repair, repair

__all__ = [
    "Absence",
    "CancelledShift",
    "Change",
    "Locks",
    "Move",
    "NewShift",
    "Option",
    "Repair",
    "UnableToChange",
    "options",
    "publish",
    "repair",
]
