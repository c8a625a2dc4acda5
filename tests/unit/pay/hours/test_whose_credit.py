"""Which credits of the tax a household has at a number of hours, and who has them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from flexpool.pay.benefits.household import Adult
from flexpool.pay.hours.calculation import outcome_at
from flexpool.pay.hours.contract import contract_of
from flexpool.pay.hours.outcome import Outcome
from flexpool.pay.hours.situation import Job, Situation
from flexpool.pay.taxes import TaxAge, yearly_tax
from unit.pay.household_text import household_from

HOURS = Fraction(24)


def situation(told: dict[str, Any]) -> Situation:
    """Tell of a household at 24 hours."""
    job = Job(full_time_month_cents=640_000)
    home = household_from(told)
    return Situation(job=job, hours_now=HOURS, hours_wanted=HOURS, household=home)


def year_of(told: Situation) -> Outcome:
    """Work out the year."""
    return outcome_at(contract_of(told), HOURS)


@pytest.mark.parametrize(
    ("told", "alone"),
    [
        ({"age": 70}, True),
        ({"age": 70, "partner": {"age": 70}}, False),
        ({"age": 70, "partner": {"age": 70}, "co_residents": [{"age": 40}]}, False),
        ({"age": 70, "co_residents": [{"age": 40}]}, False),
    ],
)
def test_who_is_old_and_lives_alone_has_a_credit_for_that(
    told: dict[str, Any], alone: bool
) -> None:
    year = year_of(situation(told))
    taxes = [
        yearly_tax(2026, year.taxable, age=TaxAge.AOW_1946, single_elderly=credit).tax
        for credit in (alone, not alone)
    ]
    assert year.tax == taxes[0] != taxes[1]


@pytest.mark.parametrize(("more", "applicant_has_it"), [(-1, False), (0, True), (1, True)])
def test_of_two_who_earn_the_same_the_applicant_has_the_combination_credit(
    more: int, applicant_has_it: bool
) -> None:
    told = situation({"partner": {}, "children": [{"age": 6}]})
    earned = year_of(told).taxable
    partner = Adult(age=30, income_cents=earned + more)
    year = year_of(replace(told, household=replace(told.household, partner=partner)))
    own = yearly_tax(2026, earned, combination=applicant_has_it)
    other = yearly_tax(2026, earned + more, combination=not applicant_has_it)
    assert (year.tax, year.partner_net) == (own.tax, other.net)
    assert own.tax != other.tax or own.net != other.net - more
