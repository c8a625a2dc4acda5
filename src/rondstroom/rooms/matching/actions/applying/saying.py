"""A worker answers a vacancy or takes that back; a desk brings a vacancy to a worker."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.states import VacancyState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.matching.states import APPLICATION_TRANSITIONS, ApplicationState
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Vacancy
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Worker


class UnableToApply(journal.UnableToAct):
    """The vacancy is closed or out of reach, or the answer is given already; says why."""


@journal.patient
@transaction.atomic
def apply_for_vacancy(
    *,
    worker: Worker,
    vacancy: Vacancy,
    form: EngagementForm,
    words: str = "",
    combined_with: Vacancy | None = None,
    by: Account,
    at: datetime,
) -> Application:
    """Say that a worker wants a vacancy, in one of the forms it offers.

    `combined_with` names the other half of one job at two organisations. Twice is as once; what
    was proposed becomes the worker's own answer. Journal: `matching.application.made`.
    """
    row = queries.living_application(worker.pk, vacancy.pk)
    if row is not None and row.state == ApplicationState.APPLIED:
        return row
    locked = _open_to(worker, vacancy, at)
    if form not in locked.forms:
        text = _("Deze vacature is er niet als %(form)s. Kies een andere soort contract.")
        raise UnableToApply(text % {"form": EngagementForm(form).label}, code="form")
    row = row or Application(worker=worker, vacancy=locked)
    row.form, row.words, row.state = form, words.strip(), ApplicationState.APPLIED
    row.said_at, row.answer_due_at = at, at + timedelta(days=locked.answer_days)
    row.combined_with = combined_with or row.combined_with
    journal.check_lengths(row, UnableToApply)
    return _kept(row, "made", by, at)


@transaction.atomic
def propose_vacancies(
    *, worker: Worker, vacancies: Sequence[Vacancy], by: Account, at: datetime
) -> list[Application]:
    """Bring one vacancy, or two as one job, to a worker, who decides.

    Organisations see nothing of it before the worker says yes. What stands already is left alone.
    Journal: `matching.application.proposed` for each.
    """
    found = []
    for vacancy in vacancies:
        known = queries.living_application(worker.pk, vacancy.pk)
        if known is not None:
            found.append(known)
            continue
        locked = _open_to(worker, vacancy, at)
        row = Application(worker=worker, vacancy=locked, state=ApplicationState.PROPOSED)
        row.said_at, row.answer_due_at = at, at + timedelta(days=locked.answer_days)
        row.combined_with = next((one for one in vacancies if one.pk != vacancy.pk), None)
        found.append(_kept(row, "proposed", by, at))
    return found


@transaction.atomic
def withdraw_application(*, application: Application, by: Account, at: datetime) -> Application:
    """Take an answer back, or say no to what was proposed.

    Journal: `matching.application.withdrawn`.
    """
    row = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    if row.state == ApplicationState.WITHDRAWN:
        return row
    if ApplicationState.WITHDRAWN not in APPLICATION_TRANSITIONS[ApplicationState(row.state)]:
        raise UnableToApply(
            _("Op je reactie is al geantwoord: %(state)s.")
            % {"state": ApplicationState(row.state).label},
            code="answered",
        )
    row.state, row.answered_at = ApplicationState.WITHDRAWN, at
    row.save(update_fields=["state", "answered_at"])
    write_down(row, "withdrawn", by, at)
    return row


def _open_to(worker: Worker, vacancy: Vacancy, at: datetime) -> Vacancy:
    """Give the vacancy, locked, when it is open and within this worker's reach."""
    locked = demand.locked_vacancy(vacancy.pk)
    if locked.state != VacancyState.OPEN:
        raise UnableToApply(
            _("Deze vacature is gesloten: %(state)s. Kies een andere.")
            % {"state": VacancyState(locked.state).label},
            code="closed",
        )
    reasons = queries.vacancy_reasons(worker, [locked], at)[locked.pk]
    if reasons:
        raise UnableToApply(" ".join(one.text for one in reasons), code=reasons[0].rule)
    return locked


def _kept(row: Application, happened: str, by: Account, at: datetime) -> Application:
    """Save it, once: of two at the same moment the second finds the first."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        known = queries.living_application(row.worker_id, row.vacancy_id)
        if known is None:
            raise
        return known
    write_down(row, happened, by, at)
    return row


def write_down(row: Application, happened: str, by: Account, at: datetime, **data: Any) -> None:
    """Write the journal's line about an application."""
    journal.record(
        event=f"matching.application.{happened}",
        by=by,
        at=at,
        subject=f"vacancy:{row.vacancy_id}",
        organisation_id=row.vacancy.organisation_id,
        worker_id=row.worker_id,
        application_id=row.pk,
        **data,
    )
