"""What a person decides where no rule can, and who read a file from elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills.actions.proofs import tell_of_change
from rondstroom.rooms.skills.models import Decision, Reading
from rondstroom.rooms.skills.states import Matter

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
    from rondstroom.rooms.people.models import Worker


class UnableToDecide(journal.UnableToAct):
    """There is nothing to decide on, or the days contradict each other."""


@transaction.atomic
def decide(
    *,
    worker: Worker,
    organisation: Organisation,
    matter: Matter,
    about: str,
    by: Account,
    at: datetime,
    **word: Any,
) -> Decision:
    """Decide for one organisation about exactly what the gate asked; a new word replaces the old.

    `word` holds is_allowed, valid_from and, when it ends, valid_through. Journal:
    `skills.decision.made`, which keeps every word; then `skills.files.changed`.
    """
    asked: dict[str, Any] = {"worker": worker, "organisation": organisation}
    asked["matter"] = Matter(matter)
    _check(Decision(**asked, about=about, **word))
    asked["about"] = about
    signed: dict[str, Any] = {"valid_through": None, "decided_by": by.name, "decided_at": at}
    row, _is_new = Decision.objects.update_or_create(**asked, defaults=signed | word)
    data = {"matter": str(row.matter), "about": about, "is_allowed": row.is_allowed}
    line = journal.Line(f"worker:{worker.pk}", organisation.pk, worker.pk, data)
    journal.record_many(event="skills.decision.made", by=by, at=at, lines=[line])
    tell_of_change([worker.pk], by=by, at=at)
    return row


def _check(row: Decision) -> None:
    if not row.about.strip():
        raise UnableToDecide(
            _("Er is niets om over te besluiten bij %(name)s. Vernieuw de pagina.")
            % {"name": row.worker.name}
        )
    if row.valid_through is not None and row.valid_through < row.valid_from:
        raise UnableToDecide(_("De laatste dag ligt voor de eerste. Kijk de dagen na."))


@transaction.atomic
def note_reading(
    *, worker: Worker, organisation: Organisation, what: str, by: Account, at: datetime
) -> None:
    """Keep that somebody of another organisation read a file, for the worker to see.

    Journal: `skills.file.read`.
    """
    Reading.objects.create(
        worker=worker, organisation=organisation, reader=by.name, what=what, read_at=at
    )
    journal.record(
        event="skills.file.read",
        by=by,
        at=at,
        subject=f"worker:{worker.pk}",
        organisation_id=organisation.pk,
        worker_id=worker.pk,
        what=what,
    )
