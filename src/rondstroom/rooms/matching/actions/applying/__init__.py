"""Answering a vacancy, and what comes of it."""

from rondstroom.rooms.matching.actions.applying.answering import (
    UnableToAnswerApplication,
    accept_application,
    answer_closed_vacancy,
    decline_application,
)
from rondstroom.rooms.matching.actions.applying.contracting import (
    UnableToContract,
    make_contract,
)
from rondstroom.rooms.matching.actions.applying.saying import (
    UnableToApply,
    apply_for_vacancy,
    propose_vacancies,
    withdraw_application,
)

__all__ = [
    "UnableToAnswerApplication",
    "UnableToApply",
    "UnableToContract",
    "accept_application",
    "answer_closed_vacancy",
    "apply_for_vacancy",
    "decline_application",
    "make_contract",
    "propose_vacancies",
    "withdraw_application",
]
