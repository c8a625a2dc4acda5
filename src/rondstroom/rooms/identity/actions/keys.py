"""Letting a system of an organisation in, and shutting it out."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.identity.actions.accounts import grant_role
from rondstroom.rooms.identity.models import Account, ApiKey
from rondstroom.rooms.identity.states import SCOPES, RoleKind
from rondstroom.rooms.journal import actions as journal

BEGINS = "rs_"
_NOTED = timedelta(minutes=1)
"""When a key was used is written down at most so often."""


class UnableToMakeKey(journal.UnableToAct):
    """The key would have no name or open nothing."""


@transaction.atomic
def make_key(
    *, organisation_id: int, name: str, scopes: Iterable[str], by: Account, at: datetime
) -> tuple[ApiKey, str]:
    """Make a key for a system of an organisation; give it with its secret, which is shown once.

    The system gets an account that cannot sign in: what it writes has an author. Journal:
    `identity.key.made`, with the scopes and not the secret.
    """
    called, wanted = name.strip(), sorted(set(scopes))
    _check(called, wanted)
    secret = BEGINS + secrets.token_urlsafe(32)
    account = Account.objects.create_user(
        f"systeem-{secrets.token_hex(8)}@rondstroom.invalid", None, name=called
    )
    grant_role(account=account, kind=RoleKind.SYSTEM, organisation_id=organisation_id, by=by, at=at)
    key = ApiKey(
        account=account,
        organisation_id=organisation_id,
        name=called,
        digest=ApiKey.digest_of(secret),
        hint=secret[: len(BEGINS) + 5],
        scopes=wanted,
        made_at=at,
    )
    journal.check_lengths(key, UnableToMakeKey)
    key.save()
    _write_down(key, "made", by, at, scopes=wanted)
    return key, secret


def _check(name: str, scopes: list[str]) -> None:
    if not name:
        raise UnableToMakeKey(_("Deze sleutel heeft geen naam. Noem het systeem dat hem krijgt."))
    unknown = sorted(set(scopes) - set(SCOPES))
    if unknown or not scopes:
        raise UnableToMakeKey(
            _("Een sleutel heeft rechten nodig, en %(unknown)s is er geen. Kies uit: %(known)s.")
            % {"unknown": ", ".join(unknown) or "“”", "known": ", ".join(SCOPES)},
            code="scopes",
        )


@transaction.atomic
def withdraw_key(*, key: ApiKey, by: Account, at: datetime) -> None:
    """Shut a system out at once, and stop telling it things. Journal: `identity.key.withdrawn`.

    Doing it twice changes nothing.
    """
    row = ApiKey.objects.select_for_update(of=("self",)).select_related("account").get(pk=key.pk)
    if row.withdrawn_at is not None:
        return
    row.withdrawn_at = at
    row.save(update_fields=["withdrawn_at"])
    row.webhooks.update(is_active=False)
    row.account.is_active = False
    row.account.save(update_fields=["is_active"])
    _write_down(row, "withdrawn", by, at)


def use_key(*, key: ApiKey, by: Account, at: datetime) -> None:
    """Note that a key was used, once a minute at most. Journal: nothing; the writes have theirs."""
    if key.last_used_at is None or at - key.last_used_at >= _NOTED:
        key.last_used_at = at
        key.save(update_fields=["last_used_at"])


def _write_down(key: ApiKey, happened: str, by: Account, at: datetime, **data: Any) -> None:
    journal.record(
        event=f"identity.key.{happened}",
        by=by,
        at=at,
        subject=f"key:{key.pk}",
        organisation_id=key.organisation_id,
        name=key.name,
        **data,
    )
