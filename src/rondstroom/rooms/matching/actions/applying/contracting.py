"""Who was taken on gets the contract that was agreed, with what the vacancy says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.matching.actions.applying.saying import write_down
from rondstroom.rooms.matching.models import Application
from rondstroom.rooms.matching.queries.applying.reading import has_contract
from rondstroom.rooms.matching.states import ApplicationState
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people import queries
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Engagement


class UnableToContract(journal.UnableToAct):
    """Nobody was taken on, the contract is there already, or its first day cannot be."""


@transaction.atomic
def make_contract(
    *, application: Application, personnel_number: str, starts_on: date, by: Account, at: datetime
) -> Engagement:
    """Write down the contract of somebody who was taken on; hours, team and end as advertised.

    Journal: `people.engagement.started` and `matching.application.contracted`.
    """
    person = queries.locked_worker(application.worker_id)
    row = Application.objects.select_related("worker", "vacancy").get(pk=application.pk)
    vacancy = row.vacancy
    _check(row, starts_on)
    made = people.engage(
        worker=person,
        organisation=vacancy.organisation,
        form=EngagementForm(row.form),
        personnel_number=personnel_number,
        minutes_per_week=vacancy.minutes_per_week,
        team=vacancy.team,
        starts_on=starts_on,
        ends_on=vacancy.ends_on + timedelta(days=1) if vacancy.ends_on else None,
        by=by,
        at=at,
    )
    write_down(row, "contracted", by, at)
    return made


def _check(row: Application, starts_on: date) -> None:
    """Refuse a contract of who was not taken on, has it already, or would begin too early."""
    words = {"name": row.worker.name, "organisation": row.vacancy.organisation.name}
    if row.state != ApplicationState.ACCEPTED:
        raise UnableToContract(_("%(name)s is op deze vacature niet aangenomen.") % words)
    if has_contract(row):
        text = _("%(name)s heeft dit contract bij %(organisation)s al. Er is niets veranderd.")
        raise UnableToContract(text % words, "twice")
    if starts_on < timezone.localdate(row.said_at):
        text = _("De eerste dag kan niet vóór de reactie van %(name)s liggen. Kies een latere dag.")
        raise UnableToContract(text % words, "starts_on")
