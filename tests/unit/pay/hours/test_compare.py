"""The whole hours calculation: what holds for every situation, and what it says to people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.parameters import NoFigureForDate
from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.benefits.household import Adult, Child, Household
from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.situation import (
    IrregularHours,
    IrregularWork,
    Job,
    ScaleStep,
    Situation,
    Travel,
)
from flexpool.pay.taxes.age import AowInThisYear
from flexpool.pay.wage.terms import TermNotKnown
from pace import paced_seconds
from unit.pay.household_text import care_from, household_from

JOB = Job(full_time_month_cents=320_000)
ALONE = Household(year=2026, applicant=Adult(age=30))
HOURS = st.integers(4, 40).map(Fraction)
FAMILIES: list[dict[str, Any]] = [
    {},
    {"rent": 700},
    {"rent": 650, "children": [{"age": 8}, {"age": 13}]},
    {"partner": {"income": 24_000}, "children": [{"age": 2, "care": [["daycare", 80, 10.75]]}]},
    {"partner": {"income": 60_000, "insured": False}, "rent": 900, "wealth": 50_000},
    {"age": 70, "rent": 710},
]
SITUATIONS = st.builds(
    Situation,
    job=st.integers(230_000, 700_000).map(lambda month: Job(full_time_month_cents=month)),
    hours_now=HOURS,
    hours_wanted=HOURS,
    household=st.sampled_from(FAMILIES).map(household_from),
    irregular=st.integers(0, 30).map(lambda p: IrregularWork(share_of_salary=Fraction(p, 100))),
    travel=st.integers(0, 1_000).map(lambda cents: Travel(cost_day_cents=cents)),
)


def situation(**told: Any) -> Situation:
    """Give a situation, from 24 to 32 hours for somebody who lives alone unless told otherwise."""
    usual = {
        "job": JOB,
        "hours_now": Fraction(24),
        "hours_wanted": Fraction(32),
        "household": ALONE,
    }
    return Situation(**usual | told)


@settings(max_examples=25, deadline=None)
@given(SITUATIONS)
def test_more_hours_never_bring_less_gross_or_pension_nor_more_benefit(told: Situation) -> None:
    for fewer, more in pairwise(compare_hours(told).curve):
        assert fewer.hours < more.hours
        assert fewer.gross < more.gross
        assert fewer.pension_total <= more.pension_total
        assert fewer.taxable < more.taxable
        for name in (BenefitName.HEALTH_CARE, BenefitName.RENT, BenefitName.CHILD_BUDGET):
            assert getattr(fewer, name.value) >= getattr(more, name.value)


@settings(max_examples=25, deadline=None)
@given(SITUATIONS)
def test_every_year_adds_up_and_explains_itself(told: Situation) -> None:
    result = compare_hours(told)
    for year in (result.now, result.wanted):
        assert year.explanation.amount == year.disposable
        assert year.explanation.find("hours.net_wage").amount == year.net_wage
        for name in BenefitName:
            assert year.explanation.find(f"{name}_benefit").amount == getattr(year, name.value)
    assert result.explanation.amount == result.wanted.disposable - result.now.disposable


@settings(max_examples=20, deadline=None)
@given(SITUATIONS)
def test_there_and_back_is_the_same_with_the_signs_turned(told: Situation) -> None:
    there = compare_hours(told)
    turned = replace(told, hours_now=told.hours_wanted, hours_wanted=told.hours_now)
    back = compare_hours(turned)
    assert (there.now, there.wanted) == (back.wanted, back.now)
    assert there.net_per_extra_hour == back.net_per_extra_hour
    assert there.kept == back.kept
    assert there.pension_difference == -back.pension_difference
    for one, other in zip(there.changes, back.changes, strict=True):
        assert one.difference_month == -other.difference_month


def test_the_curve_has_every_hour_and_both_contracts() -> None:
    result = compare_hours(situation(hours_now=Fraction("24.48"), hours_wanted=Fraction(40)))
    hours = [float(year.hours) for year in result.curve]
    assert hours == sorted([*range(8, 41), 24.48])
    assert result.curve[-1] == result.wanted


def test_a_contract_below_the_curve_widens_it() -> None:
    assert compare_hours(situation(hours_now=Fraction(3))).curve[0].hours == 3


def test_both_explanations_say_of_how_many_hours_they_are() -> None:
    now, wanted = compare_hours(situation()).explanation.parts
    assert now.what.nl.endswith("bij 24 uur per week")
    assert wanted.what.en.endswith("at 32 hours a week")


def test_equal_hours_have_no_hour_more() -> None:
    result = compare_hours(situation(hours_wanted=Fraction(24)))
    assert (result.net_per_extra_hour, result.kept, result.notices) == (None, None, ())
    assert result.hard_truths_between == ()


def test_without_rent_children_or_a_low_income_there_is_no_benefit() -> None:
    rich = situation(job=Job(full_time_month_cents=700_000))
    assert compare_hours(rich).wanted.benefits == 0


def test_the_partner_counts_for_the_household_but_not_for_the_net_wage() -> None:
    alone, together = (
        compare_hours(situation(household=household_from(told))).now
        for told in ({}, {"partner": {"income": 30_000}})
    )
    assert together.net_wage == alone.net_wage
    assert together.partner_net > 0
    assert together.health_care < alone.health_care


def test_the_combination_credit_moves_to_the_partner_who_earns_less() -> None:
    told = {"partner": {"income": 25_000}, "children": [{"age": 6}]}
    family = situation(household=household_from(told))
    without = situation(household=household_from(told | {"children": [{"age": 13}]}))
    low, high = compare_hours(family).curve[0], compare_hours(family).curve[-1]
    low_13, high_13 = compare_hours(without).curve[0], compare_hours(without).curve[-1]
    assert low.tax <= low_13.tax
    assert low.partner_net == low_13.partner_net
    assert high.tax == high_13.tax
    assert high.partner_net > high_13.partner_net


@pytest.mark.parametrize(
    ("born", "has_it"),
    [
        (date(2014, 1, 1), False),
        (date(2014, 1, 2), True),
        (date(2026, 7, 1), True),
        (date(2026, 7, 2), False),
    ],
)
def test_the_combination_credit_asks_for_a_child_under_12_half_of_the_year(
    born: date, has_it: bool
) -> None:
    with_child = Household(year=2026, applicant=Adult(age=30), children=(Child(born=born),))
    tax = compare_hours(situation(household=with_child)).wanted.tax
    assert (tax < compare_hours(situation()).wanted.tax) is has_it


def test_child_care_grows_along_with_the_hours() -> None:
    told = {"partner": {"income": 30_000}, "children": [{"age": 2, "care": [["daycare", 60, 10]]}]}
    wanted = (care_from([["daycare", 100, 10]]),)
    result = compare_hours(situation(household=household_from(told), care_wanted=wanted))
    cost = {int(year.hours): year.child_care_cost for year in result.curve}
    assert (cost[8], cost[24], cost[28], cost[32], cost[36]) == (
        720_000,
        720_000,
        960_000,
        1_200_000,
        1_200_000,
    )
    assert result.wanted.child_care_net == 1_200_000 - result.wanted.child_care


def test_care_that_starts_with_the_hours_is_there_at_the_wanted_hours_only() -> None:
    told = {"partner": {"income": 30_000}, "children": [{"age": 5}]}
    wanted = (care_from([["after_school", 40, 9]]),)
    result = compare_hours(situation(household=household_from(told), care_wanted=wanted))
    assert result.now.child_care == result.now.child_care_cost == 0
    assert result.wanted.child_care > 0


def test_irregular_hours_grow_along_by_band_or_by_share() -> None:
    bands = IrregularWork(bands=(IrregularHours(Fraction("0.47"), Fraction(6)),))
    result = compare_hours(situation(irregular=bands))
    hourly = Fraction(320_000, 156)
    assert result.now.irregular == round(hourly * 6 * Fraction("0.47") * 52)
    assert result.wanted.irregular == round(hourly * 8 * Fraction("0.47") * 52)
    share = IrregularWork(share_of_salary=Fraction("0.1"))
    year = compare_hours(situation(irregular=share)).now
    assert year.irregular == round(Fraction(year.salary, 10))


@pytest.mark.parametrize(("scale", "gets_it"), [("65", True), ("70", False)])
def test_ghz_gives_irregular_hours_up_to_a_function_group(scale: str, gets_it: bool) -> None:
    job = Job(
        cao="ghz",
        scale=ScaleStep(scale, "highest", date(2026, 6, 1)),
        holiday_allowance=Fraction("0.08"),
        year_end_bonus=Fraction("0.0833"),
    )
    result = compare_hours(
        situation(job=job, irregular=IrregularWork(share_of_salary=Fraction("0.1")))
    )
    assert bool(result.now.irregular) is gets_it
    assert ("Boven FWG 65" in "".join(n.text.nl for n in result.notices)) is not gets_it


def test_travel_is_counted_per_working_day() -> None:
    travel = Travel(cost_day_cents=250, hours_day=Fraction(8), weeks_year=46)
    assert compare_hours(situation(travel=travel)).wanted.travel == 4 * 46 * 250


def test_without_pension_nothing_is_paid_for_it() -> None:
    none = compare_hours(situation(job=replace(JOB, pension=False)))
    assert (none.now.pension, none.now.pension_total, none.pension_difference) == (0, 0, 0)
    assert compare_hours(situation()).pension_difference > 0


def test_each_benefit_that_changes_is_to_be_told_with_its_day() -> None:
    start = date(2026, 9, 1)
    renting = household_from({"rent": 700})
    result = compare_hours(situation(household=renting, starts_on=start))
    assert [notice.counts_from for notice in result.notices] == [start, start]
    assert "Zorgtoeslag" in result.notices[0].text.nl
    assert "pay it back later" in result.notices[1].text.en
    fewer = compare_hours(situation(household=renting, hours_wanted=Fraction(20)))
    assert "receive too little" in fewer.notices[0].text.en


def test_a_wage_below_the_minimum_is_named() -> None:
    low = compare_hours(situation(job=Job(full_time_month_cents=220_000)))
    assert "minimumloon" in low.notices[-1].text.nl


def test_a_year_of_which_a_benefit_is_not_known_is_refused() -> None:
    with pytest.raises(NoFigureForDate, match=r"2025-01-01"):
        compare_hours(situation(household=household_from({"year": 2025, "rent": 700})))


def test_the_year_in_which_the_state_pension_begins_is_refused() -> None:
    turning = Household(year=2026, applicant=Adult(born=date(1959, 5, 5)))
    with pytest.raises(AowInThisYear):
        compare_hours(situation(household=turning))


def test_terms_of_a_cao_that_nobody_told_are_asked_for() -> None:
    with pytest.raises(TermNotKnown, match="holiday_allowance"):
        compare_hours(situation(job=replace(JOB, cao="ghz")))


@pytest.mark.parametrize(
    "told",
    [
        {"hours_now": Fraction(0)},
        {"hours_wanted": Fraction(-1)},
        {"care_wanted": (care_from([["daycare", 60, 10]]),)},
    ],
)
def test_a_situation_that_cannot_be_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"hours|child"):
        situation(**told)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"full_time_month_cents": 0},
        {"full_time_month_cents": 300_000, "full_time_hours": Fraction(0)},
    ],
)
def test_a_job_that_cannot_be_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"salary|more than 0"):
        Job(**told)


def test_a_whole_result_takes_milliseconds() -> None:
    """Measured 15 ms for this family on a quiet machine."""
    told = FAMILIES[3] | {"rent": 700, "children": [{"born": date(2023, 5, 4)}, {"age": 7}]}
    family = situation(household=household_from(told))
    assert paced_seconds(lambda: compare_hours(family)) < 0.03
