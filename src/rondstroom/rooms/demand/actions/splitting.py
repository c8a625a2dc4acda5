"""Cutting a shift in two, and taking that back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand.actions.change import change_shift
from rondstroom.rooms.demand.actions.create import Draft, in_utc, save, when
from rondstroom.rooms.demand.actions.publish import cancel_shift
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account


class UnableToSplit(journal.UnableToAct):
    """The moment lies outside the shift, or the shift is not one that can be cut or joined."""


@journal.patient
@transaction.atomic
def split_shift(
    *, shift: Shift, cut_at: datetime, keep_last: bool = False, by: Account, at: datetime
) -> Shift:
    """Cut a shift in two at a moment; give the new shift, which nobody is on.

    Whoever is on the shift keeps the first part, or with `keep_last` the last. The break goes to
    the longer part. Together the parts stay the work that the team's demand or a file asked.
    Journal: `demand.shift.changed` and `demand.shift.created`; who has the shift in a roster
    reacts to the first and may refuse.
    """
    row = Shift.objects.select_for_update().get(pk=shift.pk)
    cut = in_utc(cut_at)
    _check(row, cut)
    whole = (row.whole_starts_at or row.starts_at, row.whole_ends_at or row.ends_at)
    halves = [(row.starts_at, cut), (cut, row.ends_at)]
    longer = max(halves, key=lambda half: half[1] - half[0])
    kept, other = reversed(halves) if keep_last else halves
    pauses = {half: row.break_minutes if half == longer else 0 for half in halves}
    made = _other_part(row, other, pauses[other], by, at)
    changes = {"starts_at": kept[0], "ends_at": kept[1], "break_minutes": pauses[kept]}
    change_shift(shift=row, by=by, at=at, **changes)
    Shift.objects.filter(pk__in=[row.pk, made.pk]).update(
        whole_starts_at=whole[0], whole_ends_at=whole[1], follows_demand=False
    )
    shift.refresh_from_db()
    made.refresh_from_db()
    return made


def _check(row: Shift, cut: datetime) -> None:
    words = {"start": when(row.starts_at), "end": when(row.ends_at)}
    if row.state == ShiftState.CANCELLED:
        raise UnableToSplit(
            _("De dienst van %(start)s is vervallen. Maak een nieuwe dienst.") % words
        )
    if row.beside_id is not None:
        raise UnableToSplit(
            _("Op de dienst van %(start)s loopt iemand mee. Knip de dienst ernaast.") % words
        )
    if not row.starts_at < cut < row.ends_at:
        raise UnableToSplit(
            _("Knippen kan alleen tussen %(start)s en %(end)s. Kies een tijd daartussen.") % words,
            code="cut",
        )


def _other_part(
    row: Shift, half: tuple[datetime, datetime], pause: int, by: Account, at: datetime
) -> Shift:
    """Make the part that becomes a shift of its own; in a file it has no number."""
    same = ("team", "function", "places", "sign_up", "reason", "remarks", "tasks", "state")
    asked = {name: getattr(row, name) for name in same} | {"skills": row.skills.all()}
    asked |= {"starts_at": half[0], "ends_at": half[1], "break_minutes": pause}
    return save([Draft.of(asked)], by=by, at=at)[0]


@journal.patient
@transaction.atomic
def join_shift(*, shift: Shift, part: Shift, by: Account, at: datetime) -> None:
    """Make two parts that touch one shift again; `part` lapses, whoever is on `shift` stays.

    Journal: `demand.shift.cancelled` for the part, `demand.shift.changed` for the shift.
    """
    first, last = sorted(
        Shift.objects.select_for_update().filter(pk__in=[shift.pk, part.pk]),
        key=lambda one: one.starts_at,
    )
    are_parts = first.whole_starts_at is not None and (
        first.whole_starts_at,
        first.ends_at,
        first.team_id,
    ) == (last.whole_starts_at, last.starts_at, last.team_id)
    if not are_parts or ShiftState.CANCELLED in {first.state, last.state}:
        raise UnableToSplit(
            _("De delen van de dienst van %(start)s passen niet meer aan elkaar. Wijzig ze zelf.")
            % {"start": when(first.starts_at)}
        )
    cancel_shift(shift=part, reason=_("weer één dienst"), by=by, at=at)
    pause = first.break_minutes + last.break_minutes
    whole = {"starts_at": first.starts_at, "ends_at": last.ends_at, "break_minutes": pause}
    change_shift(shift=shift, by=by, at=at, **whole)
    _whole_again(shift)


def _whole_again(shift: Shift) -> None:
    """Let a shift that is whole follow the demand as it did before it was cut."""
    if (shift.starts_at, shift.ends_at) == (shift.whole_starts_at, shift.whole_ends_at):
        shift.whole_starts_at = shift.whole_ends_at = None
        shift.follows_demand = bool(shift.demand_key)
        shift.save(update_fields=["whole_starts_at", "whole_ends_at", "follows_demand"])
