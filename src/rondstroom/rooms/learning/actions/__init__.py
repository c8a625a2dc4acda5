"""Composing checklists, noting what was shown, naming mentors."""

from rondstroom.rooms.learning.actions.composing import UnableToCompose, set_checklist
from rondstroom.rooms.learning.actions.mentoring import UnableToName, end_mentor, name_mentor
from rondstroom.rooms.learning.actions.showing import UnableToShow, show_steps, take_back_step

__all__ = [
    "UnableToCompose",
    "UnableToName",
    "UnableToShow",
    "end_mentor",
    "name_mentor",
    "set_checklist",
    "show_steps",
    "take_back_step",
]
