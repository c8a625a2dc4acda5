"""Changing a shift."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand.actions.create import check, in_utc, line_about, when
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import actions as journal

if TYPE_CHECKING:
    from rondstroom.rooms.identity.models import Account

CHANGEABLE = frozenset(
    {
        "team",
        "starts_at",
        "ends_at",
        "break_minutes",
        "function",
        "skills",
        "places",
        "sign_up",
        "reason",
        "remarks",
        "tasks",
    }
)


class UnableToChangeShift(journal.UnableToAct):
    """The shift is over, or would be one that nobody can work."""


@journal.patient
@transaction.atomic
def change_shift(*, shift: Shift, by: Account, at: datetime, **changes: Any) -> list[str]:
    """Give a shift other times, places or words; give the names of what really changed.

    What may change: see `CHANGEABLE`. Journal: `demand.shift.changed` with these names, only when
    something changed; whoever has the shift in a roster reacts to that event and may refuse.
    """
    unknown = set(changes) - CHANGEABLE
    if unknown:
        raise TypeError(f"a shift cannot change {sorted(unknown)}")
    row = Shift.objects.select_for_update().get(pk=shift.pk)
    if row.state == ShiftState.CANCELLED:
        raise UnableToChangeShift(
            _("De dienst van %(start)s is vervallen. Maak een nieuwe dienst.")
            % {"start": when(row.starts_at)}
        )
    names = _apply(row, changes)
    if names:
        check(row, UnableToChangeShift)
        _save(row)
        lines = [line_about(row, changed=names)]
        journal.record_many(event="demand.shift.changed", by=by, at=at, lines=lines)
    shift.refresh_from_db()
    return names


def _save(row: Shift) -> None:
    """Write the row; the database keeps places that are taken (rosters, migration 0002)."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as refusal:
        if "rosters_shift_keeps_places" not in str(refusal):
            raise
        raise UnableToChangeShift(
            _("Op de dienst van %(start)s staan al meer dan %(places)d mensen. Haal iemand eraf.")
            % {"start": when(row.starts_at), "places": row.places},
            code="places",
        ) from refusal


def _apply(row: Shift, changes: dict[str, Any]) -> list[str]:
    """Put the new values in the row; give the names of those that differ."""
    changed = []
    for name, value in changes.items():
        if name == "skills":
            if {one.pk for one in value} != set(row.skills.values_list("pk", flat=True)):
                row.skills.set(value)
                changed.append(name)
            continue
        new = _plain(value)
        if getattr(row, name) != new:
            setattr(row, name, new)
            changed.append(name)
    if row.team.location.organisation_id != row.organisation_id:
        raise UnableToChangeShift(
            _("Team %(team)s is van een andere organisatie. Maak daar een nieuwe dienst.")
            % {"team": row.team.name}
        )
    return sorted(changed)


def _plain(value: Any) -> Any:
    """Give a value as it is kept: moments in UTC, words without stray spaces."""
    if isinstance(value, datetime):
        return in_utc(value)
    return value.strip() if isinstance(value, str) else value
