"""Who is told of a question about a shift: planners and team, and the asker of every answer."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from rondstroom.rooms.identity import queries as identity
from rondstroom.rooms.identity.states import RoleKind
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages import queries as threads
from rondstroom.rooms.messages.actions import Words
from rondstroom.rooms.messages.states import Audience, MessageKind
from rondstroom.rooms.rosters import queries
from rondstroom.rooms.rosters.queries import wording
from rondstroom.rooms.rosters.states import AssignmentState

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.messages.models import Question


def tell_asked(*, question_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Tell who plans there, and those of the team who work that shift, that somebody asks.

    For planners it waits in the inbox until the term; the same waiting is told once.
    """
    asked = threads.question(question_id)
    shift = queries.shift_asked_about(asked) if asked is not None else None
    if asked is None or shift is None:
        return
    tell = partial(
        messages.tell,
        kind=MessageKind.QUESTION,
        words=lambda: _asked(asked, shift),
        subject=f"question:{asked.pk}",
        once=_once(asked),
        urgent=shift.starts_at - at < wording.SOON,
        by=by,
        at=at,
    )
    tell(
        to=planners_of(shift.organisation_id), audience=Audience.PLANNER, answer_by=asked.answer_by
    )
    tell(to=_colleagues(shift))


def tell_answered(*, question_id: int, by: Account, at: datetime, **_event: Any) -> None:
    """Give the asker the answer at once; the question no longer waits with anybody."""
    asked = threads.question(question_id)
    shift = queries.shift_asked_about(asked) if asked is not None else None
    if asked is None or shift is None:
        return
    messages.settle(once=_once(asked), by=by, at=at)
    messages.tell(
        to=[asked.asked_by],
        kind=MessageKind.QUESTION,
        words=lambda: _answered(asked, shift),
        subject=f"question:{asked.pk}",
        urgent=shift.starts_at - at < wording.SOON,
        by=by,
        at=at,
    )


def planners_of(organisation_id: int) -> list[Account]:
    """Give who plans at an organisation; where nobody does, who administers it."""
    return identity.accounts_with_role(
        RoleKind.PLANNER, organisation_id
    ) or identity.accounts_with_role(RoleKind.ADMINISTRATOR, organisation_id)


def _colleagues(shift: Shift) -> list[Account]:
    """Give the accounts of those of the own team who work this shift."""
    on = timezone.localdate(shift.starts_at)
    return [
        row.worker.account
        for row in queries.assignments_of_shifts([shift.pk])[shift.pk]
        if row.state == AssignmentState.CONFIRMED
        and row.worker.account is not None
        and queries.is_of_team(row.worker, shift, on)
    ]


def _once(asked: Question) -> str:
    return f"question:{asked.pk}:{asked.answer_by.isoformat()}"


def _asked(asked: Question, shift: Shift) -> Words:
    when = wording.span(shift.starts_at, shift.ends_at)
    text = _("%(name)s vraagt: %(text)s Antwoord vóór %(due)s.") % {
        "name": asked.asked_by.name,
        "text": _last_word(asked),
        "due": wording.when(asked.answer_by),
    }
    return Words(_("Vraag over de dienst van %(when)s") % {"when": when}, text)


def _answered(asked: Question, shift: Shift) -> Words:
    when = wording.span(shift.starts_at, shift.ends_at)
    return Words(_("Antwoord op je vraag over %(when)s") % {"when": when}, _last_word(asked))


def _last_word(asked: Question) -> str:
    said = list(asked.replies.all())
    return said[-1].text if said else asked.text
