"""Keeping the file on the labour relation of a self-employed person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from flexpool.contracts.dba.file import Answer, unknown_names
from rondstroom.rooms.contracts.models import RelationReview
from rondstroom.rooms.contracts.queries.dba import latest_version
from rondstroom.rooms.contracts.states import Alternative
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.states import EngagementForm

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Engagement


class UnableToKeepReview(journal.UnableToAct):
    """The file cannot be kept like this."""


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """What a reviewer writes down; `figures` are cents an hour of care by way of working."""

    answers: Mapping[str, str]
    remarks: str = ""
    agreement_reference: str = ""
    offered: Collection[Alternative] = ()
    figures: Mapping[str, int] = field(default_factory=dict)


@transaction.atomic
def keep_review(
    *, engagement: Engagement, reviewed: Reviewed, after: int, by: Account, at: datetime
) -> RelationReview:
    """Keep a new version of the file, after the one that the reviewer saw; older ones stay.

    Journal: `contracts.relation.reviewed`, with the version and not the answers.
    """
    _check(engagement, reviewed)
    row = _version(engagement, reviewed, after + 1)
    row.by, row.at = by, at
    journal.check_lengths(row, UnableToKeepReview)
    _save(row, after)
    journal.record(
        event="contracts.relation.reviewed",
        by=by,
        at=at,
        subject=f"engagement:{engagement.pk}",
        organisation_id=engagement.organisation_id,
        worker_id=engagement.worker_id,
        version=row.version,
    )
    return row


def _version(engagement: Engagement, reviewed: Reviewed, number: int) -> RelationReview:
    """Give the version as it is kept: what is open is not an answer."""
    return RelationReview(
        engagement=engagement,
        version=number,
        answers={k: v for k, v in reviewed.answers.items() if v != Answer.UNKNOWN},
        remarks=reviewed.remarks.strip(),
        agreement_reference=reviewed.agreement_reference.strip(),
        offered=sorted(reviewed.offered),
        figures=dict(reviewed.figures) if reviewed.offered else {},
    )


def _check(engagement: Engagement, reviewed: Reviewed) -> None:
    """Refuse a file on who is not self-employed, one with unknown questions, and an empty one."""
    if engagement.form != EngagementForm.SELF_EMPLOYED:
        raise UnableToKeepReview(_("Dit dossier is er alleen voor zelfstandigen."))
    if unknown_names(reviewed.answers):
        raise UnableToKeepReview(_("Een antwoord past niet bij de vragen. Vul ze opnieuw in."))
    if all(one == Answer.UNKNOWN for one in reviewed.answers.values()):
        raise UnableToKeepReview(_("Beantwoord eerst een vraag. Een leeg dossier zegt niets."))


def _save(row: RelationReview, after: int) -> None:
    """Save, unless somebody else kept a version in the meantime."""
    refusal = UnableToKeepReview(
        _("Iemand anders heeft het dossier net bijgewerkt. Bekijk het en vul het opnieuw in."),
        code="newer",
    )
    if latest_version(row.engagement_id) != after:
        raise refusal
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise refusal from None
