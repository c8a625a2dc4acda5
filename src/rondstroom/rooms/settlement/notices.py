"""What people are told about their hours. Each of these reacts to an event in the journal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import MessageKind
from rondstroom.rooms.settlement import queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.settlement.models import Hours


def tell_owed(*, subject: str, by: Account, at: datetime, **_event: Any) -> None:
    """Tell a worker that a shift that was called off too late is paid all the same."""
    row = queries.hours(int(subject.removeprefix("hours:")))
    account = row.worker.account if row is not None else None
    if row is None or account is None:
        return
    messages.tell(
        to=[account],
        kind=MessageKind.ROSTER,
        words=lambda: _owed(row),
        subject="hours",
        once=f"owed:{row.pk}",
        by=by,
        at=at,
    )


def _owed(row: Hours) -> Words:
    when = queries.span(row.assignment.starts_at, row.assignment.ends_at)
    return Words(
        _("Deze dienst krijg je toch betaald: %(when)s") % {"when": when},
        _(
            "%(house)s zegde af toen het te laat was. De uren staan al bij je uren; "
            "je hoeft niets door te geven."
        )
        % {"house": row.borrower.name},
    )
