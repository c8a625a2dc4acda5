"""The calculations of which the tables of explanations tell every line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction

from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.explanation import Line
from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.situation import IrregularHours, IrregularWork, Job, Situation, Travel
from flexpool.pay.ort.allowance import HourlyWage, shift_allowance
from flexpool.pay.pension import pension_premium
from flexpool.pay.wage.minimum import below_minimum_wage
from flexpool.pay.wage.scales import month_salary
from flexpool.pay.wage.terms import wage_terms
from flexpool.pay.wage.year import year_wage
from flexpool.periods import Period, local
from unit.pay.household_text import household_from

JANUARY, JULY = date(2026, 1, 1), date(2026, 7, 1)
CHRISTMAS_NIGHT = Period(local(2026, 12, 24, 22), local(2026, 12, 25, 7))
ELSEWHERE = {"wage.gross", "pension.employee", "income_tax"} | {
    f"{name.value}_benefit" for name in BenefitName
}
BANDS = tuple(IrregularHours(Fraction(s), Fraction(h)) for s, h in [("0.22", 4), ("0.47", 2)])
PAUSE = Period(local(2026, 12, 25, 2), local(2026, 12, 25, 2, 30))


def without_what_stands_elsewhere(line: Line) -> Line:
    """Leave out what is under a line that has a table of its own."""
    parts = () if line.key in ELSEWHERE else map(without_what_stands_elsewhere, line.parts)
    return replace(line, parts=tuple(parts))


def year_of_the_cao() -> Line:
    """Explain the wage of a year by the cao, part-time and with irregular hours."""
    terms = wage_terms("vvt", JULY)
    return year_wage(290_000, Fraction(25, 36), 123_456, terms).explanation


def year_as_told() -> Line:
    """Explain the wage of a year of which the person tells the terms."""
    terms = wage_terms(
        "own",
        JULY,
        full_time_hours=Fraction(40),
        holiday_allowance=Fraction("0.08"),
        year_end_bonus=Fraction("0.02"),
    )
    return year_wage(300_000, Fraction(1), 0, terms).explanation


def step_of_a_scale() -> Line:
    """Explain a salary from the table of a cao."""
    return month_salary("ghz", "45", "highest", date(2026, 11, 1))


def under_the_minimum() -> Line:
    """Explain what an hourly wage misses of the minimum."""
    line = below_minimum_wage(200_000, wage_terms("vvt", JULY), JULY)
    assert line is not None
    return line


def pension() -> Line:
    """Explain the premiums of somebody who earns more than counts for the old-age pension."""
    return pension_premium(15_000_001, Fraction(30, 36), JANUARY).explanation


def pension_as_told() -> Line:
    """Explain the premiums with another division between employee and employer."""
    return pension_premium(5_015_684, Fraction(20, 36), JANUARY, Fraction("0.4")).explanation


def pension_of_2024() -> Line:
    """Explain the premiums of a year with a premium for disability pension."""
    return pension_premium(5_015_684, Fraction(1), date(2024, 1, 1)).explanation


def night_before_christmas() -> Line:
    """Explain the allowance of a night that ends on a public holiday, with a capped wage."""
    wage = HourlyWage(cents=2_900, cap_cents=2_450)
    return shift_allowance("vvt", CHRISTMAS_NIGHT, [PAUSE], wage).explanation


def family() -> Line:
    """Explain the year of a family at two numbers of hours."""
    told = {
        "rent": 900,
        "partner": {"income": 21000},
        "children": [{"age": 3, "care": [["daycare", 60, 10.5]]}],
    }
    whole = compare_hours(
        Situation(
            job=Job(full_time_month_cents=320_000),
            hours_now=Fraction("24.5"),
            hours_wanted=Fraction(32),
            household=household_from(told),
            irregular=IrregularWork(bands=BANDS),
            travel=Travel(cost_day_cents=425, hours_day=Fraction("7.5"), weeks_year=44),
        )
    ).explanation
    return without_what_stands_elsewhere(whole)


def without_pension() -> Line:
    """Explain the year of somebody who builds up no pension."""
    return compare_hours(
        Situation(
            job=Job(full_time_month_cents=320_000, pension=False),
            hours_now=Fraction(20),
            hours_wanted=Fraction(24),
            household=household_from({}),
        )
    ).explanation.find("pension.employee")


TREES: dict[str, Callable[[], Line]] = {
    tree.__name__: tree
    for tree in (
        year_of_the_cao,
        year_as_told,
        step_of_a_scale,
        under_the_minimum,
        pension,
        pension_as_told,
        pension_of_2024,
        night_before_christmas,
        family,
        without_pension,
    )
}
