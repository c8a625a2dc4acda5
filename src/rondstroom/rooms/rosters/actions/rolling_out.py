"""Letting a team's shifts follow its demand over a period, as it was seen before."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries as shifts
from rondstroom.rooms.demand.actions.create import when
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.rosters.queries.assignments import filled_places
from rondstroom.rooms.rosters.queries.following import DemandChange, Following, demand_changes
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team


class UnableToFollowDemand(journal.UnableToAct):
    """The roster changed since it was looked at, or somebody rolls out at the same time."""


@patient
@transaction.atomic
def follow_demand(
    *, team: Team, starts_on: date, ends_on: date, seen: str, by: Account, at: datetime
) -> dict[Following, int]:
    """Add, widen, narrow and cancel shifts, so that they are what the team needs; give how many.

    `seen` is the mark of `queries.demand_changes` that was looked at; another one is refused. What
    is added is a draft. A shift in which people are is never narrowed below them nor cancelled.
    Journal: `rosters.demand.followed`.
    """
    found = demand_changes(team.pk, starts_on, ends_on, at)
    if found.mark != seen:
        raise UnableToFollowDemand(
            _("Het rooster van %(team)s is intussen veranderd. Kijk opnieuw wat er gebeurt.")
            % {"team": team.name},
            "changed",
        )
    _add([one for one in found.changes if one.what == Following.ADD], team, by, at)
    for one in found.changes:
        _follow(one, by, at)
    done = Counter(one.what for one in found.changes)
    journal.record(
        event="rosters.demand.followed",
        by=by,
        at=at,
        subject=f"team:{team.pk}",
        organisation_id=team.location.organisation_id,
        starts_on=starts_on.isoformat(),
        **{str(what): number for what, number in done.items()},
    )
    return dict(done)


def _add(changes: list[DemandChange], team: Team, by: Account, at: datetime) -> None:
    functions = {row.pk: row for row in skills.functions()}
    known = {row.pk: row for row in skills.skills()}
    asked: list[Any] = [
        {
            "team": team,
            "starts_at": one.starts_at,
            "ends_at": one.ends_at,
            "break_minutes": one.need.slot.break_minutes,
            "function": functions.get(one.need.slot.function or 0),
            "skills": [known[pk] for pk in one.need.slot.skills if pk in known],
            "places": one.after - one.before,
        }
        for one in changes
        if one.need is not None
    ]
    try:
        demand.create_from_demand(asked=asked, by=by, at=at)
    except demand.UnableToCreateShift as refusal:
        if refusal.code != "taken":
            raise
        raise UnableToFollowDemand(
            _("Iemand anders rolt de zorgvraag van %(team)s nu ook uit. Kijk opnieuw.")
            % {"team": team.name},
            "twice",
        ) from None


def _follow(one: DemandChange, by: Account, at: datetime) -> None:
    if one.shift is None or one.what == Following.STAYS:
        return
    if one.what == Following.CANCEL:
        _check_still_empty(one.shift)
        reason = _("de zorgvraag van het team veranderde")
        demand.cancel_shift(shift=one.shift, reason=reason, by=by, at=at)
    else:
        demand.change_shift(shift=one.shift, places=one.after, by=by, at=at)


def _check_still_empty(shift: Shift) -> None:
    """Refuse when somebody got a place since it was looked at; nobody else can from here on."""
    locked = shifts.locked_shift(shift.pk)
    if filled_places([locked.pk])[locked.pk]:
        raise UnableToFollowDemand(
            _("Op de dienst van %(when)s staat intussen iemand. Kijk opnieuw wat er gebeurt.")
            % {"when": when(locked.starts_at)},
            "changed",
        )
