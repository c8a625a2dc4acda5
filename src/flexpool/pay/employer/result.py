"""What an employee costs, built up per year and per hour of care."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from flexpool.pay.explanation import Line
from flexpool.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WageOfYear:
    """The wage of one calendar year, in whole cents."""

    salary: int
    irregular: int
    holiday_allowance: int
    year_end_bonus: int
    other: int
    pension_employee: int
    """The employee's own pension premium."""
    pension_employer: int
    employee_pension: Line
    employer_pension: Line
    explanation: Line
    cautions: tuple[Text, ...] = ()
    """What is wrong with this wage, such as less than the minimum wage."""

    @property
    def gross(self) -> int:
        """Everything paid before pension and tax."""
        fixed = self.salary + self.holiday_allowance + self.year_end_bonus
        return fixed + self.irregular + self.other

    @property
    def taxable(self) -> int:
        """Gross less the own pension premium: the base of tax and of the premiums."""
        return self.gross - self.pension_employee

    @property
    def pension(self) -> int:
        """What employee and employer put aside together."""
        return self.pension_employee + self.pension_employer


@dataclass(frozen=True, slots=True)
class CostElement:
    """One element of the build-up.

    Parameters
    ----------
    key
        Stable name, such as `cost.unemployment`.
    what
        What it is, in words.
    year_cents
        Cents a year.
    hour_cents
        Cents per productive hour; the elements add up to the total to the cent.
    """

    key: str
    what: Text
    year_cents: int
    hour_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerCost:
    """What one employee costs in one calendar year, in whole cents."""

    wage: WageOfYear
    elements: tuple[CostElement, ...]
    """Gross wage first, in the order in which payroll shows them."""
    paid_hours: Fraction
    productive_hours: Fraction
    low_unemployment_premium: bool
    cautions: tuple[Text, ...]
    """What may change the outcome, such as the 30 % rule of the low unemployment premium."""
    explanation: Line

    @property
    def total(self) -> int:
        """Cents a year."""
        return int(self.explanation.find("cost.year").amount)

    @property
    def per_productive_hour(self) -> int:
        """Cents for each hour of care."""
        return int(self.explanation.amount)
