"""Swapping and handing over shifts: asked, accepted, agreed to, and then both or none."""

from rondstroom.rooms.rosters.actions.swapping.answering import accept_swap, approve_swap
from rondstroom.rooms.rosters.actions.swapping.asking import ask_swap
from rondstroom.rooms.rosters.actions.swapping.ending import end_swap, follow_given, lapse_swaps
from rondstroom.rooms.rosters.actions.swapping.exchanging import UnableToSwap, exchange

__all__ = [
    "UnableToSwap",
    "accept_swap",
    "approve_swap",
    "ask_swap",
    "end_swap",
    "exchange",
    "follow_given",
    "lapse_swaps",
]
