"""What a number of contract hours brings in, and how two numbers of hours differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, times
from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.explanation import Line
from flexpool.text import Text

A_MONTH = Fraction(1, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One year at one number of contract hours; every amount in whole cents a year.

    `disposable = net_wage + partner_net + benefits - child_care_cost - travel`.
    """

    hours: Fraction
    salary: int
    irregular: int
    holiday_allowance: int
    year_end_bonus: int
    pension: int
    """The employee's own pension premium."""
    pension_total: int
    """What employee and employer pay together for the pension."""
    tax: int
    partner_net: int
    """The partner's income after tax; 0 without a partner."""
    health_care: int
    rent: int
    child_budget: int
    child_care: int
    child_care_cost: int
    """What the child care itself costs, before the benefit."""
    travel: int
    explain: Callable[[], Line] = field(compare=False, repr=False)
    """Gives the explanation; a curve has many outcomes, of which people ask a few to explain."""

    @property
    def explanation(self) -> Line:
        """How the year came about, line by line."""
        return self.explain()

    @property
    def gross(self) -> int:
        """Salary, irregular hours, holiday allowance and year-end bonus."""
        return self.salary + self.irregular + self.holiday_allowance + self.year_end_bonus

    @property
    def taxable(self) -> int:
        """Gross less the own pension premium."""
        return self.gross - self.pension

    @property
    def net_wage(self) -> int:
        """What is left of the wage after pension and tax."""
        return self.taxable - self.tax

    @property
    def benefits(self) -> int:
        """The four benefits together."""
        return self.health_care + self.rent + self.child_budget + self.child_care

    @property
    def child_care_net(self) -> int:
        """What child care costs after its benefit."""
        return self.child_care_cost - self.child_care

    @property
    def disposable(self) -> int:
        """What the household can spend."""
        costs = self.child_care_cost + self.travel
        return self.net_wage + self.partner_net + self.benefits - costs

    def month(self, amount: str) -> int:
        """Give a yearly amount by its name as cents a month, such as `month("disposable")`."""
        return times(getattr(self, amount), A_MONTH, Rounding.HALF_UP)


@dataclass(frozen=True, slots=True)
class BenefitChange:
    """How one benefit differs between now and wanted, in cents a month."""

    name: BenefitName
    now_month: int
    wanted_month: int

    @property
    def difference_month(self) -> int:
        """Cents a month more, or less when negative."""
        return self.wanted_month - self.now_month


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to do at once, such as to tell Dienst Toeslagen, and from when it counts."""

    text: Text
    counts_from: date | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Contract hours between which little is kept of what is earned more.

    Parameters
    ----------
    from_hours, to_hours
        Where it begins and ends; beyond the end more stays again, if it `turns`.
    kept
        Which share of the extra gross the household keeps over the whole stretch; below zero
        when it has less to spend.
    """

    from_hours: Fraction
    to_hours: Fraction
    kept: Fraction
    turns: bool
    """Whether it turns within the hours of the curve."""


@dataclass(frozen=True, slots=True)
class HoursResult:
    """The answer: now, wanted, everything between, and what it means.

    Parameters
    ----------
    now, wanted
        The two years compared.
    curve
        One outcome per whole hour, with now and wanted among them, fewest hours first.
    net_per_extra_hour
        Cents the household has more to spend for each hour more (or less); None at equal hours.
    kept
        Which share of the extra gross the household keeps; None at equal gross.
    changes
        The four benefits, now and wanted.
    notices
        What to tell whom.
    hard_truths
        Where more hours hardly pay, fewest hours first.
    pension_difference
        Cents a year that employee and employer put into the pension more, or less.
    explanation
        The two calculations, line by line.
    """

    now: Outcome
    wanted: Outcome
    curve: tuple[Outcome, ...]
    net_per_extra_hour: int | None
    kept: Fraction | None
    changes: tuple[BenefitChange, ...]
    notices: tuple[Notice, ...]
    hard_truths: tuple[Stretch, ...]
    pension_difference: int
    explanation: Line

    @property
    def hard_truths_between(self) -> tuple[Stretch, ...]:
        """The stretches that now and wanted lie in or have between them."""
        low, high = sorted((self.now.hours, self.wanted.hours))
        return tuple(s for s in self.hard_truths if s.from_hours < high and s.to_hours > low)

    @property
    def turns_at(self) -> Fraction | None:
        """From how many hours more stays again; None when it pays, or does not turn."""
        turning = [stretch for stretch in self.hard_truths_between[-1:] if stretch.turns]
        return turning[0].to_hours if turning else None
