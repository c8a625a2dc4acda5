"""What always holds for self-employment, whatever is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from flexpool.pay.self_employed import SelfEmployment, WorkingYear, self_employed_income

weeks = st.integers(0, 15).map(Fraction)
amounts = st.integers(0, 20_000_00)
working_years = st.builds(
    WorkingYear,
    paid_hours_per_week=st.integers(0, 60).map(Fraction),
    holiday_weeks=weeks,
    sick_weeks=weeks,
    empty_weeks=weeks,
    administration_hours_per_week=st.integers(0, 10).map(Fraction),
    training_hours=st.integers(0, 100).map(Fraction),
)
works = st.builds(
    SelfEmployment,
    year=st.just(2026),
    rate_cents=st.integers(0, 120_00),
    working_year=working_years,
    business_costs_cents=amounts,
    disability_premium_cents=amounts,
    pension_saving_cents=amounts,
    intermediary_share=st.integers(0, 30).map(lambda hundredths: Fraction(hundredths, 100)),
    pension_is_deductible=st.booleans(),
)


@given(works, st.integers(1, 50_00))
def test_a_higher_rate_never_leaves_less(work: SelfEmployment, more: int) -> None:
    higher = replace(work, rate_cents=work.rate_cents + more)
    assert self_employed_income(higher).net >= self_employed_income(work).net


@given(works, st.integers(1, 5))
def test_more_empty_weeks_never_leave_more(work: SelfEmployment, more: int) -> None:
    year = work.working_year
    emptier = replace(work, working_year=replace(year, empty_weeks=year.empty_weeks + more))
    assert self_employed_income(emptier).net <= self_employed_income(work).net


@given(works, st.integers(1, 10_000_00))
def test_higher_costs_never_leave_more(work: SelfEmployment, more: int) -> None:
    dearer = replace(work, business_costs_cents=work.business_costs_cents + more)
    assert self_employed_income(dearer).net <= self_employed_income(work).net


@given(works)
def test_the_lines_add_up_to_the_cent(work: SelfEmployment) -> None:
    income = self_employed_income(work)
    found = {line.key: line.amount for line in income.explanation.walk()}
    assert income.net == found["self_employed.net"]
    assert income.profit == found["self_employed.profit"]
    assert income.profit == income.turnover - income.intermediary - income.business_costs
    provisions = income.disability_premium + income.pension_saving
    due = income.income_tax + income.health_contribution
    assert income.profit == income.net + due + provisions


@given(works)
def test_unpaid_time_only_lowers_the_income_of_an_hour(work: SelfEmployment) -> None:
    income = self_employed_income(work)
    if income.net_per_paid_hour is not None and income.net >= 0:
        assert income.net_per_hour_spent is not None
        assert income.net_per_hour_spent <= income.net_per_paid_hour


@given(works)
def test_nobody_pays_tax_below_zero_or_above_the_highest_rate(work: SelfEmployment) -> None:
    income = self_employed_income(work)
    due = income.income_tax + income.health_contribution
    assert 0 <= due <= max(income.profit, 0) * Fraction(60, 100)
