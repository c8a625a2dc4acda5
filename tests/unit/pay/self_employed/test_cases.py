"""The tables of cases of self-employment, and what the result says beside its amounts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from flexpool.parameters import NoFigureForDate
from flexpool.pay.self_employed import SelfEmployment, WorkingYear, self_employed_income
from flexpool.pay.self_employed.cautions import presumption
from unit.pay.work_situations import Told, cases, cents, self_employment

USUAL: Told = {
    "year": 2026, "rate": 42, "paid": 28, "holiday": 6, "sick": 3, "empty": 2,
    "administration": 2, "costs": 3500,
}  # fmt: skip


@pytest.mark.parametrize(("told", "case"), cases("self_employed/years"))
def test_case(told: Told, case: dict[str, Any]) -> None:
    income = self_employed_income(self_employment(told))
    expected = {
        name: value if isinstance(value, bool) else cents(value)
        for name, value in case["expect"].items()
    }
    assert {name: getattr(income, name) for name in expected} == expected
    assert income.explanation.amount == income.net


def test_it_is_never_a_verdict() -> None:
    income = self_employed_income(self_employment(USUAL))
    assert "geen juridisch oordeel" in income.cautions[0].nl
    assert "no legal verdict" in income.cautions[0].en


def test_the_expected_presumption_is_a_fact_with_source_and_date() -> None:
    above = self_employed_income(self_employment(USUAL)).presumption
    below = self_employed_income(self_employment(USUAL | {"rate": 37.99})).presumption
    exactly = self_employed_income(self_employment(USUAL | {"rate": 38})).presumption
    assert above and below and exactly
    assert (above.below, exactly.below, below.below) == (False, False, True)
    assert above.threshold_cents == 3800
    assert above.figure.valid_from.year == 2027
    assert above.figure.source and above.figure.confidence.value == "S"


def test_what_is_not_insured_or_saved_is_said() -> None:
    bare = self_employed_income(self_employment(USUAL))
    assert any("arbeidsongeschiktheid" in text.nl for text in bare.cautions)
    assert any("niets voor het pensioen" in text.nl for text in bare.cautions)
    provided = self_employed_income(self_employment(USUAL | {"disability": 4000, "pension": 3000}))
    assert not any("Er is geen verzekering" in text.nl for text in provided.cautions)
    assert any("jaarruimte" in text.nl for text in provided.cautions)


def test_the_combination_credit_lowers_the_tax() -> None:
    plain, parent = (
        self_employed_income(self_employment(USUAL | {"combination": credit}))
        for credit in (False, True)
    )
    assert plain.income_tax - parent.income_tax == 303200


@pytest.mark.parametrize(
    ("told", "figure"),
    [
        ({"year": 2026, "starter": True}, "pay.self_employed.starter_deduction"),
        ({"year": 2024}, "pay.self_employed.zvw_rate"),
        ({"year": 2025, "rate": 95}, "pay.tax.deductions_max_rate"),
    ],
)
def test_a_figure_that_is_not_known_is_named(told: Told, figure: str) -> None:
    with pytest.raises(NoFigureForDate, match=figure):
        self_employed_income(self_employment(USUAL | told))


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"rate": -1}, "rate_cents"),
        ({"costs": -1}, "business_costs_cents"),
        ({"disability": -1}, "disability_premium_cents"),
        ({"pension": -1}, "pension_saving_cents"),
        ({"intermediary": 1}, "intermediary_share"),
        ({"intermediary": -0.1}, "intermediary_share"),
        ({"sick": -1}, "sick_weeks"),
        ({"paid": 169}, "paid_hours_per_week"),
        ({"holiday": 48}, "empty_weeks"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(told: Told, field: str) -> None:
    with pytest.raises(ValueError, match=f"^{field}: "):
        self_employment(USUAL | told)


def test_every_figure_stands_in_the_explanation() -> None:
    income = self_employed_income(self_employment(USUAL))
    names = {figure.name for figure in income.explanation.all_figures}
    assert {
        "pay.self_employed.hours_needed",
        "pay.self_employed.deduction",
        "pay.self_employed.profit_exemption",
        "pay.self_employed.zvw_rate",
        "pay.tax.brackets_under_aow",
    } <= names
    assert income.explanation.leans_on_secondary


@pytest.mark.parametrize(
    ("on", "known"),
    [(date(2020, 1, 1), True), (date(2027, 12, 31), True), (date(2028, 1, 1), False)],
)
def test_the_presumption_is_told_until_its_figure_ends(on: date, known: bool) -> None:
    assert (presumption(4200, on) is not None) is known


@pytest.mark.parametrize(
    ("told", "why"), [({}, "geen starter"), ({"paid": 10}, "te weinig uren voor deze aftrek")]
)
def test_a_deduction_that_is_not_due_says_why(told: Told, why: str) -> None:
    income = self_employed_income(self_employment(USUAL | told))
    line = income.explanation.find("self_employed.starter_deduction")
    assert line.amount == 0
    assert line.formula and line.formula.nl == why


def test_what_is_left_out_is_what_the_page_says() -> None:
    year = WorkingYear(
        paid_hours_per_week=Fraction(20),
        holiday_weeks=Fraction(5),
        sick_weeks=Fraction(1),
        empty_weeks=Fraction(1),
        administration_hours_per_week=Fraction(1),
    )
    work = SelfEmployment(
        year=2026,
        rate_cents=4200,
        working_year=year,
        business_costs_cents=0,
        disability_premium_cents=0,
        pension_saving_cents=0,
    )
    assert (year.training_hours, work.intermediary_share) == (0, 0)
    assert (work.pension_is_deductible, work.starter, work.combination) == (True, False, False)
    assert (year.paid_hours, year.administration_hours, year.hours_spent) == (900, 46, 946)
