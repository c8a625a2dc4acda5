"""Letting a team's shifts follow its demand over a period, as it was seen before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand import queries as shifts
from rondstroom.rooms.demand.actions.create import when
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.journal import actions as journal
from rondstroom.rooms.journal.actions import patient
from rondstroom.rooms.rosters.queries.assignments import filled_places
from rondstroom.rooms.rosters.queries.following import DemandChange, Following, demand_changes
from rondstroom.rooms.skills import queries as skills

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift
    from rondstroom.rooms.identity.models import Account
    from rondstroom.rooms.organisations.models import Team


@dataclass(frozen=True, slots=True)
class Followed:
    """What rolling out did: how many of each kind, and which, so that it can be taken back."""

    counts: dict[Following, int]
    added: tuple[int, ...] = ()
    resized: tuple[tuple[int, int], ...] = ()
    lapsed: tuple[int, ...] = ()


class UnableToFollowDemand(journal.UnableToAct):
    """The roster changed since it was looked at, or somebody rolls out at the same time."""


@patient
@transaction.atomic
def follow_demand(
    *, team: Team, starts_on: date, ends_on: date, seen: str, by: Account, at: datetime
) -> Followed:
    """Add, widen, narrow and cancel shifts, so that they are what the team needs; give what.

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
    added = _add([one for one in found.changes if one.what == Following.ADD], team, by, at)
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
    return _followed(dict(done), added, found.changes)


def _followed(
    done: dict[Following, int], added: list[Shift], changes: list[DemandChange]
) -> Followed:
    told = [(one.what, one.shift, one.before) for one in changes if one.shift is not None]
    resized = {Following.MORE, Following.FEWER}
    return Followed(
        done,
        tuple(one.pk for one in added),
        tuple((one.pk, before) for what, one, before in told if what in resized),
        tuple(one.pk for what, one, _before in told if what == Following.CANCEL),
    )


@patient
@transaction.atomic
def take_back_demand(
    *, team: Team, followed: Followed, by: Account, at: datetime
) -> dict[Following, int]:
    """Let the shifts of a team be what they were before it was rolled out.

    What was added lapses unless somebody got a place in it: then nothing is taken back. What lapsed
    comes back as a new shift of the same kind, open when it was open; who asked for the old one
    asks anew. Journal: `rosters.demand.taken-back`.
    """
    known = shifts.shifts([*followed.added, *(pk for pk, _b in followed.resized), *followed.lapsed])
    if any(one.team_id != team.pk for one in known.values()):
        raise UnableToFollowDemand(_("Deze diensten zijn niet van %s.") % team.name, "other-team")
    for pk in followed.added:
        if known[pk].state != ShiftState.CANCELLED:
            _check_still_empty(known[pk])
            reason = _("het uitrollen is ongedaan gemaakt")
            demand.cancel_shift(shift=known[pk], reason=reason, by=by, at=at)
    for pk, before in followed.resized:
        demand.change_shift(shift=known[pk], places=before, by=by, at=at)
    _bring_back([known[pk] for pk in followed.lapsed], by, at)
    journal.record(
        event="rosters.demand.taken-back",
        by=by,
        at=at,
        subject=f"team:{team.pk}",
        organisation_id=team.location.organisation_id,
        **{str(what): number for what, number in followed.counts.items()},
    )
    return followed.counts


def _bring_back(lapsed: list[Shift], by: Account, at: datetime) -> None:
    """Make shifts like those that lapsed; a past one stays away, nobody can work it any more."""
    coming = [one for one in lapsed if one.starts_at > at]
    made = demand.create_from_demand(asked=[_like(one) for one in coming], by=by, at=at)
    was_open = [new.pk for new, old in zip(made, coming, strict=True) if old.published_at]
    if was_open:
        demand.publish_shifts(shift_ids=was_open, by=by, at=at)


def _like(shift: Shift) -> Any:
    same = ("team", "starts_at", "ends_at", "break_minutes", "function", "places", "sign_up")
    return {name: getattr(shift, name) for name in (*same, "reason", "remarks")} | {
        "skills": list(shift.skills.all())
    }


def _add(changes: list[DemandChange], team: Team, by: Account, at: datetime) -> list[Shift]:
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
        return demand.create_from_demand(asked=asked, by=by, at=at)
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
