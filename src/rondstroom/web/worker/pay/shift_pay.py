"""What one shift pays: gross with the allowance for irregular hours, and about how much net."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from flexpool.money import Rounding, times
from flexpool.parameters import NoFigureForDate
from flexpool.pay.ort.allowance import Allowance, HourlyWage, shift_allowance
from flexpool.pay.ort.bands import NoSuchBands
from flexpool.pay.ort.minutes import ShareNotKnown
from flexpool.pay.ort.pauses import break_in_the_middle
from flexpool.pay.taxes import payslip_tax
from flexpool.periods import Period

if TYPE_CHECKING:
    from rondstroom.rooms.demand.models import Shift

MINUTES_HOUR = 60
WEEKS_A_MONTH = Fraction(52, 12)
NO_WAGE = HourlyWage(cents=0)


@dataclass(frozen=True, slots=True)
class KnownWage:
    """What the worker told: hourly wage in cents, the tax credit, and contract minutes a week."""

    hourly_cents: int
    has_tax_credit: bool
    minutes_per_week: int

    @property
    def month_cents(self) -> int:
        """What the contract pays a month without this shift."""
        hours = Fraction(self.minutes_per_week, MINUTES_HOUR) * WEEKS_A_MONTH
        return times(self.hourly_cents, hours, Rounding.HALF_UP)


@dataclass(frozen=True, slots=True)
class ShiftPay:
    """What a shift pays, in cents; what is not known is None.

    Parameters
    ----------
    allowance
        The irregular hours per percentage; None when no source tells for this cao and day.
    wage
        The hours at the hourly wage; None when the worker told no wage.
    net
        What is left after the tax that is withheld, when this shift comes on top of the contract;
        without pension premium.
    """

    allowance: Allowance | None
    wage: int | None
    net: int | None

    @property
    def gross(self) -> int | None:
        """Wage and allowance together; None as long as one of them is not known."""
        if self.wage is None or self.allowance is None:
            return None
        return self.wage + self.allowance.cents

    @property
    def leans_on_secondary(self) -> bool:
        """Whether the percentages come from a secondary source only."""
        return self.allowance is not None and self.allowance.explanation.leans_on_secondary

    @property
    def shares(self) -> list[tuple[Fraction, int]]:
        """The percentages above nothing, each with its minutes."""
        lines = self.allowance.lines if self.allowance else ()
        return [(line.share, line.minutes) for line in lines if line.share]


def pay_of(shift: Shift, known: KnownWage | None) -> ShiftPay:
    """Give what a shift pays; the break, of which the time is not known, lies in the middle."""
    period = Period(shift.starts_at, shift.ends_at)
    pause = break_in_the_middle(period, shift.break_minutes)
    hourly = HourlyWage(cents=known.hourly_cents) if known else NO_WAGE
    allowance = _allowance(shift.organisation.cao, period, pause, hourly)
    if known is None:
        return ShiftPay(allowance, None, None)
    hours = Fraction(period.minutes - shift.break_minutes, MINUTES_HOUR)
    wage = times(known.hourly_cents, hours, Rounding.HALF_UP)
    if allowance is None:
        return ShiftPay(None, wage, None)
    return ShiftPay(allowance, wage, net_of(wage + allowance.cents, known, period.local_day()))


def net_of(gross: int, known: KnownWage, on: date) -> int | None:
    """Give what is left of an amount on top of the month's wage; None without figures of then."""
    try:
        alone = payslip_tax(known.month_cents, on)
        together = payslip_tax(known.month_cents + gross, on)
    except NoFigureForDate:
        return None
    if known.has_tax_credit:
        return gross - (together.with_credit - alone.with_credit)
    return gross - (together.without_credit - alone.without_credit)


def _allowance(
    cao: str, period: Period, pause: tuple[Period, ...], wage: HourlyWage
) -> Allowance | None:
    try:
        return shift_allowance(cao, period, pause, wage)
    except (NoSuchBands, NoFigureForDate, ShareNotKnown):
        return None
