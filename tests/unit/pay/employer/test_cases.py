"""The tables of cases of an employee's cost, and what may change it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from flexpool.parameters import NoFigureForDate
from flexpool.pay.employer import (
    Employment,
    OtherCosts,
    PremiumTerms,
    Productivity,
    employer_cost,
)
from unit.pay.work_situations import Told, cases, cents, employer_situation

USUAL: Told = {"year": 2026, "month": 3593, "hours": 20}


@pytest.mark.parametrize(("told", "case"), cases("employer/years"))
def test_case(told: Told, case: dict[str, Any]) -> None:
    cost = employer_cost(employer_situation(told))
    found: dict[str, int] = {one.key: one.year_cents for one in cost.elements}
    found["total"] = cost.total
    expected = {key: cents(value) for key, value in case["expect"].items()}
    assert {key: found[key] for key in expected} == expected
    if "hour" in case:
        assert cost.per_productive_hour == cents(case["hour"])
    if "productive" in case:
        assert cost.productive_hours == Fraction(str(case["productive"]))


def test_premiums_are_due_over_the_wage_after_the_own_pension_premium() -> None:
    cost = employer_cost(employer_situation(USUAL))
    assert cost.wage.taxable == cost.wage.gross - cost.wage.pension_employee
    told = cost.explanation.find("premiums").formula
    assert told and told.nl == "min(€ 27.864,91 - € 2.365,28; € 79.409,00)"
    unemployment = cost.explanation.find("premiums.unemployment").formula
    assert unemployment and "25.499,63" in unemployment.nl


@pytest.mark.parametrize(
    ("hours", "extra", "year", "revised"),
    [
        (20, 0.31, 2026, True),
        (20, 0.30, 2026, False),
        (29.9, 0.5, 2026, True),
        (30, 0.5, 2026, False),
        (20, 0, 2026, False),
    ],
)
def test_much_extra_work_on_a_small_contract_warns(
    hours: float, extra: float, year: int, revised: bool
) -> None:
    told = USUAL | {"hours": hours, "extra_hours": extra, "year": year}
    cost = employer_cost(employer_situation(told))
    warned = [text for text in cost.cautions if "achteraf" in text.nl]
    assert bool(warned) is revised
    assert cost.low_unemployment_premium
    if hours == 20 and revised:
        assert "€ 1.274,98" in warned[0].nl  # 5 % of 25,499.63
        assert "werkgeverslijn.nl" in warned[0].nl


def test_the_low_premium_asks_yes_yes_no() -> None:
    asked = [
        (permanent, in_writing, on_call)
        for permanent in (True, False)
        for in_writing in (True, False)
        for on_call in (True, False)
    ]
    low = {
        terms
        for terms in asked
        if employer_cost(
            employer_situation(
                USUAL | dict(zip(("permanent", "in_writing", "on_call"), terms, strict=True))
            )
        ).low_unemployment_premium
    }
    assert low == {(True, True, False)}


def test_averages_of_others_are_said_and_own_figures_silence_them() -> None:
    nobody_told = employer_cost(employer_situation(USUAL))
    assert {"Whk", "schatting van anderen"} == {
        word
        for word in ("Whk", "schatting van anderen")
        if any(word in text.nl for text in nobody_told.cautions)
    }
    assert not any(" uw " in text.nl for text in nobody_told.cautions)
    own = USUAL | {"whk": 0.012, "leave": 150, "sick": 0.06, "training_hours": 20}
    assert employer_cost(employer_situation(own)).cautions == ()


@pytest.mark.parametrize(("month", "warned"), [(2293.97, True), (2293.98, False), (3593, False)])
def test_less_than_the_minimum_wage_is_said(month: float, warned: bool) -> None:
    cost = employer_cost(employer_situation(USUAL | {"month": month}))
    said = [text.nl for text in cost.cautions if "wettelijke minimum" in text.nl]
    assert bool(said) is warned
    if warned:
        assert "€ 14,71 op 2026-01-01" in said[0]


def test_lost_hours_are_told_one_by_one() -> None:
    own = USUAL | {"leave": 150, "sick": 0.06, "training_hours": 20}
    hours = employer_cost(employer_situation(own)).explanation.find("hours.productive")
    lost = {part.key: float(part.amount) for part in hours.parts}
    assert lost == {
        "hours.paid": 1040,
        "hours.leave": -150,
        "hours.sick_leave": pytest.approx(-62.4),
        "hours.training": -20,
    }
    assert float(hours.amount) == pytest.approx(sum(lost.values()))


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        ({"year": 2024}, "pay.cao.vvt_holiday_allowance"),
        ({"year": 2025}, "pay.pension.disability_franchise"),
        ({"year": 2027}, "pay.cao.vvt_week_hours"),
    ],
)
def test_a_figure_that_is_not_known_is_named(told: Told, figure: str) -> None:
    with pytest.raises((NoFigureForDate, ValueError), match=figure):
        employer_cost(employer_situation(USUAL | told))


def test_a_cao_without_figures_asks_for_the_field() -> None:
    with pytest.raises(ValueError, match=r"^holiday_allowance: "):
        employer_cost(employer_situation(USUAL | {"cao": "ghz"}))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"hours": 0}, "hours_per_week"),
        ({"hours": 200}, "hours_per_week"),
        ({"month": 0}, "full_time_month_cents"),
        ({"irregular": -1}, "irregular_cents"),
        ({"other_wage": -1}, "other_wage_cents"),
        ({"whk": 1.5}, "whk_rate"),
        ({"extra_hours": -0.1}, "extra_hours_share"),
        ({"pension_share": 2}, "employee_share"),
        ({"pension": [-1, 0]}, "employee_cents"),
        ({"share": 0}, "share"),
        ({"share": 0.9, "leave": 1}, "share"),
        ({"leave": 100}, "leave_hours, sick_leave_share, training_hours"),
        ({"leave": 100, "sick": 1, "training_hours": 0}, "sick_leave_share"),
        ({"other": {"travel": -1}}, "travel_cents"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(told: Told, field: str) -> None:
    with pytest.raises(ValueError, match=f"^{field}: "):
        employer_situation(USUAL | told)


def test_no_hours_left_for_care_is_refused() -> None:
    told = USUAL | {"leave": 1000, "sick": 0.06, "training_hours": 20}
    with pytest.raises(ValueError, match=r"^leave_hours: "):
        employer_cost(employer_situation(told))


def test_what_is_left_out_is_what_the_page_says() -> None:
    contract = Employment(year=2026, full_time_month_cents=1, hours_per_week=Fraction(1))
    assert (contract.irregular_cents, contract.other_wage_cents, contract.cao) == (0, 0, "vvt")
    terms = PremiumTerms()
    assert (terms.permanent, terms.in_writing, terms.on_call) == (True, True, False)
    assert (terms.extra_hours_share, terms.small_employer, terms.whk_rate) == (0, False, None)
    assert Productivity().share is None
    costs = OtherCosts()
    assert {getattr(costs, name) for name in costs.__slots__} == {0}


def test_own_terms_go_before_those_of_the_cao() -> None:
    told = employer_situation(USUAL)
    own = replace(
        told.employment,
        cao="own",
        full_time_hours=Fraction(40),
        holiday_allowance=Fraction(1),
        year_end_bonus=Fraction(0),
    )
    wage = employer_cost(replace(told, employment=own)).wage
    assert (wage.salary, wage.holiday_allowance, wage.year_end_bonus) == (2155800, 2155800, 0)


@pytest.mark.parametrize("hours", [0, -1, 169])
def test_a_full_time_week_has_hours(hours: int) -> None:
    contract = employer_situation(USUAL).employment
    with pytest.raises(ValueError, match=r"^full_time_hours: "):
        replace(contract, full_time_hours=Fraction(hours))


def test_the_shortest_full_time_week_can_be() -> None:
    contract = employer_situation(USUAL).employment
    assert replace(contract, full_time_hours=Fraction(1)).full_time_hours == 1


def test_no_lost_hours_at_all_can_be() -> None:
    told = USUAL | {"leave": 0, "sick": 0, "training_hours": 0}
    cost = employer_cost(employer_situation(told))
    assert cost.productive_hours == cost.paid_hours == 1040
    whole = employer_cost(employer_situation(USUAL | {"share": 1}))
    assert whole.productive_hours == 1040


@pytest.mark.parametrize(
    ("lost", "field"),
    [
        ({"leave": -1}, "leave_hours"),
        ({"training_hours": -1}, "training_hours"),
        ({"sick": -0.1}, "sick_leave_share"),
    ],
)
def test_lost_hours_below_nothing_are_refused(lost: Told, field: str) -> None:
    with pytest.raises(ValueError, match=f"^{field}: "):
        employer_situation(USUAL | {"leave": 1, "training_hours": 1, "sick": 0.1} | lost)


def test_the_last_hour_of_care_counts_and_none_is_refused() -> None:
    one_left = USUAL | {"leave": 1039, "sick": 0, "training_hours": 0}
    assert employer_cost(employer_situation(one_left)).productive_hours == 1
    with pytest.raises(ValueError, match=r"^leave_hours: "):
        employer_cost(employer_situation(one_left | {"leave": 1040}))


def test_the_line_of_productive_hours_is_what_is_divided_by() -> None:
    cost = employer_cost(employer_situation(USUAL | {"share": 0.8}))
    assert cost.explanation.find("hours.productive").amount == cost.productive_hours == 832


def test_a_pension_premium_above_the_wage_leaves_nothing_for_premiums() -> None:
    cost = employer_cost(employer_situation(USUAL | {"pension": [30000, 100]}))
    assert cost.explanation.find("premiums").amount == 0
    assert cost.wage.pension == 3010000
