"""What a self-employed care worker pays over the profit: income tax and health contribution."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import CENTS_PER_EURO, Rounding, times
from flexpool.parameters import lookup
from flexpool.pay.explanation import Line
from flexpool.pay.figures import cents, rate
from flexpool.pay.self_employed.profit import Deductions
from flexpool.pay.self_employed.situation import SelfEmployment
from flexpool.pay.taxes import YearlyTax, yearly_tax
from flexpool.pay.wording import WHOLE_CENTS, formula, percent
from flexpool.text import Text

ADJUSTMENT = "self_employed.tariff_adjustment"
ADJUSTED = Text("Tariefsaanpassing aftrekposten", "Tariff adjustment of deductions")
NOT_HIGH = Text("geen aftrek in de hoogste schijf", "no deductions in the highest bracket")


@dataclass(frozen=True, slots=True)
class Levies:
    """Taxable income, income tax and health contribution, each as a line in cents."""

    taxable: Line
    income_tax: Line
    health: Line


def levies(work: SelfEmployment, profit: int, deductions: Deductions, on: date) -> Levies:
    """Give what is due over a profit.

    The labour credit counts over the profit before deductions; the contribution over the taxable
    income, up to its maximum.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known.
    """
    taxable = _taxable(work, deductions)
    tax = yearly_tax(
        work.year,
        int(taxable.amount),
        earned=max(profit, 0),
        combination=work.combination,
    )
    adjustment = _tariff_adjustment(int(taxable.amount), deductions.total, on)
    return Levies(
        taxable=taxable,
        income_tax=_income_tax(tax, adjustment),
        health=_health(int(taxable.amount), on),
    )


def _taxable(work: SelfEmployment, deductions: Deductions) -> Line:
    profit = int(deductions.explanation.amount)
    pension = work.pension_saving_cents if work.pension_is_deductible else 0
    return Line(
        "self_employed.taxable",
        Text("Belastbaar inkomen", "Taxable income"),
        max(profit - work.disability_premium_cents - pension, 0),
        formula=formula("max({} - {} - {}; {})", profit, work.disability_premium_cents, pension, 0),
        parts=(deductions.explanation,),
    )


def _income_tax(tax: YearlyTax, adjustment: Line) -> Line:
    extra = int(adjustment.amount)
    return Line(
        "self_employed.income_tax",
        Text("Inkomstenbelasting met tariefsaanpassing", "Income tax with the tariff adjustment"),
        tax.tax + extra,
        formula=formula("{} + {}", tax.tax, extra),
        parts=(tax.explanation, adjustment),
    )


def _tariff_adjustment(taxable: int, deducted: int, on: date) -> Line:
    """Give back what deductions save above the highest rate at which they count.

    Only the part of the deductions that would have fallen in the highest bracket counts; the
    disability premium and pension saving are not among them.
    """
    brackets = lookup("pay.tax.brackets_under_aow", on)
    (highest_from, _), (_, highest_rate) = brackets.value[-2:]
    within = min(deducted, taxable + deducted - highest_from * CENTS_PER_EURO)
    if within <= 0:
        return Line(ADJUSTMENT, ADJUSTED, 0, formula=NOT_HIGH, figures=(brackets,))
    counted, counted_figure = rate("tax.deductions_max_rate", on)
    highest = Fraction(highest_rate)
    return Line(
        ADJUSTMENT,
        ADJUSTED,
        times(within, highest - counted, Rounding.HALF_UP),
        formula=formula("{} x ({} - {})", within, percent(highest), percent(counted)),
        figures=(brackets, counted_figure),
        rounding=WHOLE_CENTS,
    )


def _health(taxable: int, on: date) -> Line:
    share, share_figure = rate("self_employed.zvw_rate", on)
    most, most_figure = cents("self_employed.zvw_income_max", on)
    return Line(
        "self_employed.health_contribution",
        Text("Bijdrage Zorgverzekeringswet", "Contribution Health Insurance Act"),
        times(min(taxable, most), share, Rounding.HALF_UP),
        formula=formula("min({}; {}) x {}", taxable, most, percent(share)),
        figures=(share_figure, most_figure),
        rounding=WHOLE_CENTS,
    )
