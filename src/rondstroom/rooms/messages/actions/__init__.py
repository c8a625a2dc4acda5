"""Writes of messages: tell, read, prefer, deliver what is due, ask and answer."""

from rondstroom.rooms.messages.actions.delivering import Delivered, deliver_due
from rondstroom.rooms.messages.actions.preferring import (
    UnableToPrefer,
    forget_push_address,
    keep_push_address,
    set_preferences,
)
from rondstroom.rooms.messages.actions.questions import UnableToAsk, ask, reply
from rondstroom.rooms.messages.actions.reading import mark_read, settle
from rondstroom.rooms.messages.actions.telling import Words, tell

__all__ = [
    "Delivered",
    "UnableToAsk",
    "UnableToPrefer",
    "Words",
    "ask",
    "deliver_due",
    "forget_push_address",
    "keep_push_address",
    "mark_read",
    "reply",
    "set_preferences",
    "settle",
    "tell",
]
