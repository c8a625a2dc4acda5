"""What one person's roster still has room for: rests, runs of days, nights, contract hours.

Stricter than the law, so that a roster laid shift by shift in order of time stays lawful whatever
follows. The law itself is judged by `flexpool.worktime`; the tests hold every roster against it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise

from rondstroom.demo.region.cover import Slot

REST = timedelta(hours=11)
REST_AFTER_NIGHTS = timedelta(hours=48)
WEEK = timedelta(days=7)
WEEKLY_REST = timedelta(hours=36)
DAYS_ON_END = 5
NIGHTS_ON_END = 4
SUNDAYS = 4  # of six


@dataclass(slots=True)
class Stamina:
    """The shifts laid for one person so far, in order of time."""

    minutes_per_week: int
    laid: list[Slot] = field(default_factory=list)
    minutes: int = 0

    def has_room(self, slot: Slot, monday: date) -> bool:
        """Tell whether the person can work this shift after those already laid."""
        if self.minutes + slot.minutes > self._allowed(slot.on, monday):
            return False
        if not self.laid:
            return True
        return self._rested(slot) and self._not_too_long_on_end(slot) and self._week_has_rest(slot)

    def lay(self, slot: Slot) -> None:
        """Put the shift on the roster."""
        self.laid.append(slot)
        self.minutes += slot.minutes

    def owed(self, on: date, monday: date) -> float:
        """Give the share of the contract up to a day that is still to be worked."""
        due = self.minutes_per_week * ((on - monday).days + 1) / 7
        return (due - self.minutes) / max(self.minutes_per_week, 1)

    def continues(self, slot: Slot) -> bool:
        """Tell whether the shift is like the one of the day before."""
        return bool(
            self.laid
            and self.laid[-1].part == slot.part
            and self.laid[-1].on == slot.on - timedelta(days=1)
        )

    def _allowed(self, on: date, monday: date) -> int:
        """Contract up to the end of this week, and half a shift that evens out later."""
        return self.minutes_per_week * ((on - monday).days // 7 + 1) + 240

    def _rested(self, slot: Slot) -> bool:
        last = self.laid[-1]
        end_of_nights = last.part == "night" and not self.continues(slot)
        return slot.starts_at - last.ends_at >= (REST_AFTER_NIGHTS if end_of_nights else REST)

    def _not_too_long_on_end(self, slot: Slot) -> bool:
        worked = {laid.on for laid in self.laid[-14:]}
        nights = {laid.on for laid in self.laid[-14:] if laid.part == "night"}
        if _run(worked, slot.on) >= DAYS_ON_END or _run(nights, slot.on) >= NIGHTS_ON_END:
            return False
        if slot.on.weekday() == 6:
            sundays = {laid.on for laid in self.laid if laid.on.weekday() == 6}
            return len(sundays) < SUNDAYS
        return True

    def _week_has_rest(self, slot: Slot) -> bool:
        """Tell whether every seven days from a shift's start still hold the weekly rest."""
        recent = [laid for laid in self.laid[-7:] if laid.starts_at + WEEK > slot.starts_at]
        return all(
            longest_rest([*recent[number:], slot], first.starts_at + WEEK) >= WEEKLY_REST
            for number, first in enumerate(recent)
        )


def longest_rest(laid: list[Slot], until: datetime) -> timedelta:
    """Give the longest rest between shifts in order of time, and after the last."""
    rests = [later.starts_at - earlier.ends_at for earlier, later in pairwise(laid)]
    return max([*rests, until - laid[-1].ends_at])


def _run(days: set[date], before: date) -> int:
    """Count the days on end up to a day."""
    length = 0
    while before - timedelta(days=length + 1) in days:
        length += 1
    return length
