"""Writing down that a letter was sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.contracts.models import Letter
from rondstroom.rooms.contracts.states import LetterKind
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.people.models import Engagement


class UnableToWriteLetter(journal.UnableToAct):
    """The letter cannot have been sent like this."""


@transaction.atomic
def write_letter_sent(
    *,
    engagement: Engagement,
    kind: LetterKind,
    sent_on: date,
    reference: str = "",
    by: Account,
    at: datetime,
) -> Letter:
    """Write down that a letter was sent; twice is once. Journal: `contracts.letter.sent`."""
    if not engagement.starts_on <= sent_on <= timezone.localdate(at):
        raise UnableToWriteLetter(
            _("De brief kan niet op %(day)s zijn verstuurd. Kies een dag die geweest is.")
            % {"day": sent_on.strftime("%d-%m-%Y")}
        )
    row, is_new = Letter.objects.get_or_create(
        engagement=engagement,
        kind=LetterKind(kind),
        sent_on=sent_on,
        defaults={"reference": reference.strip()[:200], "by": by, "at": at},
    )
    if is_new:
        _record(row)
    return row


def _record(row: Letter) -> None:
    """Write in the journal that the letter was sent."""
    journal.record(
        event="contracts.letter.sent",
        by=row.by,
        at=row.at,
        subject=f"engagement:{row.engagement_id}",
        organisation_id=row.engagement.organisation_id,
        worker_id=row.engagement.worker_id,
        kind=row.kind,
        sent_on=row.sent_on,
    )
