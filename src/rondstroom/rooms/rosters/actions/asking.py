"""Questions about a shift: who is on it or may work it asks; planner and team answer."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.messages import actions as messages
from rondstroom.rooms.messages.actions import UnableToAsk
from rondstroom.rooms.rosters.queries import wording

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.messages.models import Question


def ask_about(*, shift: Shift, text: str, by: Account, at: datetime) -> Question:
    """Ask something about a shift; it is due before the shift begins, and within a day.

    The same question twice is one. Journal: `messages.question.asked`, to which the notices of
    this room react.
    """
    if shift.state == ShiftState.CANCELLED or shift.ends_at <= at:
        refusal = _(
            "De dienst van %(when)s is voorbij of vervallen. Vragen hierover kun je niet meer "
            "stellen; bel de organisatie."
        )
        when = wording.span(shift.starts_at, shift.ends_at)
        raise UnableToAsk(refusal % {"when": when}, "over")
    return messages.ask(
        subject=f"shift:{shift.pk}",
        organisation_id=shift.organisation_id,
        text=text,
        answer_by=shift.starts_at if shift.starts_at > at else None,
        by=by,
        at=at,
    )
