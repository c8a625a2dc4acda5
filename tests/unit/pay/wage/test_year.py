"""The wage of a year before tax, and the terms of the cao behind it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.money import euros
from flexpool.pay.wage.terms import TermNotKnown, wage_terms
from flexpool.pay.wage.year import full_time_year, year_wage

TABLE = Path(__file__).parents[3] / "cases" / "pay" / "wage" / "years.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["cases"]
DAY = date(2026, 7, 1)
VVT = wage_terms("vvt", DAY)


def _cents(amount: float) -> int:
    return euros(f"{amount:.2f}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    part_time, irregular = Fraction(str(case["part_time"])), _cents(case.get("irregular", 0))
    wage = year_wage(_cents(case["month"]), part_time, irregular, VVT)
    for field in ("salary", "holiday_allowance", "year_end_bonus", "gross"):
        assert getattr(wage, field) == _cents(case[field]), field
    assert wage.explanation.amount == wage.gross
    assert sum(int(part.amount) for part in wage.explanation.parts) == wage.gross


def test_the_pension_counts_salary_and_both_allowances_at_full_time() -> None:
    assert full_time_year(359_300, VVT) == 5_015_684


def test_the_figures_of_the_cao_stand_with_their_line() -> None:
    explained = year_wage(300_000, Fraction(1), 0, VVT).explanation
    (figure,) = explained.find("wage.holiday_allowance").figures
    assert figure.name == "pay.cao.vvt_holiday_allowance"
    assert explained.leans_on_secondary


def test_a_month_has_a_twelfth_of_52_weeks() -> None:
    assert VVT.month_hours == 156


@pytest.mark.parametrize(
    ("cao", "day", "field"),
    [
        ("ghz", DAY, "holiday_allowance"),
        ("unheard_of", DAY, "full_time_hours"),
        ("vvt", date(2019, 1, 1), "full_time_hours"),
    ],
)
def test_a_term_nobody_told_is_asked_for_by_its_field(cao: str, day: date, field: str) -> None:
    with pytest.raises(TermNotKnown, match=f"^{field}: .*give it yourself"):
        wage_terms(cao, day)


def test_what_the_person_tells_goes_before_the_cao() -> None:
    own = wage_terms(
        "unheard_of",
        DAY,
        full_time_hours=Fraction(40),
        holiday_allowance=Fraction("0.08"),
        year_end_bonus=Fraction(0),
    )
    assert (own.full_time_hours, own.year_end_bonus, own.figures) == (40, 0, ())
    assert wage_terms("vvt", DAY, year_end_bonus=Fraction(0)).year_end_bonus == 0
