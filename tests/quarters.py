"""A slow and obvious picture of a roster: every quarter of an hour by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from flexpool.periods import AMSTERDAM
from flexpool.staffing import Shift

QUARTER = timedelta(minutes=15)
HOUR = 4
DAY = 24 * HOUR
FREE_AFTER = 30 * DAY


class Quarters:
    """A roster as a row of quarters, each at work or free, with a long free time after it."""

    def __init__(self, shifts: Sequence[Shift]) -> None:
        self.origin = min(shift.period.starts_at for shift in shifts)
        end = max(shift.period.ends_at for shift in shifts)
        self.at_work = [False] * (self.number(end) + FREE_AFTER)
        for shift in shifts:
            first, last = self.number(shift.period.starts_at), self.number(shift.period.ends_at)
            self.at_work[first:last] = [True] * (last - first)

    def number(self, moment: datetime) -> int:
        return round((moment - self.origin) / QUARTER)

    def moment(self, number: int) -> datetime:
        return self.origin + number * QUARTER

    def free_stretches(self, start: int, end: int) -> list[tuple[int, int]]:
        """Find the free stretches by walking over every quarter."""
        stretches, since = [], None
        for number in range(start, end):
            if self.at_work[number]:
                if since is not None:
                    stretches.append((since, number))
                since = None
            elif since is None:
                since = number
        return [*stretches, (since, end)] if since is not None else stretches

    def spells(self) -> list[tuple[int, int]]:
        """Find from the first to the last quarter of each dienst: 8 hours of rest lie between."""
        worked = [number for number, at_work in enumerate(self.at_work) if at_work]
        cuts = [(a, b) for a, b in pairwise(worked) if b - a - 1 >= 8 * HOUR]
        starts = [worked[0], *(b for _a, b in cuts)]
        ends = [*(a + 1 for a, _b in cuts), worked[-1] + 1]
        return list(zip(starts, ends, strict=True))

    def night_quarters(self, spell: tuple[int, int]) -> int:
        clock = (self.moment(n).astimezone(AMSTERDAM) for n in range(*spell) if self.at_work[n])
        return sum(moment.hour < 6 for moment in clock)

    def clock(self, number: int) -> datetime:
        """Give the Dutch wall clock at a quarter."""
        return self.moment(number).astimezone(AMSTERDAM)
