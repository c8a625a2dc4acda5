"""What each form costs the organisation for one hour of care."""

from __future__ import annotations

from datetime import date

from flexpool.pay.comparison.result import OrganisationSide
from flexpool.pay.comparison.situation import Comparison, EmployedForm, Form
from flexpool.pay.employer.cost import employer_cost
from flexpool.pay.ownership.price import hire_price


def organisation_sides(comparison: Comparison) -> tuple[OrganisationSide, ...]:
    """Give the price of an hour in every form of which the organisation's side is told.

    Raises
    ------
    NoFigureForDate
        When a figure of the year is not known.
    """
    own = comparison.own_organisation
    sides = [_own(own)] if own else []
    on = date(comparison.years[0], 1, 1)
    hired = [
        OrganisationSide(form=form, source=hire_price(offer, on))
        for form, offer in comparison.hires.items()
    ]
    return (*sides, *hired)


def _own(told: EmployedForm) -> OrganisationSide:
    return OrganisationSide(form=Form.OWN_ORGANISATION, source=employer_cost(told.employer))
