"""Places "in training": beside a shift, over and above what it needs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand.actions.change import change_shift
from rondstroom.rooms.demand.actions.create import line_about, when
from rondstroom.rooms.demand.actions.publish import cancel_shift
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState, SignUp
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

FOLLOWED = ("starts_at", "ends_at", "break_minutes", "team")
"""What a place in training always has in common with the shift that it stands beside."""


class UnableToTrain(journal.UnableToAct):
    """Nobody can learn beside this shift."""


@transaction.atomic
def open_training_place(*, shift: Shift, by: Account, at: datetime) -> Shift:
    """Make one place beside a shift for somebody in training; it asks no diploma and no skills.

    It stands in no list of open shifts and counts for no cover: a planner gives it to somebody.
    Journal: `demand.shift.created`.
    """
    row = Shift.objects.select_for_update().get(pk=shift.pk)
    if row.state == ShiftState.CANCELLED or row.beside_id is not None:
        raise UnableToTrain(
            _("Naast de dienst van %(start)s kan niemand meelopen. Kies een gewone dienst.")
            % {"start": when(row.starts_at)}
        )
    place = Shift.objects.create(
        organisation_id=row.organisation_id,
        beside=row,
        sign_up=SignUp.REQUEST,
        state=ShiftState.PUBLISHED,
        published_at=at,
        **{name: getattr(row, name) for name in FOLLOWED},
    )
    lines = [line_about(place, beside=row.pk)]
    journal.record_many(event="demand.shift.created", by=by, at=at, lines=lines)
    return place


def follow_neighbour(
    *, subject: str, by: Account, at: datetime, changed: Collection[str] = (), **_event: Any
) -> None:
    """Move the places in training beside a shift that got other times or another team."""
    names = set(changed) & set(FOLLOWED)
    if not names:
        return
    shift = Shift.objects.get(pk=_number(subject))
    for place in _beside(shift.pk):
        new = {name: getattr(shift, name) for name in names}
        change_shift(shift=place, by=by, at=at, **new)


def end_with_neighbour(
    *, subject: str, by: Account, at: datetime, reason: str = "", **_event: Any
) -> None:
    """Let the places in training beside a shift lapse with it: nobody learns alone."""
    for place in _beside(_number(subject)):
        cancel_shift(shift=place, reason=reason or _("de dienst ernaast vervalt"), by=by, at=at)


def _beside(shift_id: int) -> list[Shift]:
    rows = Shift.objects.filter(beside_id=shift_id).exclude(state=ShiftState.CANCELLED)
    return list(rows.order_by("pk"))


def _number(subject: str) -> int:
    return int(subject.removeprefix("shift:"))
