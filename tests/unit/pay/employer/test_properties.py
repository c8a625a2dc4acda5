"""What always holds for the cost of an employee, whatever is told."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from flexpool.pay.employer import (
    EmployerSituation,
    Employment,
    OtherCosts,
    PremiumTerms,
    Productivity,
    employer_cost,
)

amounts = st.integers(0, 10_000_00)
employments = st.builds(
    Employment,
    year=st.just(2026),
    full_time_month_cents=st.integers(2400_00, 9000_00),
    hours_per_week=st.integers(1, 40).map(Fraction),
    irregular_cents=amounts,
    other_wage_cents=amounts,
)
situations = st.builds(
    EmployerSituation,
    employment=employments,
    premiums=st.builds(PremiumTerms, permanent=st.booleans(), small_employer=st.booleans()),
    productivity=st.builds(
        Productivity, share=st.integers(1, 100).map(lambda hundredths: Fraction(hundredths, 100))
    ),
    other=st.builds(OtherCosts, training_cents=amounts, overhead_cents=amounts),
)


@given(situations)
def test_the_elements_add_up_to_the_cent(situation: EmployerSituation) -> None:
    cost = employer_cost(situation)
    assert sum(one.year_cents for one in cost.elements) == cost.total
    assert sum(one.hour_cents for one in cost.elements) == cost.per_productive_hour


@given(situations)
def test_the_explained_groups_add_up_to_the_year(situation: EmployerSituation) -> None:
    cost = employer_cost(situation)
    year = cost.explanation.find("cost.year")
    assert year.amount == cost.total == sum(int(part.amount) for part in year.parts)
    for group in ("wage.gross", "premiums", "other"):
        line = cost.explanation.find(group)
        assert line.amount == sum(int(part.amount) for part in line.parts)


@given(situations, st.integers(1, 1000_00))
def test_a_higher_wage_never_costs_less(situation: EmployerSituation, more: int) -> None:
    contract = situation.employment
    dearer = replace(contract, full_time_month_cents=contract.full_time_month_cents + more)
    assert employer_cost(replace(situation, employment=dearer)).total >= (
        employer_cost(situation).total
    )


@given(situations)
def test_a_permanent_contract_never_costs_more(situation: EmployerSituation) -> None:
    costs = [
        employer_cost(replace(situation, premiums=replace(situation.premiums, permanent=permanent)))
        for permanent in (True, False)
    ]
    assert costs[0].total <= costs[1].total


@given(situations)
def test_fewer_productive_hours_make_each_dearer(situation: EmployerSituation) -> None:
    share = situation.productivity.share or Fraction(1)
    fewer = replace(situation, productivity=Productivity(share=share / 2))
    assert employer_cost(fewer).per_productive_hour >= employer_cost(situation).per_productive_hour
