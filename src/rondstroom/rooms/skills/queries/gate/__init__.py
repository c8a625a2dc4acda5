"""The placement gate: may this person work this whole shift here? Nine checks, each answered."""

from rondstroom.rooms.skills.queries.gate.answer import Block, Condition
from rondstroom.rooms.skills.queries.gate.file import File, Papers, files_of, papers_asked
from rondstroom.rooms.skills.queries.gate.house import (
    House,
    Houses,
    asks_fresh_conduct,
    conduct_months,
)
from rondstroom.rooms.skills.queries.gate.judging import RULES, gate, may_supervise
from rondstroom.rooms.skills.queries.gate.levels import SUPERVISION, condition_text
from rondstroom.rooms.skills.queries.gate.loading import houses, houses_asked
from rondstroom.rooms.skills.queries.gate.span import months_later
from rondstroom.rooms.skills.queries.gate.view import Place

__all__ = [
    "RULES",
    "SUPERVISION",
    "Block",
    "Condition",
    "File",
    "House",
    "Houses",
    "Papers",
    "Place",
    "asks_fresh_conduct",
    "condition_text",
    "conduct_months",
    "files_of",
    "gate",
    "houses",
    "houses_asked",
    "may_supervise",
    "months_later",
    "papers_asked",
]
