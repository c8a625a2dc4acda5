"""What people are told about their time in the pool."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import Audience, MessageKind

if TYPE_CHECKING:
    from rondstroom.rooms.people.models import PoolTerm


def remind_of_pool_term(row: PoolTerm, days: int, at: datetime) -> None:
    """Remind the worker, and HR of who employs, that a term in the pool ends within some days."""
    account = row.worker.account
    hr = identity.accounts_with_role(RoleKind.HR, row.organisation_id)
    told: dict[str, Any] = {
        "kind": MessageKind.REMINDER,
        "once": f"pool-term:{row.pk}:{row.ends_on.isoformat()}:{days}",
        "subject": "pool-term",
        "by": identity.machine_account(),
        "at": at,
    }
    if account is not None:
        messages.tell(to=[account], words=lambda: _own(row), audience=Audience.WORKER, **told)
    others = [one for one in hr if account is None or one.pk != account.pk]
    messages.tell(to=others, words=lambda: _of_hr(row), audience=Audience.HR, **told)


def _own(row: PoolTerm) -> Words:
    words = {"day": date_format(row.ends_on, "j F Y"), "house": row.organisation.name}
    return Words(
        _("Je tijd in de pool loopt tot %(day)s") % words,
        _("Praat met personeelszaken van %(house)s over bij wie je daarna in dienst wilt.") % words,
    )


def _of_hr(row: PoolTerm) -> Words:
    """Say that a term ends; who it is stands on the page, not here."""
    words = {"day": date_format(row.ends_on, "j F Y")}
    return Words(
        _("Een tijd in de pool loopt tot %(day)s") % words,
        _("Kijk op de pagina Pool wie het is, en spreek af waar die persoon daarna gaat werken."),
    )
