"""What is withheld from a month's wage by the white month table, to the cent.

Source: Belastingdienst, Rekenvoorschriften voor de geautomatiseerde loonadministratie.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import CENTS_PER_EURO, Rounding, rounded
from flexpool.parameters import Value
from flexpool.pay.explanation import Line
from flexpool.pay.figures import rate
from flexpool.pay.taxes import payslip_lines
from flexpool.pay.taxes.age import TaxAge
from flexpool.pay.taxes.brackets import InBracket, in_brackets
from flexpool.pay.taxes.credits import Credit, elderly_credit, general_credit, labour_credit
from flexpool.refusal import Impossible

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Payslip:
    """What is withheld from one month's wage.

    Parameters
    ----------
    month_wage
        Taxable wage of the month in cents: after the employee's pension premium.
    year_wage
        The wage of a year by which the table reckons, in euros.
    table_figures
        The figures that made it.
    brackets, brackets_figure
        That wage per bracket, and the figure that says so.
    general, elderly, labour
        The credits before rounding; `elderly` only from AOW age.
    """

    month_wage: int
    year_wage: Fraction
    table_figures: tuple[Value, ...]
    brackets: tuple[InBracket, ...]
    brackets_figure: Value
    general: Credit
    elderly: Credit | None
    labour: Credit

    @property
    def without_credit(self) -> int:
        """What is withheld without the credits (loonheffingskorting), in cents."""
        return _a_month(self._tax)

    @property
    def with_credit(self) -> int:
        """What is withheld with the credits, in cents."""
        return _a_month(self._before_labour - self._labour_used)

    @property
    def labour_credit(self) -> int:
        """The labour credit in `with_credit`, as far as the others left tax to lower; in cents."""
        return _a_month(self._labour_used)

    @property
    def in_table(self) -> bool:
        """Whether the wage is at most the last one of the table."""
        return self.table_figures[0].name.endswith("table_step")

    @property
    def explanation(self) -> Line:
        """How the amount withheld with credits came about."""
        return payslip_lines.explanation(self)

    @property
    def _tax(self) -> int:
        return sum(math.floor(part.tax) for part in self.brackets)

    @property
    def _before_labour(self) -> int:
        others = (self.general, self.elderly) if self.elderly else (self.general,)
        return max(0, self._tax - sum(math.ceil(credit.amount) for credit in others))

    @property
    def _labour_used(self) -> int:
        return min(self._before_labour, math.ceil(self.labour.amount))


def payslip_tax(month_wage: int, on: date, age: TaxAge = TaxAge.UNDER_AOW) -> Payslip:
    """Give what is withheld from a month's taxable wage, in cents, on a day in that month.

    Raises
    ------
    ValueError, NoFigureForDate
        When the wage is negative; when a figure is not known for the year and age.

    Examples
    --------
    >>> payslip_tax(300_150, date(2026, 3, 1)).with_credit
    38858
    """
    if month_wage < 0:
        raise Impossible(
            "month_wage",
            "een maandloon kan niet onder nul zijn",
            "a month's wage cannot be negative",
        )
    year_wage, table_figures = _year_wage(month_wage, on)
    return Payslip(
        month_wage,
        year_wage,
        table_figures,
        *in_brackets(year_wage, age, on),
        general=general_credit(year_wage, age, on),
        elderly=None if age is TaxAge.UNDER_AOW else elderly_credit(year_wage, on),
        labour=labour_credit(year_wage, age, on),
    )


def _year_wage(month_wage: int, on: date) -> tuple[Fraction, tuple[Value, ...]]:
    """Give the wage of a year: down to a step of the table, exact above its last row."""
    step, step_figure = rate("payslip.table_step", on)
    last, last_figure = rate("payslip.table_last_wage", on)
    exact = Fraction(month_wage * MONTHS, CENTS_PER_EURO)
    if exact > last:
        return exact, (last_figure,)
    return exact // step * step, (step_figure,)


def _a_month(euros_of_a_year: int) -> int:
    return rounded(Fraction(euros_of_a_year * CENTS_PER_EURO, MONTHS), Rounding.HALF_UP)
