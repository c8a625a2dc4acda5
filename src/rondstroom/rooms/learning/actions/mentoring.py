"""Naming who guides a worker at a location."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.learning import queries
from rondstroom.rooms.learning.models import Mentor
from rondstroom.rooms.people import queries as people

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Location
    from rondstroom.rooms.people.models import Worker


class UnableToName(journal.UnableToAct):
    """This person cannot guide that one here."""


@transaction.atomic
def name_mentor(
    *, worker: Worker, location: Location, mentor: Worker, by: Account, at: datetime
) -> Mentor:
    """Let somebody in service guide a worker at a location; the one before ends today.

    Journal: `learning.mentor.named`.
    """
    today = at.astimezone(AMSTERDAM).date()
    if worker.pk == mentor.pk:
        raise UnableToName(_("Niemand begeleidt zichzelf. Kies een collega."))
    ties = people.engagements_of(mentor.pk, today)
    if all(tie.organisation_id != location.organisation_id for tie in ties):
        raise UnableToName(
            _("%(name)s werkt hier niet vast. Kies iemand van deze organisatie.")
            % {"name": mentor.name}
        )
    people.locked_worker(worker.pk)
    known = queries.mentor_of(worker.pk, location.pk)
    if known and known.mentor_id == mentor.pk:
        return known
    _end(worker, location, today)
    row = Mentor.objects.create(worker=worker, location=location, mentor=mentor, since=today)
    _tell("named", row, by, at)
    return row


@transaction.atomic
def end_mentor(*, worker: Worker, location: Location, by: Account, at: datetime) -> None:
    """Let the guiding end today; twice changes nothing. Journal: `learning.mentor.ended`."""
    people.locked_worker(worker.pk)
    known = queries.mentor_of(worker.pk, location.pk)
    if known:
        _end(worker, location, at.astimezone(AMSTERDAM).date())
        _tell("ended", known, by, at)


def _end(worker: Worker, location: Location, today: object) -> None:
    living = Mentor.objects.filter(worker=worker, location=location, ended_on__isnull=True)
    living.update(ended_on=today)


def _tell(happened: str, row: Mentor, by: Account, at: datetime) -> None:
    journal.record(
        event=f"learning.mentor.{happened}",
        by=by,
        at=at,
        subject=f"worker:{row.worker_id}",
        organisation_id=row.location.organisation_id,
        worker_id=row.worker_id,
        location_id=row.location_id,
        mentor_id=row.mentor_id,
    )
