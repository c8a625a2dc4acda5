"""What the answers of a file point to, in both directions. Nothing here weighs or decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from flexpool.contracts.dba.viewpoint import Question, Viewpoint, viewpoints

VIEWPOINTS: tuple[Viewpoint, ...] = viewpoints()
"""All nine, in the order of the judgment. There is no ranking among them."""

QUESTIONS: dict[str, Question] = {
    question.id: question for point in VIEWPOINTS for question in point.questions
}
"""Every question by its name."""


class Answer(StrEnum):
    """Which of the two statements of a question fits."""

    EMPLOYMENT = "employment"
    CONTRACTOR = "contractor"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Indications:
    """What the answers under one viewpoint point to, and what is not answered yet."""

    viewpoint: Viewpoint
    employment: tuple[Question, ...]
    contractor: tuple[Question, ...]
    unanswered: tuple[Question, ...]


def indications(answers: Mapping[str, str]) -> tuple[Indications, ...]:
    """Give the indications of all viewpoints; a question without an answer is named as such."""
    return tuple(_of_point(point, answers) for point in VIEWPOINTS)


def unknown_names(answers: Mapping[str, str]) -> tuple[str, ...]:
    """Give what is no question, or no answer to one."""
    allowed = set(Answer)
    return tuple(
        name for name, answer in answers.items() if name not in QUESTIONS or answer not in allowed
    )


def _of_point(point: Viewpoint, answers: Mapping[str, str]) -> Indications:
    def answered(wanted: Answer) -> tuple[Question, ...]:
        return tuple(
            one for one in point.questions if answers.get(one.id, Answer.UNKNOWN) == wanted
        )

    return Indications(
        point, answered(Answer.EMPLOYMENT), answered(Answer.CONTRACTOR), answered(Answer.UNKNOWN)
    )
