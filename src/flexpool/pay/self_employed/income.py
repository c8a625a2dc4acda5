"""What a year of self-employment brings in, after tax and what employment would include."""

from __future__ import annotations

from datetime import date

from flexpool.pay.explanation import Line
from flexpool.pay.self_employed.cautions import cautions, presumption
from flexpool.pay.self_employed.profit import OWN_INPUT, profit_line, taxable_profit
from flexpool.pay.self_employed.result import SelfEmployedIncome
from flexpool.pay.self_employed.situation import SelfEmployment
from flexpool.pay.self_employed.tax import Levies, levies
from flexpool.pay.wording import formula
from flexpool.text import Text


def self_employed_income(work: SelfEmployment) -> SelfEmployedIncome:
    """Give what a year of self-employment in care brings in; never a legal verdict.

    Parameters
    ----------
    work
        Rate, weeks, hours, costs and provisions.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known; the text names it.
    """
    on = date(work.year, 1, 1)
    profit = profit_line(work)
    deductions = taxable_profit(work, profit, on)
    due = levies(work, int(profit.amount), deductions, on)
    return SelfEmployedIncome(
        working_year=work.working_year,
        meets_hours_test=deductions.meets_hours_test,
        presumption=presumption(work.rate_cents, on),
        cautions=cautions(work, deducts=deductions.meets_hours_test),
        explanation=_net(work, profit, due),
    )


def _net(work: SelfEmployment, profit: Line, due: Levies) -> Line:
    insurance = Line(
        "self_employed.disability_premium",
        Text("Arbeidsongeschiktheidsverzekering (AOV)", "Disability insurance"),
        work.disability_premium_cents,
        formula=OWN_INPUT,
    )
    pension = Line(
        "self_employed.pension_saving",
        Text("Opzij voor het pensioen", "Put aside for the pension"),
        work.pension_saving_cents,
        formula=OWN_INPUT,
    )
    taken = (due.income_tax, due.health, insurance, pension)
    amounts = [int(profit.amount), *(int(line.amount) for line in taken)]
    return Line(
        "self_employed.net",
        Text("Netto per jaar", "Net a year"),
        amounts[0] - sum(amounts[1:]),
        formula=formula("{} - {} - {} - {} - {}", *amounts),
        parts=(due.taxable, *taken),
    )
