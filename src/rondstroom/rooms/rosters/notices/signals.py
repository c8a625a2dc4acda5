"""Who hears of a signal: HR that must answer, and the worker of the answer. Never what was said."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import Audience, MessageKind
from rondstroom.rooms.rosters import queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.rosters.models import Signal


def tell_signal_given(*, signal_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell HR of the employer that a signal waits with them, until the term."""
    row = queries.signal(signal_id)
    if row is None:
        return
    hr = identity.accounts_with_role(RoleKind.HR, row.organisation_id)
    messages.tell(
        to=[one for one in hr if one.pk != row.assignment.worker.account_id],
        kind=MessageKind.WAITING,
        words=lambda: _asked(row),
        audience=Audience.HR,
        subject="signals",
        once=_waits(row.pk),
        answer_by=row.due_at,
        by=by,
        at=at,
    )


def tell_signal_answered(*, signal_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """End the waiting with HR, and tell the worker that there is an answer to read."""
    messages.settle(once=_waits(signal_id), by=by, at=at)
    row = queries.signal(signal_id)
    account = row.assignment.worker.account if row is not None else None
    if row is None or account is None:
        return
    messages.tell(
        to=[account],
        kind=MessageKind.ANSWER,
        words=lambda: _answered(row),
        subject="signals",
        once=f"signal:{row.pk}",
        by=by,
        at=at,
    )


def _waits(signal_id: int) -> str:
    return f"signal-given:{signal_id}"


def _asked(row: Signal) -> Words:
    words = {"due": date_format(timezone.localtime(row.due_at), "j F Y")}
    return Words(
        _("Signaal over een bekwaamheid"),
        _("Bespreek het met de collega en geef antwoord vóór %(due)s.") % words,
    )


def _answered(row: Signal) -> Words:
    words = {"house": row.organisation.name}
    return Words(
        _("Antwoord op een signaal over je werk"),
        _("%(house)s schreef op wat er is afgesproken. Je leest het bij je bewijzen.") % words,
    )
