"""The hours that are charged: from start to end, the break, and what the call rules add."""

from __future__ import annotations

from dataclasses import dataclass

from flexpool.pay.ort.pauses import break_in_the_middle
from flexpool.periods import Period


@dataclass(frozen=True, slots=True)
class LentWork:
    """One shift that somebody worked, or that was called off too late and must be paid.

    Parameters
    ----------
    period
        From start to end, break included.
    break_minutes
        Unpaid; taken to lie in the middle, as its time is not registered.
    topped_up_minutes
        Minutes that the call rules add to a short call; paid without allowance.

    Raises
    ------
    ValueError
        When the break is as long as the work, or a number is below zero.
    """

    period: Period
    break_minutes: int = 0
    topped_up_minutes: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.break_minutes < self.period.minutes:
            raise ValueError("break_minutes: a break is shorter than the work around it")
        if self.topped_up_minutes < 0:
            raise ValueError("topped_up_minutes: minutes are not negative")

    @property
    def minutes(self) -> int:
        """Paid minutes."""
        return self.period.minutes - self.break_minutes + self.topped_up_minutes

    @property
    def breaks(self) -> tuple[Period, ...]:
        """The break as a period."""
        return break_in_the_middle(self.period, self.break_minutes)
