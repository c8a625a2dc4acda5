"""What rolling out a team's demand would do; nothing that people are on is dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from flexpool.periods import at as moment
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.rosters.queries.assignments import filled_places

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift


class Following(StrEnum):
    """What happens to one piece of work."""

    ADD = "add"
    MORE = "more"
    FEWER = "fewer"
    CANCEL = "cancel"
    STAYS = "stays"


@dataclass(frozen=True, slots=True)
class DemandChange:
    """One change: places from `before` to `after`; `shift` is none for what is added.

    `stays` is work no longer needed in which people are: a person decides about them.
    """

    what: Following
    starts_at: datetime
    ends_at: datetime
    before: int
    after: int
    filled: int = 0
    need: demand.Needed | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class DemandChanges:
    """All changes in order of time, and how much is right already."""

    changes: list[DemandChange]
    right: int

    @property
    def mark(self) -> str:
        """A fingerprint: what was seen before it is done must be what is done."""
        text = "|".join(
            f"{one.what}:{one.starts_at.isoformat()}:{one.shift.pk if one.shift else ''}"
            f":{one.before}:{one.after}:{one.filled}"
            for one in self.changes
        )
        return sha256(text.encode()).hexdigest()[:16]


def demand_changes(team_id: int, starts_on: date, ends_on: date, at: datetime) -> DemandChanges:
    """Give what must change so that a team's shifts are what it needs; five queries.

    Shifts made by hand or read from a file count as cover, and are never touched; what has begun
    is left alone.
    """
    first = max(moment(starts_on, time()), at)
    last = moment(ends_on + timedelta(days=1), time())
    needs = {
        one.identity: one
        for one in demand.needed(team_id, starts_on, ends_on)
        if one.identity[0] > first
    }
    there: dict[object, list[Shift]] = {identity: [] for identity in needs}
    here = demand.shifts_of_team(team_id, first, last)
    for shift in demand.without_last_parts(demand.without_training(here)):
        there.setdefault(demand.identity_of(shift), []).append(shift)
    filled = filled_places(shift.pk for shifts in there.values() for shift in shifts)
    changes: list[DemandChange] = []
    right = 0
    for identity, shifts in there.items():
        change = _change(needs.get(identity), shifts, filled)  # type: ignore[call-overload]
        if change is None:
            right += identity in needs
        else:
            changes.append(change)
    return DemandChanges(sorted(changes, key=lambda one: (one.starts_at, one.ends_at)), right)


def _change(
    need: demand.Needed | None, shifts: Iterable[Shift], filled: dict[int, int]
) -> DemandChange | None:
    """Give what happens to the same work, of which one shift at most follows the demand."""
    known = list(shifts)
    have, want = sum(one.places for one in known), need.slot.places if need else 0
    ours = next((one for one in known if one.follows_demand), None)
    if ours is None:
        if need is None or have >= want:
            return None
        starts_at, ends_at, *_rest = need.identity
        return DemandChange(Following.ADD, starts_at, ends_at, have, want, need=need)
    wanted = max(ours.places + want - have, 0)
    if wanted == ours.places:
        return None
    taken = filled[ours.pk]
    what = _what(ours.places, wanted, taken)
    return DemandChange(what, ours.starts_at, ours.ends_at, ours.places, wanted, taken, need, ours)


def _what(before: int, after: int, filled: int) -> Following:
    if after > before:
        return Following.MORE
    if filled > after:
        return Following.STAYS
    return Following.FEWER if after else Following.CANCEL
