"""From turnover to the taxable profit of a self-employed care worker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, times
from flexpool.pay.explanation import Line, LineUnit
from flexpool.pay.figures import cents, rate
from flexpool.pay.self_employed.situation import SelfEmployment
from flexpool.pay.wording import WHOLE_CENTS, formula, number, percent
from flexpool.text import Text

OWN_INPUT = Text("eigen opgave", "your own input")
TOO_FEW_HOURS = Text("te weinig uren voor deze aftrek", "too few hours for this deduction")
NOT_A_STARTER = Text("geen starter", "not a starter")


def profit_line(work: SelfEmployment) -> Line:
    """Give the profit before deductions; below zero when the costs are higher than the turnover."""
    turnover = _turnover(work)
    kept = times(int(turnover.amount), work.intermediary_share, Rounding.HALF_UP)
    intermediary = Line(
        "self_employed.intermediary",
        Text("Deel van de bemiddelaar", "The intermediary's part"),
        kept,
        formula=formula("{} x {}", int(turnover.amount), percent(work.intermediary_share)),
        rounding=WHOLE_CENTS,
    )
    costs = Line(
        "self_employed.business_costs",
        Text("Bedrijfskosten", "Business costs"),
        work.business_costs_cents,
        formula=OWN_INPUT,
    )
    parts = (turnover, intermediary, costs)
    amounts = [int(part.amount) for part in parts]
    return Line(
        "self_employed.profit",
        Text("Winst", "Profit"),
        amounts[0] - sum(amounts[1:]),
        formula=formula("{} - {} - {}", *amounts),
        parts=parts,
    )


def _turnover(work: SelfEmployment) -> Line:
    year = work.working_year
    hours = Line(
        "self_employed.paid_hours",
        Text("Uren die klanten betalen", "Hours that clients pay"),
        year.paid_hours,
        LineUnit.HOURS,
        formula=formula(
            "(52 - {} - {} - {}) x {}",
            *map(number, (year.holiday_weeks, year.sick_weeks, year.empty_weeks)),
            number(year.paid_hours_per_week),
        ),
    )
    return Line(
        "self_employed.turnover",
        Text("Omzet zonder btw", "Turnover without VAT"),
        times(work.rate_cents, year.paid_hours, Rounding.HALF_UP),
        formula=formula("{} x {}", number(year.paid_hours), work.rate_cents),
        rounding=WHOLE_CENTS,
        parts=(hours,),
    )


@dataclass(frozen=True, slots=True)
class Deductions:
    """What is taken off the profit before tax, in whole cents, and the taxable profit's line."""

    meets_hours_test: bool
    total: int
    explanation: Line


def taxable_profit(work: SelfEmployment, profit: Line, on: date) -> Deductions:
    """Take deductions and exemption off the profit; a loss has none.

    Raises
    ------
    NoFigureForDate
        When a deduction that is due is not known for the year.
    """
    hours, enough = _hours_test(work, on)
    deducted = _deducted(work, max(int(profit.amount), 0), on, enough=enough)
    amounts = [int(line.amount) for line in deducted]
    explanation = Line(
        "self_employed.taxable_profit",
        Text("Belastbare winst", "Taxable profit"),
        int(profit.amount) - sum(amounts),
        formula=formula("{} - {} - {} - {}", int(profit.amount), *amounts),
        parts=(profit, hours, *deducted),
    )
    return Deductions(meets_hours_test=enough, total=sum(amounts), explanation=explanation)


def _deducted(work: SelfEmployment, profit: int, on: date, *, enough: bool) -> tuple[Line, ...]:
    """Give both deductions and the exemption; each takes from what the one before it left."""
    own = _deduction("deduction", profit, on) if enough else _no("deduction", TOO_FEW_HOURS)
    left = profit - int(own.amount)
    if enough and work.starter:
        starter = _deduction("starter_deduction", left, on)
    else:
        starter = _no("starter_deduction", NOT_A_STARTER if enough else TOO_FEW_HOURS)
    return own, starter, _exemption(left - int(starter.amount), on)


def _hours_test(work: SelfEmployment, on: date) -> tuple[Line, bool]:
    needed, figure = rate("self_employed.hours_needed", on)
    spent = work.working_year.hours_spent
    line = Line(
        "self_employed.hours_spent",
        Text("Uren voor het bedrijf", "Hours spent on the business"),
        spent,
        LineUnit.HOURS,
        formula=formula("{} + {} + {}; {}", *_kinds_of_hours(work), _needed(needed)),
        figures=(figure,),
    )
    return line, spent >= needed


def _kinds_of_hours(work: SelfEmployment) -> Iterator[Text]:
    year = work.working_year
    return map(number, (year.paid_hours, year.administration_hours, year.training_hours))


def _needed(hours: Fraction) -> Text:
    told = number(hours)
    return Text(f"nodig: {told.nl}", f"needed: {told.en}")


DEDUCTIONS = {
    "deduction": Text("Zelfstandigenaftrek", "Deduction for the self-employed"),
    "starter_deduction": Text("Startersaftrek", "Deduction for starters"),
}


def _deduction(name: str, profit: int, on: date) -> Line:
    amount, figure = cents(f"self_employed.{name}", on)
    return Line(
        f"self_employed.{name}",
        DEDUCTIONS[name],
        min(profit, amount),
        formula=formula("min({}; {})", profit, amount),
        figures=(figure,),
    )


def _no(name: str, why: Text) -> Line:
    return Line(f"self_employed.{name}", DEDUCTIONS[name], 0, formula=why)


def _exemption(left: int, on: date) -> Line:
    share, figure = rate("self_employed.profit_exemption", on)
    return Line(
        "self_employed.profit_exemption",
        Text("Mkb-winstvrijstelling", "Exemption of profit"),
        times(left, share, Rounding.HALF_UP),
        formula=formula("{} x {}", left, percent(share)),
        figures=(figure,),
        rounding=WHOLE_CENTS,
    )
