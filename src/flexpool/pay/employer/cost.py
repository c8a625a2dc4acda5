"""What an employee costs in a year and per hour of care, built up as payroll does."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from flexpool.money import Rounding, rounded, split
from flexpool.pay.employer.employment import EmployerSituation, OtherCosts
from flexpool.pay.employer.hours import Hours, hours_of_year
from flexpool.pay.employer.premiums import (
    is_low_unemployment,
    premium_base,
    premium_cautions,
    premiums_of_year,
)
from flexpool.pay.employer.result import CostElement, EmployerCost
from flexpool.pay.employer.wage import OWN_INPUT, wage_of_year
from flexpool.pay.explanation import Line
from flexpool.pay.wording import WHOLE_CENTS, formula, number
from flexpool.text import Text

OTHER_NAMES = {
    "sick_leave": Text(
        "Verzuimverzekering en arbodienst", "Sick leave insurance and occupational health"
    ),
    "training": Text("Scholing", "Training"),
    "travel": Text("Reiskosten", "Travel"),
    "recruitment": Text("Werving", "Recruitment"),
    "overhead": Text("Overhead", "Overhead"),
}


def employer_cost(situation: EmployerSituation) -> EmployerCost:
    """Give what an employee costs, per year and per productive hour.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known; the text names it.
    ValueError
        When no hours are left for care.
    """
    employment = situation.employment
    on = date(employment.year, 1, 1)
    wage = wage_of_year(employment)
    base = premium_base(wage, on)
    hours = hours_of_year(employment, situation.productivity, on)
    premiums = premiums_of_year(situation.premiums, base, on)
    warned = premium_cautions(situation.premiums, employment, base, on)
    year = _year((wage.explanation, premiums, wage.employer_pension, _other(situation.other)))
    per_hour = rounded(Fraction(int(year.amount)) / hours.productive, Rounding.HALF_UP)
    return EmployerCost(
        wage=wage,
        elements=_elements(year, per_hour),
        paid_hours=hours.paid,
        productive_hours=hours.productive,
        low_unemployment_premium=is_low_unemployment(situation.premiums),
        cautions=(*wage.cautions, *warned, *hours.cautions),
        explanation=_explanation(year, hours, per_hour),
    )


def _year(groups: tuple[Line, ...]) -> Line:
    total = sum(int(group.amount) for group in groups)
    return Line("cost.year", Text("Kosten per jaar", "Cost of a year"), total, parts=groups)


def _other(costs: OtherCosts) -> Line:
    parts = tuple(
        Line(f"other.{kind}", what, getattr(costs, f"{kind}_cents"), formula=OWN_INPUT)
        for kind, what in OTHER_NAMES.items()
    )
    total = sum(int(part.amount) for part in parts)
    return Line("other", Text("Overige kosten", "Other costs"), total, parts=parts)


def _elements(year: Line, per_hour: int) -> tuple[CostElement, ...]:
    """Divide the price of an hour over its elements, so that they add up to it to the cent."""
    wage, premiums, pension, other = year.parts
    leaves = (*wage.parts, *premiums.parts, pension, *other.parts)
    hours = split(per_hour, [int(leaf.amount) for leaf in leaves])
    return tuple(
        CostElement(leaf.key, leaf.what, int(leaf.amount), hour)
        for leaf, hour in zip(leaves, hours, strict=True)
    )


def _explanation(year: Line, hours: Hours, per_hour: int) -> Line:
    return Line(
        "cost.per_productive_hour",
        Text("Kosten van een uur zorg", "Cost of an hour of care"),
        per_hour,
        formula=formula("{} / {}", int(year.amount), number(hours.productive)),
        rounding=WHOLE_CENTS,
        parts=(year, hours.explanation),
    )
