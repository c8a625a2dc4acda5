"""A neutral planning restriction: what may be asked of a person, and until when; never why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flexpool.periods import Period
from flexpool.worktime.clock import seconds, wall_clock


@dataclass(frozen=True, slots=True)
class Restriction:
    """A protected schedule for a time (ATW 4:5-4:8); the reason is not recorded.

    Parameters
    ----------
    starts_on, ends_on
        First day, and the day after the last.
    shorter_hours
        The lower limits per dienst and on average apply.
    nights
        False when night diensten may not be asked.
    off
        Periods in which no work at all may be asked.
    """

    starts_on: date
    ends_on: date
    shorter_hours: bool = True
    nights: bool = False
    off: tuple[Period, ...] = ()

    def __post_init__(self) -> None:
        if self.ends_on <= self.starts_on:
            raise ValueError(f"a restriction must end after {self.starts_on}, not {self.ends_on}")

    def covers(self, second: int) -> bool:
        """Tell whether it applies at a moment."""
        return self.start <= second < self.end

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies wholly within it."""
        return self.start <= start and end <= self.end

    @property
    def start(self) -> int:
        """First second."""
        return wall_clock(self.starts_on.toordinal(), 0)

    @property
    def end(self) -> int:
        """Second after the last."""
        return wall_clock(self.ends_on.toordinal(), 0)

    @property
    def stretches_off(self) -> tuple[tuple[int, int], ...]:
        """The periods without work, in seconds."""
        return tuple((seconds(period.starts_at), seconds(period.ends_at)) for period in self.off)
