"""People say how, how fast and when they want to be told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.messages.models import LONGEST_ADDRESS, Preference, PushAddress, Rhythm
from rondstroom.rooms.messages.states import Channel, MessageKind, Pace

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

_MOST_BROWSERS = 10


class UnableToPrefer(journal.UnableToAct):
    """The preference cannot be kept."""


@transaction.atomic
def set_preferences(
    *,
    account: Account,
    paces: Mapping[tuple[MessageKind, Channel], Pace],
    quiet_from: time,
    quiet_until: time,
    digest_at: time,
    by: Account,
    at: datetime,
) -> None:
    """Lay down how fast each kind may come, the quiet hours and the moment of the day's mail.

    What is on its way already stays as it was. Journal: `messages.preferences.set`.
    """
    said = [
        Preference(account=account, kind=MessageKind(kind), channel=Channel(way), pace=Pace(pace))
        for (kind, way), pace in paces.items()
    ]
    Preference.objects.bulk_create(
        said,
        update_conflicts=True,
        unique_fields=["account", "kind", "channel"],
        update_fields=["pace"],
    )
    Rhythm.objects.update_or_create(
        account=account,
        defaults={"quiet_from": quiet_from, "quiet_until": quiet_until, "digest_at": digest_at},
    )
    _write_down("messages.preferences.set", account, by, at)


@transaction.atomic
def keep_push_address(*, account: Account, endpoint: str, by: Account, at: datetime) -> None:
    """Remember where a browser of this account can be reached; the same address twice is once.

    A browser that somebody else signs in with is theirs from then on. The oldest makes way when
    there are many. Journal: `messages.push.on`, without the address.
    """
    address = endpoint.strip()
    if not _is_address(address):
        raise UnableToPrefer(
            _("Je browser gaf geen bruikbaar adres voor meldingen. Probeer het opnieuw.")
        )
    _kept, is_new = PushAddress.objects.update_or_create(
        endpoint=address, defaults={"account": account, "made_at": at}
    )
    others = PushAddress.objects.filter(account=account).order_by("-made_at", "-pk")
    for surplus in others[_MOST_BROWSERS:]:
        surplus.delete()
    if is_new:
        _write_down("messages.push.on", account, by, at)


def _is_address(text: str) -> bool:
    """Say whether this is an https address without a name, a password or a port of our own."""
    if len(text) > LONGEST_ADDRESS:
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme == "https" and "." in (parts.hostname or "") and parts.port is None
    except ValueError:
        return False


@transaction.atomic
def forget_push_address(*, account: Account, endpoint: str = "", by: Account, at: datetime) -> None:
    """Forget one browser of an account, or all when none is named. Journal: `messages.push.off`."""
    found = PushAddress.objects.filter(account=account)
    if endpoint:
        found = found.filter(endpoint=endpoint.strip())
    if found.delete()[0]:
        _write_down("messages.push.off", account, by, at)


def _write_down(event: str, account: Account, by: Account, at: datetime) -> None:
    journal.record(event=event, by=by, at=at, subject=f"account:{account.pk}")
