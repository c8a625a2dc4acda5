"""A worker shows an organisation chosen proofs through a day, and takes that back at any moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from flexpool.periods import AMSTERDAM
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Proof, Share

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Worker

LONGEST = timedelta(days=365)
"""So long at most: who wants to go on says so again."""


class UnableToShare(journal.UnableToAct):
    """There is nothing to show, or not until that day; `code` is the field."""


@transaction.atomic
def share_passport(
    *,
    worker: Worker,
    organisation: Organisation,
    proofs: Iterable[Proof],
    through: date,
    by: Account,
    at: datetime,
) -> Share:
    """Show an organisation these proofs of a worker through a day, in place of an earlier share.

    It opens reading and nothing else: what counts there is for the gate to say. Journal:
    `skills.passport.shared`, without the organisation's name on it, so that nobody there can read
    it back afterwards; the same share again changes nothing.
    """
    chosen = {one.pk for one in proofs}
    _check(worker, chosen, through, at.astimezone(AMSTERDAM).date())
    people.locked_worker(worker.pk)
    living = Share.objects.filter(worker=worker, organisation=organisation, ended_at__isnull=True)
    before = living.first()
    if before and before.through == through and _numbers(before) == chosen:
        return before
    living.update(ended_at=at)
    row = Share.objects.create(
        worker=worker, organisation=organisation, through=through, shared_at=at
    )
    row.proofs.set(chosen)
    _write_down("shared", row, by, at)
    return row


@transaction.atomic
def stop_sharing(*, share: Share, by: Account, at: datetime) -> None:
    """Let the organisation read nothing any more from now on; twice changes nothing.

    Journal: `skills.passport.withdrawn`.
    """
    if Share.objects.filter(pk=share.pk, ended_at__isnull=True).update(ended_at=at):
        _write_down("withdrawn", share, by, at)


def _numbers(share: Share) -> set[int]:
    return set(share.proofs.values_list("pk", flat=True))


def _check(worker: Worker, chosen: set[int], through: date, today: date) -> None:
    own = {one.pk for one in queries.shareable_proofs(worker.pk)}
    if not chosen or not chosen <= own:
        raise UnableToShare(_("Kies minstens één bewijs van jezelf dat nog telt."), "proofs")
    if not today <= through <= today + LONGEST:
        raise UnableToShare(
            _("Kies een laatste dag van vandaag tot hoogstens een jaar vooruit."), "through"
        )


def _write_down(happened: str, row: Share, by: Account, at: datetime) -> None:
    journal.record(
        event=f"skills.passport.{happened}",
        by=by,
        at=at,
        subject=f"share:{row.pk}",
        worker_id=row.worker_id,
        share_id=row.pk,
        proofs=sorted(_numbers(row)),
        through=row.through,
    )
