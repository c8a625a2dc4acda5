"""The special rate (bijzonder tarief) over holiday allowance, year-end bonus and back pay.

Its percentage belongs to the taxable wage of the year before, from the same employer.

>>> special_rate_tax(300_000, 4_000_000, date(2026, 5, 1)).withheld
126030
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import CENTS_PER_EURO, Rounding, as_text, times
from flexpool.parameters import Value, lookup
from flexpool.pay.explanation import Line
from flexpool.pay.taxes.age import TaxAge
from flexpool.pay.wording import formula, percent
from flexpool.refusal import Impossible
from flexpool.text import Text

DOWN = Text("naar beneden op hele centen", "down to whole cents")


@dataclass(frozen=True, slots=True)
class SpecialRate:
    """What is withheld from a special payment, in cents, and by which rate."""

    payment: int
    withheld: int
    rate: Fraction
    row_from: int
    """First euro of last year's wage in the row that was used."""
    figure: Value

    @property
    def explanation(self) -> Line:
        """How the amount withheld came about."""
        row = as_text(self.row_from * CENTS_PER_EURO), as_text(self.row_from * CENTS_PER_EURO, "en")
        return Line(
            key="special_rate",
            what=Text(
                f"Bijzonder tarief (jaarloon vanaf {row[0]})",
                f"Special rate (last year's wage from {row[1]})",
            ),
            amount=self.withheld,
            formula=formula("{} x {}", self.payment, percent(self.rate)),
            figures=(self.figure,),
            rounding=DOWN,
        )


def special_rate_tax(
    payment: int,
    wage_of_last_year: int,
    on: date,
    *,
    with_credit: bool = True,
    age: TaxAge = TaxAge.UNDER_AOW,
) -> SpecialRate:
    """Give what is withheld from a payment on a day, with or without the credits; in cents.

    Raises
    ------
    ValueError, NoFigureForDate, NoSuchFigure
        When an amount is negative; when the table of that year or age is not known.
    """
    for field, amount in (("payment", payment), ("wage_of_last_year", wage_of_last_year)):
        if amount < 0:
            raise Impossible(
                field, "een bedrag kan niet onder nul zijn", "an amount cannot be negative"
            )
    figure = lookup(f"pay.payslip.special_rate_{age}", on)
    whole_euros = wage_of_last_year // CENTS_PER_EURO
    first, without, with_credits = max(row for row in figure.value if row[0] <= whole_euros)
    rate = Fraction(with_credits if with_credit else without)
    return SpecialRate(payment, times(payment, rate, Rounding.DOWN), rate, first, figure)
