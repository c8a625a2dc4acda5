"""What people are told about their hours, and desks about what runs out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rondstroom.rooms.contracts.states import DeadlineKind
from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import Audience, MessageKind
from rondstroom.rooms.settlement import queries

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Organisation
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


def remind_of_deadline(house: Organisation, one: queries.RunsOut, days: int, at: datetime) -> None:
    """Remind finance, or HR of a work code, that something runs out within some days."""
    is_code = one.kind == DeadlineKind.CODE
    role = RoleKind.HR if is_code else RoleKind.FINANCE
    messages.tell(
        to=identity.accounts_with_role(role, house.pk),
        kind=MessageKind.REMINDER,
        words=lambda: _runs_out(house, one),
        audience=Audience.HR if is_code else Audience.FINANCE,
        subject="deadlines",
        once=f"deadline:{house.pk}:{one.key}:{one.last_day.isoformat()}:{days}",
        by=identity.machine_account(),
        at=at,
    )


def _runs_out(house: Organisation, one: queries.RunsOut) -> Words:
    """Say what kind of thing runs out; about whom stands on the page, not here."""
    words = {"what": one.kind.label, "day": date_format(one.last_day, "j F Y"), "house": house.name}
    return Words(
        _("Loopt af op %(day)s: %(what)s") % words,
        _("Bij %(house)s is %(day)s de laatste dag. Kijk wat het is, en verleng of handel het af.")
        % words,
    )
