"""What a year of self-employment brings in, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.money import Rounding, rounded
from flexpool.parameters import Value
from flexpool.pay.explanation import Line
from flexpool.pay.self_employed.situation import WorkingYear
from flexpool.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Presumption:
    """The rate below which the law is expected to presume employment: a fact, no verdict.

    Parameters
    ----------
    threshold_cents
        The rate an hour.
    figure
        Where it is written, from when it is expected to hold, and how sure we are.
    below
        Whether the rate lies under it.
    """

    threshold_cents: int
    figure: Value
    below: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfEmployedIncome:
    """One year of self-employment; every amount in whole cents a year unless it says otherwise.

    `profit = turnover - intermediary - business_costs` and
    `net = profit - income_tax - health_contribution - disability_premium - pension_saving`.
    """

    working_year: WorkingYear
    meets_hours_test: bool
    """Whether enough hours are spent for the self-employed and starter's deductions."""
    presumption: Presumption | None
    """None when no figure is known for the year."""
    cautions: tuple[Text, ...]
    """What this result does not say, the legal form first."""
    explanation: Line

    @property
    def turnover(self) -> int:
        """Without VAT."""
        return self._part("turnover")

    @property
    def intermediary(self) -> int:
        """What an intermediary keeps of it."""
        return self._part("intermediary")

    @property
    def business_costs(self) -> int:
        """Without disability insurance and pension."""
        return self._part("business_costs")

    @property
    def profit(self) -> int:
        """Turnover less the intermediary's part and the business costs; may be a loss."""
        return self._part("profit")

    @property
    def self_employed_deduction(self) -> int:
        """The zelfstandigenaftrek; 0 without enough hours."""
        return self._part("deduction")

    @property
    def starter_deduction(self) -> int:
        """The startersaftrek; 0 without enough hours."""
        return self._part("starter_deduction")

    @property
    def profit_exemption(self) -> int:
        """The exemption of part of the profit (mkb-winstvrijstelling)."""
        return self._part("profit_exemption")

    @property
    def taxable_income(self) -> int:
        """What the tax and the contribution are due over."""
        return self._part("taxable")

    @property
    def tariff_adjustment(self) -> int:
        """What deductions in the highest bracket give back; part of the income tax."""
        return self._part("tariff_adjustment")

    @property
    def income_tax(self) -> int:
        """After the tax credits, the tariff adjustment included."""
        return self._part("income_tax")

    @property
    def health_contribution(self) -> int:
        """The own contribution under the Health Insurance Act (Zvw)."""
        return self._part("health_contribution")

    @property
    def disability_premium(self) -> int:
        """Premium of the disability insurance (AOV)."""
        return self._part("disability_premium")

    @property
    def pension_saving(self) -> int:
        """What is put aside for the pension."""
        return self._part("pension_saving")

    @property
    def net(self) -> int:
        """What is left after tax, contribution, disability insurance and pension saving."""
        return self._part("net")

    @property
    def net_per_paid_hour(self) -> int | None:
        """Net cents for each hour that clients pay; None without such hours."""
        return per_hour(self.net, self.working_year.paid_hours)

    @property
    def net_per_hour_spent(self) -> int | None:
        """Net cents for each hour spent, paid or not; None without hours."""
        return per_hour(self.net, self.working_year.hours_spent)

    def _part(self, kind: str) -> int:
        return int(self.explanation.find(f"self_employed.{kind}").amount)


def per_hour(cents: int, hours: Fraction) -> int | None:
    """Give cents for each of a number of hours, half a cent up; None without hours."""
    return rounded(Fraction(cents) / hours, Rounding.HALF_UP) if hours else None
