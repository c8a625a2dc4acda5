"""An organisation answers who wants its vacancy; everybody who answered gets an answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import actions as vacancies
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import VacancyState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching.actions.applying.saying import write_down
from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.matching.states import APPLICATION_TRANSITIONS, ApplicationState

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToAnswerApplication(journal.UnableToAct):
    """It was answered or withdrawn already, the vacancy is closed, or words are missing."""


@journal.patient
@transaction.atomic
def accept_application(
    *, application: Application, answer: str = "", by: Account, at: datetime
) -> Application:
    """Give somebody the work; one place of the vacancy is filled, and with the last it closes.

    The contract itself is HR's. Accepting twice changes nothing. Journal:
    `matching.application.accepted` and `demand.vacancy.filled`.
    """
    vacancy = demand.locked_vacancy(application.vacancy_id)
    row = _answerable(application, ApplicationState.ACCEPTED)
    if row.state == ApplicationState.ACCEPTED:
        return row
    _settle(row, ApplicationState.ACCEPTED, answer, by, at)
    try:
        vacancies.fill_vacancy(vacancy=vacancy, by=by, at=at)
    except vacancies.UnableToCloseVacancy as refused:
        raise UnableToAnswerApplication(str(refused), refused.code) from refused
    return row


@transaction.atomic
def decline_application(
    *, application: Application, answer: str, by: Account, at: datetime
) -> Application:
    """Say no, with a word of explanation. Journal: `matching.application.declined`."""
    if not answer.strip():
        raise UnableToAnswerApplication(
            _("Schrijf erbij waarom het niet wordt; %(name)s krijgt dit te lezen.")
            % {"name": application.worker.name}
        )
    row = _answerable(application, ApplicationState.DECLINED)
    if row.state != ApplicationState.DECLINED:
        _settle(row, ApplicationState.DECLINED, answer, by, at)
    return row


def answer_closed_vacancy(
    *, vacancy_id: int, by: Account, at: datetime, reason: str = "", **_event: Any
) -> None:
    """Answer everybody who still waits when a vacancy was filled or withdrawn."""
    vacancy = demand.locked_vacancy(vacancy_id)
    if vacancy.state == VacancyState.OPEN:
        return
    if vacancy.state == VacancyState.FILLED:
        answer = _("De vacature is vervuld door anderen. Dank dat je reageerde.")
    else:
        answer = _("De vacature is ingetrokken: %(reason)s") % {"reason": reason}
    states = [ApplicationState.PROPOSED, ApplicationState.APPLIED]
    rows = Application.objects.filter(vacancy_id=vacancy_id, state__in=states)
    for row in rows.select_related("vacancy").order_by("said_at", "pk"):
        _settle(row, ApplicationState.DECLINED, answer, by, at)


def _settle(
    row: Application, state: ApplicationState, answer: str, by: Account, at: datetime
) -> None:
    row.state, row.answer, row.answered_at = state, answer.strip()[:300], at
    row.save(update_fields=["state", "answer", "answered_at"])
    write_down(row, str(state), by, at, answer=row.answer)


def _answerable(application: Application, wanted: ApplicationState) -> Application:
    locked = Application.objects.select_for_update(of=("self",))
    row = locked.select_related("worker", "vacancy").get(pk=application.pk)
    is_proposed = row.state == ApplicationState.PROPOSED
    allowed = APPLICATION_TRANSITIONS[ApplicationState(row.state)]
    if row.state != wanted and (wanted not in allowed or is_proposed):
        raise UnableToAnswerApplication(
            _("De reactie van %(name)s is al beantwoord of ingetrokken: %(state)s.")
            % {"name": row.worker.name, "state": ApplicationState(row.state).label},
            code="answered",
        )
    return row
