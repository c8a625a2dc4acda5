"""The wage of a contract over a year, with what employee and employer pay for the pension."""

from __future__ import annotations

from datetime import date

from flexpool.money import as_text
from flexpool.pay.employer.employment import CareFund, Employment, OtherScheme
from flexpool.pay.employer.result import WageOfYear
from flexpool.pay.explanation import Line
from flexpool.pay.pension import PensionPremium, pension_premium
from flexpool.pay.wage.minimum import below_minimum_wage
from flexpool.pay.wage.terms import WageTerms, wage_terms
from flexpool.pay.wage.year import full_time_year, year_wage
from flexpool.pay.wording import formula
from flexpool.text import Text

OWN_INPUT = Text("eigen opgave", "your own input")


def wage_of_year(employment: Employment) -> WageOfYear:
    """Give wage and pension premiums of one calendar year in which nothing changes.

    Raises
    ------
    TermNotKnown
        When something is neither told nor known of the collective agreement.
    NoFigureForDate
        When a pension figure of the year is not known.
    """
    terms = _terms(employment)
    part_time = employment.hours_per_week / terms.full_time_hours
    wage = year_wage(employment.full_time_month_cents, part_time, employment.irregular_cents, terms)
    pension = _pension(employment, terms)
    return WageOfYear(
        salary=wage.salary,
        irregular=wage.irregular,
        holiday_allowance=wage.holiday_allowance,
        year_end_bonus=wage.year_end_bonus,
        other=employment.other_wage_cents,
        pension_employee=pension.employee,
        pension_employer=pension.employer,
        employer_pension=_employer_line(pension),
        employee_pension=pension.explanation,
        explanation=_gross_line(wage.explanation, employment.other_wage_cents),
        cautions=_below_minimum(employment, terms),
    )


def _below_minimum(employment: Employment, terms: WageTerms) -> tuple[Text, ...]:
    on = date(employment.year, 1, 1)
    missing = below_minimum_wage(employment.full_time_month_cents, terms, on)
    if missing is None:
        return ()
    (minimum,), cents = missing.figures, int(missing.amount)
    return (
        Text(
            f"Dit uurloon ligt {as_text(cents)} onder het wettelijke minimum vanaf 21 jaar "
            f"({as_text(minimum.value)} op {on}; {minimum.source}).",
            f"This hourly wage is {as_text(cents, 'en')} below the statutory minimum from 21 years "
            f"({as_text(minimum.value, 'en')} on {on}; {minimum.source}).",
        ),
    )


def _terms(employment: Employment) -> WageTerms:
    return wage_terms(
        employment.cao,
        date(employment.year, 1, 1),
        full_time_hours=employment.full_time_hours,
        holiday_allowance=employment.holiday_allowance,
        year_end_bonus=employment.year_end_bonus,
    )


def _pension(employment: Employment, terms: WageTerms) -> PensionPremium:
    scheme = employment.pension
    if isinstance(scheme, CareFund):
        full_time = full_time_year(employment.full_time_month_cents, terms)
        part_time = employment.hours_per_week / terms.full_time_hours
        on = date(employment.year, 1, 1)
        return pension_premium(full_time, part_time, on, scheme.employee_share)
    return _elsewhere(scheme)


def _elsewhere(scheme: OtherScheme) -> PensionPremium:
    what = Text("Pensioenpremie die je zelf betaalt", "Pension premium that you pay yourself")
    line = Line("pension.employee", what, scheme.employee_cents, formula=OWN_INPUT)
    return PensionPremium(scheme.employee_cents, scheme.employer_cents, line)


def _employer_line(pension: PensionPremium) -> Line:
    return Line(
        "pension.employer",
        Text("Werkgeversdeel van het pensioen", "Employer's share of the pension"),
        pension.employer,
        formula=formula("{} - {}", pension.total, pension.employee),
        parts=(pension.explanation,),
    )


def _gross_line(gross: Line, other: int) -> Line:
    if not other:
        return gross
    extra = Line("wage.other", Text("Overig loon", "Other wage"), other, formula=OWN_INPUT)
    parts = (*gross.parts, extra)
    return Line(gross.key, gross.what, int(gross.amount) + other, parts=parts)
