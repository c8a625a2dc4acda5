"""The BIG register of care professionals, asked through a file of answers."""

from rondstroom.integrations.big_register.answers_file import (
    AnswersFile,
    UnreadableAnswers,
    read_answers,
)

__all__ = ["AnswersFile", "UnreadableAnswers", "read_answers"]
