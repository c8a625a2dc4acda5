"""How far somebody is with a competence, and who must be there: said again as it grows."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.skills.actions.proofs import (
    UnableToRecordProof,
    check_level,
    tell_of_change,
)
from rondstroom.rooms.skills.models import Proof
from rondstroom.rooms.skills.states import Level, SupervisedBy

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation


@transaction.atomic
def set_level(
    *,
    proof: Proof,
    organisation: Organisation,
    level: Level,
    supervised_by: SupervisedBy | str = "",
    by: Account,
    at: datetime,
) -> Proof:
    """Say how far somebody is now with a competence that was seen here; the same changes nothing.

    What another organisation saw is not ours to change: we write down what we see ourselves.
    Journal: `skills.level.set` with the level before, then `skills.files.changed`.
    """
    row = Proof.objects.select_for_update(of=("self",)).select_related("worker").get(pk=proof.pk)
    if row.issuer_id not in {None, organisation.pk} or row.withdrawn_on is not None:
        raise UnableToRecordProof(
            _("Dit bewijs is niet (meer) van jullie. Leg vast wat jullie zelf zien."), "issuer"
        )
    before = row.level, row.supervised_by
    row.level = Level(level)
    row.supervised_by = SupervisedBy(supervised_by) if supervised_by else ""
    check_level(row)
    if before != (row.level, row.supervised_by):
        _keep(row, organisation.pk, before[0], by, at)
    return row


def _keep(row: Proof, organisation_id: int, before: str, by: Account, at: datetime) -> None:
    row.save(update_fields=["level", "supervised_by"])
    data = {"level": row.level, "supervised_by": row.supervised_by, "before": before}
    line = journal.Line(f"worker:{row.worker_id}", organisation_id, row.worker_id, data)
    journal.record_many(event="skills.level.set", by=by, at=at, lines=[line])
    tell_of_change([row.worker_id], by=by, at=at)
