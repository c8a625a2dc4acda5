"""Annual hours: what is owed, worked and planned, and what a shift more does to the balance.

The wage is the same each month, so this is no on-call contract (BW 7:628a(9)). What becomes of
plus and minus hours at the end of the year is for the collective agreement or the contract; no
figure of it is sourced here, and nothing is reckoned with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from flexpool.contracts.rule import Finding, Rule, Weight
from flexpool.contracts.wording import hours, signed_hours
from flexpool.money import Rounding, rounded
from flexpool.text import Text

PLUS = Rule(
    "contracts.annual-plus",
    "2.1 jaaruren",
    "BW 7:628a(9)",
    Text("Niet meer plusuren dan afgesproken", "No more plus hours than agreed"),
    Text(
        "Wat boven de jaaruren uitkomt, blijft binnen de afgesproken ruimte. Gemeten wordt waar "
        "het jaar op uitkomt als na het rooster het gemiddelde gewerkt wordt.",
        "What goes beyond the annual hours stays within the corridor agreed. Measured is where "
        "the year ends when after the roster the average is worked.",
    ),
)
MINUS = Rule(
    "contracts.annual-minus",
    "2.1 jaaruren",
    "BW 7:628a(9)",
    Text("Niet meer minuren dan afgesproken", "No more minus hours than agreed"),
    Text(
        "Wat onder de jaaruren blijft, blijft binnen de afgesproken ruimte. Het loon gaat door, "
        "dus uren die niet gepland worden kosten geld.",
        "What stays below the annual hours stays within the corridor agreed. The wage goes on, so "
        "hours that are not planned cost money.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualHours:
    """What was agreed for a year, and the days of it on which the contract holds.

    Parameters
    ----------
    minutes
        Minutes to work in the whole year, leave already taken off.
    plus, minus
        The corridor: minutes that the year may end above and below that.
    starts_on, ends_on
        First day of the contract in the year, and the first day no longer.
    """

    minutes: int
    plus: int
    minus: int
    starts_on: date
    ends_on: date

    def __post_init__(self) -> None:
        if min(self.minutes, self.plus, self.minus) < 0:
            raise ValueError("annual hours: minutes are not negative")
        if not self.starts_on < self.ends_on <= date(self.starts_on.year + 1, 1, 1):
            raise ValueError("annual hours: the days are in order and within one year")

    @property
    def owed(self) -> int:
        """Minutes to work on the days of the contract: the part of the year that it holds."""
        return self.due(self.ends_on)

    @property
    def per_day(self) -> Fraction:
        """Minutes that each calendar day of the year stands for."""
        year = self.starts_on.year
        return Fraction(self.minutes, (date(year + 1, 1, 1) - date(year, 1, 1)).days)

    def due(self, until: date) -> int:
        """Give the minutes due before a day, spread evenly."""
        days = (min(max(until, self.starts_on), self.ends_on) - self.starts_on).days
        return rounded(days * self.per_day, Rounding.HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """How the minutes of a year were and will be spent.

    Parameters
    ----------
    worked, planned
        Minutes worked before the day of asking, and planned from that day on.
    absent_days, absent_days_ahead
        Days of absence without work, before that day and from it on; each counts as the average.
    planned_until
        The first day after the last one planned; the day of asking when nothing is.
    """

    worked: int = 0
    planned: int = 0
    absent_days: int = 0
    absent_days_ahead: int = 0
    planned_until: date


@dataclass(frozen=True, slots=True)
class Balance:
    """Where somebody stands on a day, in minutes."""

    agreed: AnnualHours
    spent: Spent
    on: date

    @property
    def absence(self) -> int:
        """Minutes of absence so far, at the average of a day."""
        return self._average(self.spent.absent_days)

    @property
    def so_far(self) -> int:
        """Above, or below zero under, what was due before this day."""
        return self.spent.worked + self.absence - self.agreed.due(self.on)

    @property
    def filled(self) -> int:
        """Minutes of the year that are worked, absent or planned."""
        ahead = self._average(self.spent.absent_days_ahead)
        return self.spent.worked + self.absence + self.spent.planned + ahead

    @property
    def to_fill(self) -> int:
        """Minutes still to plan this year; none when more than all is filled."""
        return max(0, self.agreed.owed - self.filled)

    @property
    def forecast(self) -> int:
        """Where the year ends when the average is worked after the roster."""
        return self.filled - self.agreed.due(max(self.on, self.spent.planned_until))

    @property
    def beyond(self) -> int:
        """Minutes by which the forecast leaves the corridor: above zero plus, below zero minus."""
        return max(0, self.forecast - self.agreed.plus) + min(0, self.forecast + self.agreed.minus)

    def _average(self, days: int) -> int:
        return rounded(days * self.agreed.per_day, Rounding.HALF_UP)


def with_shift(balance: Balance, minutes: int, until: date) -> Balance:
    """Give the balance when a shift is planned as well; `until` is the day after it."""
    spent = balance.spent
    more = replace(
        spent,
        planned=spent.planned + minutes,
        planned_until=max(spent.planned_until, until, balance.on),
    )
    return replace(balance, spent=more)


def annual_findings(balance: Balance) -> tuple[Finding, ...]:
    """Find that a year ends outside the corridor, before it does."""
    beyond = balance.beyond
    if not beyond:
        return ()
    ends = signed_hours(balance.forecast)
    room = balance.agreed.plus if beyond > 0 else balance.agreed.minus
    much, left = hours(room), hours(balance.to_fill)
    cure = (
        Text("Plan minder diensten, of spreek vrije tijd af.", "Plan fewer shifts, or time off.")
        if beyond > 0
        else Text(
            f"Bied diensten aan: er is nog {left.nl} uur te plannen.",
            f"Offer shifts: {left.en} hours are still to be planned.",
        )
    )
    return (
        Finding(
            rule=PLUS if beyond > 0 else MINUS,
            weight=Weight.COSTS,
            message=Text(
                f"Het jaar komt uit op {ends.nl} uur; de ruimte is {much.nl} uur.",
                f"The year ends at {ends.en} hours; the corridor is {much.en} hours.",
            ),
            cure=cure,
            due_on=balance.agreed.ends_on,
            minutes=abs(beyond),
        ),
    )
