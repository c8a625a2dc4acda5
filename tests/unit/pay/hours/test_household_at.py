"""How the household changes along with the hours."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from flexpool.pay.benefits.household import Adult, Household
from flexpool.pay.hours.household_at import (
    child_care_cost,
    has_young_child,
    household_at,
    tax_age_of,
    travel_cost,
)
from flexpool.pay.hours.situation import Job, Situation, Travel
from flexpool.pay.taxes.age import AowInThisYear, TaxAge
from unit.pay.household_text import care_from, household_from

NOW, WANTED = Fraction(20), Fraction(30)


def situation(
    told: dict[str, Any], wanted: list[list[Any]] | None = None, **more: Any
) -> Situation:
    """Give somebody who goes from 20 to 30 hours; of one child the care may change."""
    return Situation(
        job=Job(full_time_month_cents=300_000),
        hours_now=NOW,
        hours_wanted=more.pop("hours_wanted", WANTED),
        household=household_from(told),
        care_wanted=() if wanted is None else (care_from(wanted),),
        **more,
    )


def care_at(told: Situation, hours: int) -> dict[tuple[str, int], Fraction]:
    """Give the hours of care per kind and price."""
    (child,) = household_at(told, Fraction(hours), 0).children
    return {(care.kind.value, care.rate_cents): care.hours_month for care in child.care}


def with_care(now: list[list[Any]], wanted: list[list[Any]] | None, **more: Any) -> Situation:
    """Give a household with one child in care."""
    return situation({"children": [{"age": 2, "care": now}]}, wanted, **more)


def test_the_income_is_that_of_the_hours() -> None:
    home = household_at(situation({"income": 99}), Fraction(24), 2_500_000)
    assert home.applicant.income_cents == 2_500_000


def test_care_stays_when_no_other_is_told() -> None:
    told = with_care([["daycare", 60, 10]], None)
    assert care_at(told, 20) == care_at(told, 30) == {("daycare", 1000): 60}


@pytest.mark.parametrize(
    ("hours", "expected"), [(10, 60), (20, 60), (25, 80), (28, 92), (30, 100), (36, 100)]
)
def test_care_grows_between_now_and_wanted_and_not_beyond(hours: int, expected: int) -> None:
    told = with_care([["daycare", 60, 10]], [["daycare", 100, 10]])
    assert care_at(told, hours) == {("daycare", 1000): expected}


@pytest.mark.parametrize(("hours", "expected"), [(8, 60), (10, 60), (15, 80), (20, 100)])
def test_fewer_hours_work_the_same(hours: int, expected: int) -> None:
    told = with_care([["daycare", 100, 10]], [["daycare", 60, 10]], hours_wanted=Fraction(10))
    assert care_at(told, hours) == {("daycare", 1000): expected}


def test_another_price_or_kind_comes_in_as_the_old_goes_out() -> None:
    told = with_care([["daycare", 60, 10]], [["childminder", 80, 8]])
    assert care_at(told, 25) == {("daycare", 1000): 30, ("childminder", 800): 40}
    assert care_at(told, 30) == {("childminder", 800): 80}


def test_with_equal_hours_the_care_of_now_counts() -> None:
    told = with_care([["daycare", 60, 10]], [["daycare", 100, 10]], hours_wanted=NOW)
    assert care_at(told, 20) == {("daycare", 1000): 60}


@pytest.mark.parametrize(
    ("child", "months"),
    [({"age": 2}, 12), ({"born": date(2026, 6, 3)}, 6), ({"born": date(2026, 6, 1)}, 7)],
)
def test_care_is_paid_for_the_months_with_a_child(child: dict[str, Any], months: int) -> None:
    home = household_from({"children": [child | {"care": [["daycare", 50.5, 10.01]]}]})
    assert child_care_cost(home) == months * 50_551


def test_all_hours_and_the_whole_price_are_paid_whatever_the_benefit_counts() -> None:
    home = household_from({"children": [{"age": 2, "care": [["daycare", 300, 20]]}]})
    assert child_care_cost(home) == 12 * 600_000


@pytest.mark.parametrize(("hours", "cents"), [("24", 3 * 46 * 500), ("20", 57_500), ("0.5", 1_438)])
def test_travel_counts_working_days(hours: str, cents: int) -> None:
    told = situation({}, travel=Travel(cost_day_cents=500))
    assert travel_cost(told, Fraction(hours)) == cents


@pytest.mark.parametrize(
    ("children", "young"),
    [
        ([], False),
        ([{"age": 11}], True),
        ([{"age": 12}], False),
        ([{"age": 15}, {"age": 3}], True),
        ([{"born": date(2013, 12, 31)}], False),
        ([{"born": date(2014, 1, 2)}], True),
    ],
)
def test_a_young_child_is_under_12_on_1_january(
    children: list[dict[str, Any]], young: bool
) -> None:
    assert has_young_child(household_from({"children": children})) is young


@pytest.mark.parametrize(
    ("adult", "expected"),
    [
        (Adult(age=66), TaxAge.UNDER_AOW),
        (Adult(age=67), TaxAge.AOW_1946),
        (Adult(age=80), TaxAge.AOW_1946),
        (Adult(age=81), TaxAge.AOW_1945),
        (Adult(born=date(1990, 5, 5)), TaxAge.UNDER_AOW),
        (Adult(born=date(1950, 5, 5)), TaxAge.AOW_1946),
        (Adult(born=date(1940, 5, 5)), TaxAge.AOW_1945),
    ],
)
def test_the_tax_age_follows_from_age_or_day_of_birth(adult: Adult, expected: TaxAge) -> None:
    assert tax_age_of(adult, 2026) is expected


def test_the_year_in_which_it_changes_is_refused() -> None:
    with pytest.raises(AowInThisYear):
        tax_age_of(Adult(born=date(1959, 6, 1)), 2026)


@pytest.mark.parametrize("year", [1999, 2101, 0])
def test_a_year_far_away_is_refused_by_field(year: int) -> None:
    with pytest.raises(ValueError, match=r"^year: "):
        Household(year=year, applicant=Adult(age=30))
