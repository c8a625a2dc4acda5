"""What work there is: kinds of shift, and how many of each are wanted on each day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flexpool.periods import Period, at
from flexpool.staffing import Shift, ShiftKind

MINUTES_PER_DAY = 1440


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of shift. In a region every open shift may be a kind of its own.

    Parameters
    ----------
    id
        Its name, unique in the problem.
    minutes
        Working minutes that it counts for.
    starts, ends
        Minutes after midnight of the day it is rostered on; `ends` exceeds 1440 when it runs over
        midnight. None when only the succession is known, as in the public benchmarks.
    break_minutes, organisation, shift_kind
        What the working-time law needs to know of it.
    place, team, function
        Where, with whom and as what it is worked: for travel, familiar faces and substitution.
    skill
        Skill that a worker must hold, "" for none.
    unsocial_minutes
        Minutes that fall in evening or night on a working day; on Saturday and Sunday all count.
    is_night
        Whether it counts as a night shift in series of nights.
    not_next_day
        Kinds that may not follow on the next day.
    """

    id: str
    minutes: int
    starts: int | None = None
    ends: int | None = None
    break_minutes: int = 0
    organisation: str = ""
    shift_kind: ShiftKind = ShiftKind.WORK
    place: str = ""
    function: str = ""
    skill: str = ""
    is_night: bool = False
    not_next_day: frozenset[str] = frozenset()
    team: str = ""
    unsocial_minutes: int = 0

    def __post_init__(self) -> None:
        if not self.id or not 0 <= self.unsocial_minutes <= self.minutes:
            raise ValueError(
                f"kind {self.id!r}: needs an id, minutes of 0 or more, and unsocial ones among them"
            )
        if (self.starts is None) != (self.ends is None):
            raise ValueError(f"kind {self.id}: start and end go together")
        if self.starts is not None and self.ends is not None:
            within = 0 <= self.starts < MINUTES_PER_DAY
            if not within or not self.starts < self.ends <= self.starts + 2 * MINUTES_PER_DAY:
                raise ValueError(f"kind {self.id}: {self.starts}-{self.ends} is not a shift")

    def shift_on(self, day: date) -> Shift:
        """Give the shift as it is worked on a Dutch calendar day.

        Raises
        ------
        ValueError
            When the kind has no times.
        """
        if self.starts is None or self.ends is None:
            raise ValueError(f"kind {self.id} has no times")
        return Shift(
            Period(_moment(day, self.starts), _moment(day, self.ends)),
            break_minutes=self.break_minutes,
            kind=self.shift_kind,
            organisation=self.organisation,
            shift_id=self.id,
        )


def _moment(day: date, minutes: int) -> datetime:
    """Give the moment so many wall-clock minutes after a midnight."""
    days, minute = divmod(minutes, MINUTES_PER_DAY)
    return at(day + timedelta(days=days), time(*divmod(minute, 60)))


@dataclass(frozen=True, slots=True)
class Demand:
    """How many are wanted on a day, on a kind, with a skill.

    Parameters
    ----------
    day
        Day of the horizon, 0 is the first.
    minimum, minimum_weight
        Fewest; the price of each one short, None when it must hold.
    optimum, under_weight, over_weight
        Wanted number, and the price of each one below and above it.
    maximum
        Most, always hard; None for no bound.
    """

    day: int
    kind: str
    skill: str = ""
    minimum: int = 0
    minimum_weight: int | None = None
    optimum: int = 0
    under_weight: int = 0
    over_weight: int = 0
    maximum: int | None = None

    def __post_init__(self) -> None:
        counts = (self.minimum, self.optimum, self.under_weight, self.over_weight)
        if min(counts) < 0 or (self.maximum is not None and self.maximum < self.minimum):
            raise ValueError(f"demand for {self.kind} on day {self.day}: impossible numbers")
        if self.minimum_weight is not None and self.minimum_weight < 0:
            raise ValueError(f"demand for {self.kind} on day {self.day}: negative weight")
