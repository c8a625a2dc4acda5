"""Questions about shifts: what somebody may read of them, and what waits for a team."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.messages import queries as messages
from rondstroom.rooms.people import queries as people

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.messages.models import Question
    from rondstroom.rooms.people.models import Worker

Thread = tuple["Question", "Shift"]


def shift_asked_about(question: Question) -> Shift | None:
    """Give the shift that a question is about."""
    return demand.shift(_shift_id(question))


def threads(questions: Iterable[Question]) -> list[Thread]:
    """Give questions with the shifts they are about, in the same order; one query more."""
    asked = list(questions)
    shifts = demand.shifts(_shift_id(one) for one in asked)
    return [(one, shifts[_shift_id(one)]) for one in asked if _shift_id(one) in shifts]


def is_of_team(worker: Worker, shift: Shift, on: date) -> bool:
    """Tell whether a worker belongs to the team of a shift on a day."""
    return shift.team_id in {one.team_id for one in people.engagements_of(worker.pk, on)}


def questions_on(shift: Shift, worker: Worker, on: date) -> list[Question]:
    """Give the questions on a shift that a worker may read: the own, and all for the team's."""
    asked = list(messages.questions_about(f"shift:{shift.pk}"))
    if not asked or is_of_team(worker, shift, on):
        return asked
    return [one for one in asked if one.asked_by_id == worker.account_id]


def questions_for_team_of(worker: Worker, on: date) -> list[Thread]:
    """Give what others asked about shifts of the worker's teams and nobody answered yet."""
    ties = list(people.engagements_of(worker.pk, on))
    teams = {one.team_id for one in ties if one.team_id}
    if not teams:
        return []
    waiting = messages.questions_waiting({one.organisation_id for one in ties})
    others = [one for one in waiting if one.asked_by_id != worker.account_id]
    return [(one, shift) for one, shift in threads(others) if shift.team_id in teams]


def _shift_id(question: Question) -> int:
    return int(question.subject.removeprefix("shift:"))
