"""What holds for every household: more income never brings more benefit, a month is whole euros."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.parameters import NoFigureForDate
from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.benefits.entitlements import FORMULAS, benefits
from flexpool.pay.benefits.household import Adult, Care, CareKind, Child, Household, Person
from unit.pay.household_text import household_from

EURO = 100
INCOMES = st.integers(0, 25_000_000)
CARES = st.builds(
    Care,
    st.sampled_from(CareKind),
    st.integers(0, 300).map(Fraction),
    st.integers(0, 2_000),
)
CHILDREN = st.builds(
    Child,
    age=st.integers(0, 17),
    care=st.lists(CARES, max_size=2).map(tuple),
)
HOUSEHOLDS = st.builds(
    Household,
    year=st.just(2026),
    applicant=st.builds(Adult, age=st.integers(18, 90)),
    partner=st.none() | st.builds(Adult, age=st.integers(18, 90), income_cents=INCOMES),
    children=st.lists(CHILDREN, max_size=4).map(tuple),
    rent_cents=st.none() | st.integers(0, 200_000),
    wealth_cents=st.integers(0, 20_000_000),
)


def _earning(household: Household, cents: int) -> Household:
    return replace(household, applicant=replace(household.applicant, income_cents=cents))


@settings(deadline=None)
@given(HOUSEHOLDS, INCOMES, INCOMES)
def test_more_income_never_brings_more_benefit(
    household: Household, one: int, another: int
) -> None:
    low, high = sorted((one, another))
    poorer, richer = benefits(_earning(household, low)), benefits(_earning(household, high))
    for name in BenefitName:
        assert poorer[name].year >= richer[name].year


@settings(deadline=None)
@given(HOUSEHOLDS, INCOMES)
def test_every_month_is_whole_euros_and_never_negative(household: Household, income: int) -> None:
    for benefit in benefits(_earning(household, income)).values():
        assert len(benefit.months) == 12
        assert all(month >= 0 and month % EURO == 0 for month in benefit.months)
        assert benefit.explanation.amount == benefit.year


@settings(deadline=None)
@given(HOUSEHOLDS, INCOMES)
def test_child_care_benefit_is_never_more_than_the_care_costs(
    household: Household, income: int
) -> None:
    cost = sum(c.hours_month * c.rate_cents for child in household.children for c in child.care)
    assert benefits(_earning(household, income))[BenefitName.CHILD_CARE].month <= cost


@pytest.mark.parametrize(
    ("name", "year", "figure"),
    [
        (BenefitName.HEALTH_CARE, 2023, "healthcare_benefit"),
        (BenefitName.HEALTH_CARE, 2027, "healthcare_benefit"),
        (BenefitName.RENT, 2025, "rent_benefit"),
        (BenefitName.CHILD_BUDGET, 2025, "child_budget"),
        (BenefitName.CHILD_CARE, 2024, "childcare_benefit"),
        (BenefitName.CHILD_CARE, 2025, "childcare_benefit"),
    ],
)
def test_a_year_without_a_source_is_refused_by_figure_and_date(
    name: BenefitName, year: int, figure: str
) -> None:
    household = household_from(
        {
            "year": year,
            "income": 30_000,
            "rent": 700,
            "children": [{"age": 2, "care": [["daycare", 50, 10]]}],
        }
    )
    with pytest.raises(NoFigureForDate, match=f"pay.{figure}.*{year}-01-01"):
        FORMULAS[name](household)


def test_what_does_not_apply_needs_no_figures() -> None:
    household = household_from({"year": 2025, "income": 20_000})
    assert benefits(household)[BenefitName.RENT].explanation.formula is not None


def test_a_figure_of_a_secondary_kind_shows() -> None:
    household = household_from({"income": 20_000, "children": [{"age": 8}]})
    found = benefits(household)
    assert found[BenefitName.CHILD_BUDGET].explanation.leans_on_secondary
    assert not found[BenefitName.HEALTH_CARE].explanation.leans_on_secondary


def test_an_age_is_reached_on_the_birthday() -> None:
    child = Child(born=date(2014, 8, 20))
    assert (child.age_on(date(2026, 8, 19)), child.age_on(date(2026, 8, 20))) == (11, 12)
    assert child.age_on(date(2014, 8, 19)) == -1


@pytest.mark.parametrize("told", [{}, {"age": 3, "born": date(2020, 1, 1)}, {"age": -1}])
def test_an_age_that_cannot_be_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"age|born"):
        Person(**told)  # type: ignore[arg-type]
