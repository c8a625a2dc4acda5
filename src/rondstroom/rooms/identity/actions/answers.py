"""A system that asks the same twice is answered the same, and nothing is done twice."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.identity.models import Account, ApiKey, KeptAnswer
from rondstroom.rooms.journal import actions as journal

KEPT = timedelta(days=7)
"""An answer is kept so long; after that a name may be used anew."""


class UnableToRepeat(journal.UnableToAct):
    """The same idempotency key came with another question."""


@transaction.atomic
def claim_answer(
    *, key: ApiKey, name: str, fingerprint: str, by: Account, at: datetime
) -> KeptAnswer:
    """Give the answer kept under a name, or a new row (status 0) to be filled by `keep_answer`.

    To be called inside the transaction of the write itself: who asks the same at the same moment
    waits for it, and when the write is refused nothing is kept. Journal: nothing.
    """
    KeptAnswer.objects.filter(key=key, made_at__lt=at - KEPT).delete()
    row, _is_new = KeptAnswer.objects.get_or_create(
        key=key, name=name, defaults={"fingerprint": fingerprint, "made_at": at}
    )
    if row.fingerprint != fingerprint:
        raise UnableToRepeat(
            _("De sleutel “%(name)s” is al gebruikt voor een andere vraag. Kies een nieuwe.")
            % {"name": name},
            code="idempotency-key-reused",
        )
    return row


def keep_answer(*, answer: KeptAnswer, status: int, body: str, by: Account, at: datetime) -> None:
    """Keep what was answered, in the transaction of the write. Journal: nothing."""
    answer.status, answer.body, answer.made_at = status, body, at
    answer.save(update_fields=["status", "body", "made_at"])
