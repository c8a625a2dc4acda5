"""Two or more jobs, all year long: what the payslips withhold, against the tax of the year.

The credits may be applied by one employer only; the others withhold without them, and each reckons
as if its wage were the only one. The tax of the year looks at all wages together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flexpool.pay.explanation import Line
from flexpool.pay.taxes.age import TaxAge
from flexpool.pay.taxes.payslip import MONTHS, Payslip, payslip_tax
from flexpool.pay.taxes.year import YearlyTax, yearly_tax
from flexpool.pay.wording import formula
from flexpool.refusal import Impossible
from flexpool.text import Text


@dataclass(frozen=True, slots=True)
class TwoJobs:
    """A year of payslips and the assessment after it; amounts in cents.

    Parameters
    ----------
    payslips
        The payslip of a month, per job.
    credit_at
        The job, counted from 0, whose employer applies the credits.
    year
        The tax over all wages together.
    """

    payslips: tuple[Payslip, ...]
    credit_at: int
    year: YearlyTax

    @property
    def withheld(self) -> int:
        """What all employers withhold in the year."""
        return sum(self._of_a_month(job) for job in range(len(self.payslips))) * MONTHS

    @property
    def still_due(self) -> int:
        """What the assessment still asks; below zero is money back."""
        return self.year.tax - self.withheld

    @property
    def explanation(self) -> Line:
        """How the payslips and the year differ."""
        return Line(
            key="two_jobs",
            what=Text("Bij te betalen over het jaar", "Still due over the year"),
            amount=self.still_due,
            formula=formula("{} - {}", self.year.tax, self.withheld),
            parts=(
                self.year.explanation,
                *(self._line(job) for job in range(len(self.payslips))),
            ),
        )

    def _of_a_month(self, job: int) -> int:
        payslip = self.payslips[job]
        return payslip.with_credit if job == self.credit_at else payslip.without_credit

    def _line(self, job: int) -> Line:
        credit = job == self.credit_at
        payslip = self.payslips[job].explanation
        without = tuple(payslip.find(f"wage_tax.{key}") for key in ("year_wage", "tax"))
        return Line(
            key=f"two_jobs.job_{job + 1}",
            what=Text(
                f"Loonheffing baan {job + 1}, {'met' if credit else 'zonder'} heffingskorting",
                f"Wage tax of job {job + 1}, {'with' if credit else 'without'} the credits",
            ),
            amount=self._of_a_month(job) * MONTHS,
            formula=formula("12 x {}", self._of_a_month(job)),
            parts=(payslip,) if credit else without,
        )


def two_jobs(
    year: int,
    month_wages: Sequence[int],
    *,
    credit_at: int = 0,
    age: TaxAge = TaxAge.UNDER_AOW,
) -> TwoJobs:
    """Set the payslips against the year; wages are taxable and per month, in cents.

    Raises
    ------
    ValueError, NoFigureForDate
        When there is no job `credit_at`, counted from 0, or a wage is negative; when a figure is
        not known for the year and age.
    """
    if not 0 <= credit_at < len(month_wages):
        raise Impossible(
            "credit_at",
            f"er is geen baan {credit_at} van de {len(month_wages)}",
            f"there is no job {credit_at} among {len(month_wages)}",
        )
    payslips = tuple(payslip_tax(wage, date(year, 1, 1), age) for wage in month_wages)
    return TwoJobs(payslips, credit_at, yearly_tax(year, sum(month_wages) * MONTHS, age=age))
