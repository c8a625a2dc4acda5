"""One year at one number of contract hours: from wage to what the household can spend."""

from __future__ import annotations

from fractions import Fraction

from flexpool.pay.benefits.entitlements import benefits
from flexpool.pay.benefits.household import Household
from flexpool.pay.hours.contract import Contract
from flexpool.pay.hours.household_at import (
    child_care_cost,
    has_young_child,
    household_at,
    tax_age_of,
    travel_cost,
)
from flexpool.pay.hours.outcome import Outcome
from flexpool.pay.hours.year_lines import YearAt
from flexpool.pay.taxes.year import YearlyTax, yearly_tax


def outcome_at(contract: Contract, hours: Fraction) -> Outcome:
    """Give the year at a number of contract hours a week.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known; the text names it.
    AowInThisYear
        When the AOW age is reached within the year.
    """
    wage, pension = contract.wage(hours), contract.pension(hours)
    home = household_at(contract.situation, hours, wage.gross - pension.employee)
    own, partner = _taxes(home)
    found = benefits(home)
    year = YearAt(contract, hours, wage, pension, own, partner, home, tuple(found.values()))
    return Outcome(
        hours=hours,
        salary=wage.salary,
        irregular=wage.irregular,
        holiday_allowance=wage.holiday_allowance,
        year_end_bonus=wage.year_end_bonus,
        pension=pension.employee,
        pension_total=pension.total,
        tax=own.tax,
        partner_net=partner.net if partner else 0,
        child_care_cost=child_care_cost(home),
        travel=travel_cost(contract.situation, hours),
        explain=year.explanation,
        **{name.value: benefit.year for name, benefit in found.items()},
    )


def _taxes(home: Household) -> tuple[YearlyTax, YearlyTax | None]:
    """Give the tax of applicant and partner; of two the one who earns less has the IACK."""
    young, applicant, partner = has_young_child(home), home.applicant, home.partner
    lowest = partner is None or applicant.income_cents <= partner.income_cents
    own = yearly_tax(
        home.year,
        applicant.income_cents,
        age=tax_age_of(applicant, home.year),
        single_elderly=partner is None and not home.co_residents,
        combination=young and lowest,
    )
    if partner is None:
        return own, None
    age = tax_age_of(partner, home.year)
    combined = young and not lowest
    return own, yearly_tax(home.year, partner.income_cents, age=age, combination=combined)
