"""How the cost of a lasting and of a hired worker grows, month by month, for the same care."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate

from flexpool.money import Rounding, rounded
from flexpool.pay.employer.result import EmployerCost
from flexpool.pay.ownership.result import CostOverTime
from flexpool.pay.ownership.situation import HireOffer, LastingWorker

MONTHS_A_YEAR = 12
Spending = dict[str, list[Fraction]]
"""Exact cents of each month, per kind of cost."""


def care_hours(lasting: LastingWorker, employer: EmployerCost, months: int) -> list[Fraction]:
    """Give the hours of care of each month: fewer while somebody new is learning."""
    whole = employer.productive_hours / MONTHS_A_YEAR
    return [
        whole * lasting.learning_productivity
        if month % lasting.stay_months < lasting.learning_months
        else whole
        for month in range(months)
    ]


def lasting_spending(lasting: LastingWorker, employer: EmployerCost, months: int) -> Spending:
    """Give what a lasting worker costs each month; who leaves is followed by a newcomer."""
    induction = lasting.induction_hours * employer.per_productive_hour
    return {
        "employment": [Fraction(employer.total, MONTHS_A_YEAR)] * months,
        "development": [Fraction(lasting.development_cents_per_year, MONTHS_A_YEAR)] * months,
        "recruitment": _once(Fraction(lasting.recruitment_cents), lasting.stay_months, months),
        "induction": _once(induction, lasting.stay_months, months),
    }


def hired_spending(offer: HireOffer, per_hour: int, care: list[Fraction]) -> Spending:
    """Give what hiring costs each month for the care given; starting hours come on top."""
    return {
        "care": [hours * per_hour for hours in care],
        "start": _once(offer.start_hours * per_hour, offer.stay_months, len(care)),
    }


def _once(amount: Fraction, stay_months: int, months: int) -> list[Fraction]:
    """Give an amount in the first month of every person."""
    return [amount if month % stay_months == 0 else Fraction(0) for month in range(months)]


def people_needed(stay_months: int, months: int) -> int:
    """Give how many people one after another fill a number of months."""
    return -(-months // stay_months)


def totals(spending: Spending) -> dict[str, int]:
    """Give the total of each kind of cost in whole cents."""
    return {kind: _running(months)[-1] for kind, months in spending.items()}


def over_time(spending: Spending, care: list[Fraction], people: int) -> CostOverTime:
    """Give the cost until the end of each month; at the end it equals the added `totals`."""
    kinds = [_running(months) for months in spending.values()]
    return CostOverTime(
        cumulative=tuple(sum(amounts) for amounts in zip(*kinds, strict=True)),
        care_hours=sum(care, Fraction(0)),
        people=people,
    )


def break_even_month(lasting: CostOverTime, hired: CostOverTime) -> int | None:
    """Give the first month from which on the lasting worker has cost no more than hiring."""
    found = None
    for month in range(len(lasting.cumulative), 0, -1):
        if lasting.cumulative[month - 1] > hired.cumulative[month - 1]:
            break
        found = month
    return found


def _running(months: list[Fraction]) -> list[int]:
    return [rounded(total, Rounding.HALF_UP) for total in accumulate(months)]
