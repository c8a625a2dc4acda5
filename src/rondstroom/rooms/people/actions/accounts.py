"""A worker gets an account to sign in with."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.people.actions.workers import record
from rondstroom.rooms.people.models import Worker

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToConnectAccount(journal.UnableToAct):
    """The worker has an account already, or the account a worker."""


@transaction.atomic
def connect_account(*, worker: Worker, account: Account, by: Account, at: datetime) -> None:
    """Let a worker sign in with an account. Journal: `people.account.connected`.

    Refused when it would take either away from somebody; connecting the same twice does nothing.
    """
    row = Worker.objects.select_for_update().get(pk=worker.pk)
    if row.account_id == account.pk:
        return
    refusal = UnableToConnectAccount(
        _("%(name)s heeft al een account, of dit account is van een ander. Er verandert niets.")
        % {"name": row.name},
        code="taken",
    )
    if row.account_id is not None:
        raise refusal
    row.account = account
    try:
        with transaction.atomic():
            row.save(update_fields=["account"])
    except IntegrityError:
        raise refusal from None
    worker.account = account
    record("people.account.connected", row, by=by, at=at, account_id=account.pk)
