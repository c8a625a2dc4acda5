"""Counting what a planner does for a shift. An action is one thing sent: a form, an answer, a file.

All that one person wrote at one moment is one action. An action for several shifts at once counts
for each of them in equal parts. Its minutes are the time since the last thing that the same person
wrote; after a pause nobody knows when the work began, so such an action counts no minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

MOST_ACTIONS = 3
"""What a standard open shift may take at most."""
PAUSE_MINUTES = 10
"""Longer than this between two actions is a pause, or other work."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Somebody wrote something about a shift."""

    shift_id: int
    actor_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Spent:
    """What one shift took: actions, known minutes, and the part of the actions without minutes."""

    actions: Fraction = Fraction(0)
    minutes: Fraction = Fraction(0)
    untimed: Fraction = Fraction(0)

    def __add__(self, other: Spent) -> Spent:
        return Spent(
            self.actions + other.actions,
            self.minutes + other.minutes,
            self.untimed + other.untimed,
        )


@dataclass(slots=True)
class Effort:
    """What the filled shifts of one source took together."""

    shifts: int = 0
    spent: Spent = Spent()
    within: int = 0

    def take(self, one: Spent) -> None:
        """Count one filled shift."""
        self.shifts += 1
        self.spent += one
        self.within += one.actions <= MOST_ACTIONS

    def add(self, other: Effort) -> None:
        """Count what another one counted."""
        self.shifts += other.shifts
        self.spent += other.spent
        self.within += other.within

    @property
    def actions(self) -> Fraction:
        """Actions per filled shift."""
        return self._each(self.spent.actions)

    @property
    def minutes(self) -> Fraction:
        """Known minutes per filled shift."""
        return self._each(self.spent.minutes)

    @property
    def untimed(self) -> Fraction:
        """Which part of the actions came after a pause, and so counts no minutes."""
        every = self.spent.actions
        return self.spent.untimed / every if every else Fraction(0)

    def _each(self, amount: Fraction) -> Fraction:
        return amount / self.shifts if self.shifts else Fraction(0)


def spent(
    writings: Iterable[Writing],
    moments: Mapping[int, Iterable[datetime]],
    ends: Mapping[int, datetime],
) -> dict[int, Spent]:
    """Give for each shift of `ends` what was done for it up to when it was filled.

    `moments` are all the moments at which each person wrote anything, about whatever.
    """
    times = {actor: _minutes(sorted(set(known))) for actor, known in moments.items()}
    shifts: dict[tuple[int, datetime], set[int]] = defaultdict(set)
    for one in writings:
        shifts[(one.actor_id, one.at)].add(one.shift_id)
    found = dict.fromkeys(ends, Spent())
    for (actor_id, at), touched in shifts.items():
        share = Fraction(1, len(touched))
        minutes = times.get(actor_id, {}).get(at)
        part = Spent(share, share * (minutes or 0), share if minutes is None else Fraction(0))
        for shift_id in touched:
            if shift_id in ends and at <= ends[shift_id]:
                found[shift_id] += part
    return found


def _minutes(moments: list[datetime]) -> dict[datetime, Fraction | None]:
    """Give the minutes since the moment before; nothing after a pause."""
    found: dict[datetime, Fraction | None] = {}
    before: datetime | None = None
    for at in moments:
        known = before is not None and at - before <= timedelta(minutes=PAUSE_MINUTES)
        found[at] = (
            Fraction((at - before) // timedelta(seconds=1), 60) if known and before else None
        )
        before = at
    return found
