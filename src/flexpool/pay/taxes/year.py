"""The income tax of a year in box 1, after the credits.

Amounts go in and come out in cents of a year:

* `taxable` is income from work and home (box 1), after the pension premium and deductions;
* `earned` is income from current work (arbeidsinkomen), for the self-employed the profit before
  deductions; as `taxable` when not given;
* `all_boxes` is the income of all boxes (verzamelinkomen); as `taxable` when not given.

>>> yearly_tax(2026, 36_000_00).tax
465775
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import CENTS_PER_EURO
from flexpool.parameters import Value
from flexpool.pay.explanation import Line
from flexpool.pay.taxes import year_lines
from flexpool.pay.taxes.age import TaxAge
from flexpool.pay.taxes.brackets import InBracket, in_brackets
from flexpool.pay.taxes.credits import (
    NOTHING,
    Credit,
    combination_credit,
    elderly_credit,
    general_credit,
    labour_credit,
    single_elderly_credit,
)
from flexpool.pay.taxes.lines import exact_cents
from flexpool.refusal import Impossible


@dataclass(frozen=True, slots=True)
class YearlyTax:
    """The tax of a year. Amounts are cents, rounded from the exact amount, half a cent up.

    Parameters
    ----------
    taxable
        Taxable income of box 1, in cents.
    brackets, brackets_figure
        That income per bracket, and the figure that says so.
    general, labour
        The credits everybody has.
    elderly
        The credits from AOW age.
    combination
        The IACK, for who has it.
    """

    taxable: int
    brackets: tuple[InBracket, ...]
    brackets_figure: Value
    general: Credit
    labour: Credit
    elderly: tuple[Credit, ...]
    combination: Credit | None

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Every credit, as far as it is due, also beyond the tax."""
        others = (self.combination,) if self.combination else ()
        return (self.general, self.labour, *self.elderly, *others)

    @property
    def exact_before_credits(self) -> Fraction:
        """Exact euros of tax before the credits."""
        return sum((part.tax for part in self.brackets), NOTHING)

    @property
    def tax(self) -> int:
        """Due after the credits; never below zero, since credits are not paid out."""
        reduction = sum((credit.amount for credit in self.credits), NOTHING)
        return exact_cents(max(NOTHING, self.exact_before_credits - reduction))

    @property
    def net(self) -> int:
        """What is left of the taxable income."""
        return self.taxable - self.tax

    @property
    def general_credit(self) -> int:
        """The algemene heffingskorting, also beyond the tax."""
        return exact_cents(self.general.amount)

    @property
    def labour_credit(self) -> int:
        """The arbeidskorting, also beyond the tax."""
        return exact_cents(self.labour.amount)

    @property
    def explanation(self) -> Line:
        """How the tax due came about."""
        return year_lines.explanation(self)


def yearly_tax(
    year: int,
    taxable: int,
    *,
    earned: int | None = None,
    all_boxes: int | None = None,
    age: TaxAge = TaxAge.UNDER_AOW,
    single_elderly: bool = False,
    combination: bool = False,
) -> YearlyTax:
    """Give the tax of a year; `combination` is whether somebody has the IACK.

    Raises
    ------
    ValueError, NoFigureForDate
        When an amount is negative; when a figure is not known for the year and age.
    """
    income = _euros("taxable", taxable)
    from_work = income if earned is None else _euros("earned", earned)
    total = income if all_boxes is None else _euros("all_boxes", all_boxes)
    on = date(year, 1, 1)
    return YearlyTax(
        taxable,
        *in_brackets(income, age, on),
        general=general_credit(total, age, on),
        labour=labour_credit(from_work, age, on),
        elderly=_elderly(total, age, on, single=single_elderly),
        combination=combination_credit(from_work, on) if combination else None,
    )


def _euros(field: str, cents: int) -> Fraction:
    if cents < 0:
        raise Impossible(
            field, "een inkomen kan niet onder nul zijn", "an income cannot be negative"
        )
    return Fraction(cents, CENTS_PER_EURO)


def _elderly(total: Fraction, age: TaxAge, on: date, *, single: bool) -> tuple[Credit, ...]:
    if age is TaxAge.UNDER_AOW:
        return ()
    return (elderly_credit(total, on), *((single_elderly_credit(on),) if single else ()))
