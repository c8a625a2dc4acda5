"""What a lasting worker and hired workers cost over time for the same hours of care."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.pay.employer.result import EmployerCost
from flexpool.pay.explanation import Line
from flexpool.pay.ownership.situation import HireOffer
from flexpool.pay.ownership.vat import GroundInWords
from flexpool.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class HirePrice:
    """What one hired hour costs, in whole cents.

    `per_hour = wage + fee + vat + extra`.
    """

    offer: HireOffer
    vat_at_stake: int
    """The VAT that is due after all when the chosen ground does not hold; 0 without a ground."""
    ground: GroundInWords
    explanation: Line

    @property
    def wage(self) -> int:
        """Wage or tariff, times the factor."""
        return self._part("wage")

    @property
    def fee(self) -> int:
        """The fee for secondment or the intermediary's margin."""
        return self._part("fee")

    @property
    def vat(self) -> int:
        """VAT, which an exempt care organisation cannot deduct."""
        return self._part("vat")

    @property
    def extra(self) -> int:
        """The organisation's own cost of planning and quality."""
        return self._part("extra")

    @property
    def per_hour(self) -> int:
        """What the organisation pays for one hired hour."""
        return int(self.explanation.amount)

    @property
    def above_wage(self) -> int:
        """What agency, lender or intermediary gets beyond wage or tariff, without VAT."""
        return self.wage + self.fee - self.offer.base_cents - self.offer.irregular_cents

    def _part(self, kind: str) -> int:
        return int(self.explanation.find(f"hire.{kind}").amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOverTime:
    """One option over the whole period.

    Parameters
    ----------
    cumulative
        Cents spent until the end of each month, month 1 first.
    care_hours
        Hours of care given in the period; the same for every option.
    people
        How many people it takes one after another.
    """

    cumulative: tuple[int, ...]
    care_hours: Fraction
    people: int

    @property
    def total(self) -> int:
        """Cents over the whole period."""
        return self.cumulative[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class HireOverTime:
    """One way of hiring over the whole period, against the lasting worker.

    Parameters
    ----------
    price
        The price of an hour.
    cost
        What it adds up to.
    vat_total
        VAT within that, in cents.
    per_care_hour
        Cents for each hour of care.
    break_even_month
        The first month from which, to the end of the period, the lasting worker has cost no more
        than this; None when that month does not come.
    explanation
        How the total came about.
    """

    price: HirePrice
    cost: CostOverTime
    vat_total: int
    per_care_hour: int
    break_even_month: int | None
    explanation: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnershipResult:
    """The total cost of ownership of the lasting worker, and of every way of hiring."""

    employer: EmployerCost
    lasting: CostOverTime
    lasting_per_care_hour: int
    hires: tuple[HireOverTime, ...]
    cautions: tuple[Text, ...]
    explanation: Line
