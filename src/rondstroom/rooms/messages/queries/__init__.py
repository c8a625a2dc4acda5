"""Reading messages: the inbox, what waits for an answer, preferences, and questions."""

from rondstroom.rooms.messages.queries.inbox import (
    inbox,
    message,
    unanswered,
    unread_count,
    was_told,
)
from rondstroom.rooms.messages.queries.preferences import (
    Wanted,
    has_push,
    wanted_by,
)
from rondstroom.rooms.messages.queries.questions import (
    question,
    questions_about,
    questions_answered,
    questions_of,
    questions_waiting,
)

__all__ = [
    "Wanted",
    "has_push",
    "inbox",
    "message",
    "question",
    "questions_about",
    "questions_answered",
    "questions_of",
    "questions_waiting",
    "unanswered",
    "unread_count",
    "wanted_by",
    "was_told",
]
