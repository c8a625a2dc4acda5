"""The BIG register of care professionals: asked as a web service, or through a file of answers."""

from rondstroom.integrations.big_register.answers_file import (
    AnswersFile,
    UnreadableAnswers,
    read_answers,
)
from rondstroom.integrations.big_register.public_service import PublicRegister, from_settings

__all__ = ["AnswersFile", "PublicRegister", "UnreadableAnswers", "from_settings", "read_answers"]
