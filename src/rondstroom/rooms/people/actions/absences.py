"""Somebody does not come for some days. Why is not asked and cannot be kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import Absence, Worker

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation

LONGEST_DAYS = 366


class UnableToReportAbsence(journal.UnableToAct):
    """The days are in the wrong order, or too many."""


@transaction.atomic
def report_absence(
    *,
    worker: Worker,
    organisation: Organisation,
    starts_on: date,
    ends_on: date,
    by: Account,
    at: datetime,
) -> Absence:
    """Write down that a worker is absent; `ends_on` is the first day no longer.

    The same days twice is once. Journal: `people.absence.reported`, without the days.
    """
    if not 0 < (ends_on - starts_on).days <= LONGEST_DAYS:
        raise UnableToReportAbsence(
            _("De laatste dag van %(name)s ligt vóór de eerste, of meer dan een jaar later.")
            % {"name": worker.name},
            "days",
        )
    row, is_new = Absence.objects.get_or_create(
        worker=Worker.objects.select_for_update().get(pk=worker.pk),
        organisation=organisation,
        starts_on=starts_on,
        ends_on=ends_on,
        withdrawn_at=None,
        defaults={"reported_at": at},
    )
    if is_new:
        record("people.absence.reported", worker, by=by, at=at, organisation_id=organisation.pk)
    return row


@transaction.atomic
def withdraw_absence(*, absence: Absence, by: Account, at: datetime) -> None:
    """Take an absence back; twice is once. Journal: `people.absence.withdrawn`."""
    row = Absence.objects.select_for_update().get(pk=absence.pk)
    if row.withdrawn_at is None:
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        where = row.organisation_id
        record("people.absence.withdrawn", row.worker, by=by, at=at, organisation_id=where)
