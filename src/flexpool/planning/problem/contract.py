"""The rules about one worker's roster: limits, each hard or at a price, and what came before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limit:
    """A lowest and highest amount, and the price of each unit outside it.

    Parameters
    ----------
    minimum, maximum
        Bounds, both included; None is no bound.
    under_weight, over_weight
        Penalty per unit short or over; None means that the bound must hold.
    """

    minimum: int | None = None
    maximum: int | None = None
    under_weight: int | None = None
    over_weight: int | None = None

    def __post_init__(self) -> None:
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError(f"minimum {self.minimum} is above maximum {self.maximum}")
        for weight in (self.under_weight, self.over_weight):
            if weight is not None and weight < 0:
                raise ValueError(f"a weight cannot be negative: {weight}")

    def short(self, amount: int) -> int:
        """Give the units by which the amount stays below the minimum."""
        return 0 if self.minimum is None else max(0, self.minimum - amount)

    def excess(self, amount: int) -> int:
        """Give the units by which the amount exceeds the maximum."""
        return 0 if self.maximum is None else max(0, amount - self.maximum)


@dataclass(frozen=True, slots=True)
class History:
    """Where a worker stood on the eve of the first day.

    Parameters
    ----------
    kind
        The kind worked on the day before the first, "" when off.
    kind_run, work_run, off_run
        Days in a row, up to that eve, of this kind, of work, and off.
    nights
        Night shifts in a row up to that eve.
    assignments, minutes, weekends
        Totals of the same accounting period that count against the contract.
    week_minutes, week_days, month_minutes
        What was worked already in the calendar week and month of the first day.
    balance
        Minutes worked above (or, negative, below) what annual hours asked for so far.
    unsocial_minutes
        Minutes in evening, night and weekend in the period over which they are shared.
    recent_weekends
        Whether each of the last weekends was worked, the latest last.
    """

    kind: str = ""
    kind_run: int = 0
    work_run: int = 0
    off_run: int = 0
    nights: int = 0
    assignments: int = 0
    minutes: int = 0
    weekends: int = 0
    week_minutes: int = 0
    week_days: int = 0
    month_minutes: int = 0
    balance: int = 0
    unsocial_minutes: int = 0
    recent_weekends: tuple[bool, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.kind) != (self.work_run > 0) or (self.kind and self.off_run):
            raise ValueError("history: a kind goes with a run of work, no kind with days off")


@dataclass(frozen=True, slots=True)
class Notice:
    """How long ahead somebody on call is to be asked, and what it costs to ask or cancel later.

    Parameters
    ----------
    hours
        From the moment of planning to the start of the shift.
    call_weight
        Price of a shift given later than that; None when it may not be. A shift on a day on which
        the worker asked to work is no call.
    cancel_weight
        Price of a published shift taken away or changed later than that: its wage is due.
    """

    hours: int
    call_weight: int | None = None
    cancel_weight: int = 0

    def __post_init__(self) -> None:
        if min(self.hours, self.cancel_weight, self.call_weight or 0) < 0:
            raise ValueError("notice: hours and weights cannot be negative")


@dataclass(frozen=True, slots=True)
class FreeWeekends:
    """At least so many free weekends in every so many, one after the other.

    Parameters
    ----------
    least, of
        Free weekends in each row of `of` weekends that lies in the known past and the horizon.
    weight
        Price of each one missing in each row; None when it must hold.
    """

    least: int
    of: int
    weight: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.of or not self.of or (self.weight or 0) < 0:
            raise ValueError(f"free weekends: {self.least} of {self.of} cannot be")


@dataclass(frozen=True, slots=True)
class Contract:
    """The limits shared by all workers with one kind of contract; an absent limit does not bind.

    Parameters
    ----------
    minutes, assignments, weekends
        Totals over the whole horizon; a weekend counts when Saturday or Sunday is worked.
    week_minutes
        Minutes per calendar week that starts on Monday.
    week_days
        Days worked per calendar week.
    month_minutes
        Minutes per calendar month. A month that goes on after the horizon has no minimum yet.
    owed_minutes, balance
        Annual hours: minutes owed over the horizon, and the bounds of the balance at its end, which
        is that of the history, plus what is worked, less what is owed.
    free_weekends
        How many weekends in a row of them are free.
    notice
        Of a contract on call; None for any other.
    per_kind
        Shifts of one kind over the horizon.
    work_run, off_run, kind_run
        Days in a row at work, off, and on the same kind. A run that began in an unknown history
        or is still open at the last day is not held to its minimum.
    weekend_days
        Days worked in a weekend that is worked at all: minimum 2 is a complete weekend.
    night_run
        Night shifts in a row.
    rest_after_nights
        (nights in a row, minutes): so much rest must follow a series of at least so many nights.
    """

    id: str = ""
    minutes: Limit | None = None
    week_minutes: Limit | None = None
    assignments: Limit | None = None
    weekends: Limit | None = None
    weekend_days: Limit | None = None
    week_days: Limit | None = None
    month_minutes: Limit | None = None
    owed_minutes: int = 0
    balance: Limit | None = None
    free_weekends: FreeWeekends | None = None
    notice: Notice | None = None
    per_kind: Mapping[str, Limit] = field(default_factory=dict)
    work_run: Limit | None = None
    off_run: Limit | None = None
    kind_run: Mapping[str, Limit] = field(default_factory=dict)
    night_run: Limit | None = None
    rest_after_nights: tuple[int, int] | None = None
