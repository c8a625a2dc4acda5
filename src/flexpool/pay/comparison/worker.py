"""What each form means for the worker, brought to the same footing: the same pension in each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from flexpool.pay.comparison.names import FORMS
from flexpool.pay.comparison.result import WorkerSide
from flexpool.pay.comparison.situation import Comparison, EmployedForm, Form, SelfEmployedForm
from flexpool.pay.employer.hours import hours_of_year
from flexpool.pay.employer.result import WageOfYear
from flexpool.pay.employer.wage import wage_of_year
from flexpool.pay.explanation import Line
from flexpool.pay.self_employed.income import self_employed_income
from flexpool.pay.taxes import YearlyTax, yearly_tax
from flexpool.pay.wording import formula
from flexpool.text import Text

EMPLOYED_CAUTION = Text(
    "Gerekend is met een heel kalenderjaar zonder wijzigingen, onder de AOW-leeftijd en zonder "
    "toeslagen.",
    "A whole calendar year is counted, without changes, below AOW age and without benefits.",
)


def worker_sides(comparison: Comparison) -> tuple[WorkerSide, ...]:
    """Give the worker's side of every form; what one gives up is not told yet.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known.
    """
    wages = {
        form: wage_of_year(told.worked_year.employment)
        for form, told in comparison.employed.items()
    }
    pensions = [wage.pension for wage in wages.values()]
    own = comparison.self_employed
    most = max([*pensions, own.work.pension_saving_cents if own else 0])
    sides = [
        _employed(form, comparison.employed[form], wage, most, combination=comparison.combination)
        for form, wage in wages.items()
    ]
    if own:
        sides.append(_self_employed(own, most, combination=comparison.combination))
    return tuple(sides)


def _employed(
    form: Form, told: EmployedForm, wage: WageOfYear, most: int, *, combination: bool
) -> WorkerSide:
    worked = told.worked_year
    year = worked.employment.year
    hours = hours_of_year(worked.employment, worked.productivity, date(year, 1, 1)).productive
    own, training = told.conditions.own_administration_hours, told.conditions.paid_training_hours
    tax = yearly_tax(year, wage.taxable, combination=combination)
    shortfall = most - wage.pension
    same_pension = yearly_tax(year, max(wage.taxable - shortfall, 0), combination=combination)
    return WorkerSide(
        form=form,
        gross=wage.gross,
        tax_and_contribution=tax.tax,
        pension_own=wage.pension_employee,
        pension_total=wage.pension,
        disability_premium=0,
        net=tax.net,
        pension_shortfall=shortfall,
        like_for_like=wage.taxable - shortfall - same_pension.tax,
        worked_hours=hours,
        hours_spent=hours + training + own,
        administration_hours=own,
        paid_when_ill=told.paid_when_ill,
        paid_holiday=True,
        unpaid_weeks=told.unpaid_weeks,
        conditions=told.conditions,
        cautions=(EMPLOYED_CAUTION, *wage.cautions),
        explanation=_net_line(form, wage, tax),
    )


def _self_employed(told: SelfEmployedForm, most: int, *, combination: bool) -> WorkerSide:
    work = replace(told.work, combination=combination)
    income = self_employed_income(work)
    saving = work.pension_saving_cents
    same_pension = self_employed_income(replace(work, pension_saving_cents=max(saving, most)))
    year = work.working_year
    return WorkerSide(
        form=Form.SELF_EMPLOYED,
        gross=income.profit,
        tax_and_contribution=income.income_tax + income.health_contribution,
        pension_own=saving,
        pension_total=saving,
        disability_premium=income.disability_premium,
        net=income.net,
        pension_shortfall=max(most - saving, 0),
        like_for_like=same_pension.net,
        worked_hours=year.paid_hours,
        hours_spent=year.hours_spent,
        administration_hours=year.administration_hours,
        paid_when_ill=False,
        paid_holiday=False,
        unpaid_weeks=year.holiday_weeks + year.sick_weeks + year.empty_weeks,
        conditions=told.conditions,
        cautions=income.cautions,
        explanation=income.explanation,
    )


def _net_line(form: Form, wage: WageOfYear, tax: YearlyTax) -> Line:
    name, parts = FORMS[form], (wage.explanation, wage.employee_pension, tax.explanation)
    return Line(
        f"comparison.{form}",
        Text(f"Netto per jaar: {name.nl}", f"Net a year: {name.en}"),
        tax.net,
        formula=formula("{} - {} - {}", *(int(part.amount) for part in parts)),
        parts=parts,
    )
