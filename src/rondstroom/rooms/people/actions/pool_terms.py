"""A side entrant begins in the pool for at most two years, and goes on to one employer."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people import notices, queries
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import PoolTerm, Worker
from rondstroom.rooms.people.states import WentTo

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


class UnableToSetPoolTerm(journal.UnableToAct):
    """The term would be too long, or contradicts what is there; `code` is the field."""


@transaction.atomic
def begin_pool_term(
    *,
    worker: Worker,
    organisation: Organisation,
    starts_on: date,
    ends_on: date | None = None,
    by: Account,
    at: datetime,
) -> PoolTerm:
    """Let somebody work from the pool up to, not including, `ends_on`; None: as long as can be.

    All terms of one person together last at most two years. Journal: `people.pool-term.begun`.
    """
    queries.locked_worker(worker.pk)
    most = queries.pool_term_until(worker.pk, starts_on)
    row = PoolTerm(worker=worker, organisation=organisation, starts_on=starts_on)
    row.ends_on, row.noted_by, row.noted_at = ends_on or most, by.name, at
    _check_term(row, most)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise UnableToSetPoolTerm(
            _("%(name)s werkt al vanuit de pool. Leg eerst vast waar die periode eindigde.")
            % {"name": worker.name},
            "starts_on",
        ) from None
    _write_down(row, "begun", by, at, starts_on=row.starts_on, ends_on=row.ends_on)
    return row


def _check_term(row: PoolTerm, most: date) -> None:
    words = {"name": row.worker.name, "last": date_format(most, "j F Y")}
    if most <= row.starts_on:
        raise UnableToSetPoolTerm(
            _("%(name)s werkte al twee jaar vanuit de pool. Langer kan niet.") % words, "starts_on"
        )
    if not row.starts_on < row.ends_on <= most:
        raise UnableToSetPoolTerm(
            _("%(name)s kan tot %(last)s vanuit de pool werken: samen hoogstens twee jaar.")
            % words,
            "ends_on",
        )


@transaction.atomic
def leave_pool(
    *,
    term: PoolTerm,
    left_on: date,
    went_to: WentTo,
    employer: Organisation | None = None,
    by: Account,
    at: datetime,
) -> PoolTerm:
    """Keep when somebody left the pool and where to; said again it is corrected.

    Journal: `people.pool-term.left`. What ties the person to the new employer is its own act.
    """
    row = PoolTerm.objects.select_for_update(of=("self",)).select_related("worker").get(pk=term.pk)
    after = row.left_on, row.went_to, row.employer_id
    row.left_on, row.went_to = left_on, WentTo(went_to)
    row.employer = employer if row.went_to == WentTo.EMPLOYER else None
    if left_on < row.starts_on:
        raise UnableToSetPoolTerm(_("Dat is voor de eerste dag. Kijk de datum na."), "left_on")
    if row.went_to == WentTo.EMPLOYER and employer is None:
        raise UnableToSetPoolTerm(_("Kies bij welke organisatie."), "employer")
    if after != (row.left_on, row.went_to, row.employer_id):
        row.noted_by, row.noted_at = by.name, at
        row.save()
        _write_down(row, "left", by, at, went_to=str(row.went_to), employer=row.employer_id)
    return row


def remind_of_pool_terms(*, by: Account, at: datetime) -> int:
    """Remind worker and HR of terms that end in half a year, three months and one; give how many.

    However often it runs, each is told of once per moment. Journal: `messages.message.sent`.
    """
    del by  # as with every reminder: from nobody in person
    due = queries.pool_terms_to_remind(at)
    for row, days in due:
        notices.remind_of_pool_term(row, days, at)
    return len(due)


def _write_down(row: PoolTerm, happened: str, by: Account, at: datetime, **data: object) -> None:
    record(
        f"people.pool-term.{happened}",
        row.worker,
        by=by,
        at=at,
        organisation_id=row.organisation_id,
        **data,
    )
