"""What people are told about vacancies: planners of answers, workers of proposals and answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.matching import queries
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import Audience, MessageKind

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.matching.models import Application


def tell_applied(*, application_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell who plans there that somebody wants the vacancy; it waits until the term."""
    row = queries.application(application_id)
    if row is None:
        return
    messages.settle(once=_once("proposed", row), by=by, at=at)
    house = row.vacancy.organisation_id
    messages.tell(
        to=identity.accounts_with_role(RoleKind.PLANNER, house)
        or identity.accounts_with_role(RoleKind.ADMINISTRATOR, house),
        kind=MessageKind.WAITING,
        audience=Audience.PLANNER,
        words=lambda: _applied(row),
        subject=f"vacancy:{row.vacancy_id}",
        once=_once("applied", row),
        answer_by=row.answer_due_at,
        by=by,
        at=at,
    )


def _applied(row: Application) -> Words:
    text = _("%(name)s wil deze vacature. Antwoord vóór %(due)s.")
    title = _("Reactie op je vacature: %(what)s") % {"what": _name(row)}
    told = {"name": row.worker.name, "due": f"{row.answer_due_at:%d-%m-%Y}"}
    return Words(title, text % told)


def tell_proposed(*, application_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Bring a vacancy to a worker, who decides."""
    row = queries.application(application_id)
    if row is not None and row.worker.account is not None:
        messages.tell(
            to=[row.worker.account],
            kind=MessageKind.OFFER,
            words=lambda: _proposed(row),
            subject=f"vacancy:{row.vacancy_id}",
            once=_once("proposed", row),
            answer_by=row.answer_due_at,
            by=by,
            at=at,
        )


def _proposed(row: Application) -> Words:
    text = _("Kijk of het bij je past, en zeg het zelf. Niemand ziet iets voordat je ja zegt.")
    return Words(_("Een vacature voor jou: %(what)s") % {"what": _name(row)}, text)


def tell_application_answered(
    *, application_id: int, by: Account, at: datetime, **_event: Any
) -> None:
    """Give the worker the answer, whatever it is; it no longer waits with anybody."""
    row = queries.application(application_id)
    if row is None:
        return
    end_application(application_id=application_id, by=by, at=at)
    if row.worker.account is not None:
        messages.tell(
            to=[row.worker.account],
            kind=MessageKind.ANSWER,
            words=lambda: _answered(row),
            subject=f"vacancy:{row.vacancy_id}",
            by=by,
            at=at,
        )


def _answered(row: Application) -> Words:
    if row.state == "accepted":
        title = _("Je bent aangenomen: %(what)s") % {"what": _name(row)}
        text = _("De organisatie neemt contact op over je contract.")
        return Words(title, " ".join(part for part in (row.answer, text) if part))
    return Words(
        _("Deze vacature is het niet geworden: %(what)s") % {"what": _name(row)}, row.answer
    )


def end_application(*, application_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Let what was answered or taken back no longer wait in anybody's inbox."""
    row = queries.application(application_id)
    if row is not None:
        for what in ("applied", "proposed"):
            messages.settle(once=_once(what, row), by=by, at=at)


def _once(what: str, row: Application) -> str:
    return f"application:{what}:{row.pk}"


def _name(row: Application) -> str:
    return f"{row.vacancy.function.name}, {row.vacancy.organisation.name}"
