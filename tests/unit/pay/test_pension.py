"""The pension premium at PFZW: the table of cases, and what it refuses."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.money import euros
from flexpool.parameters import NoFigureForDate
from flexpool.pay.pension import part_time_factor, pension_premium

TABLE = Path(__file__).parents[2] / "cases" / "pay" / "pension" / "premiums.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["cases"]
IN_2026 = date(2026, 1, 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    share = Fraction(str(case["share"])) if "share" in case else None
    found = pension_premium(
        euros(f"{case['full_time_year']:.2f}"),
        Fraction(str(case["factor"])),
        date(case["year"], 1, 1),
        share,
    )
    assert found.employee == euros(f"{case['employee']:.2f}")
    assert found.total == euros(f"{case['total']:.2f}")
    assert found.explanation.amount == found.employee


def test_the_part_time_factor_has_four_decimals() -> None:
    assert part_time_factor(Fraction(20, 36)) == Fraction("0.5556")
    assert part_time_factor(Fraction("0.00005")) == Fraction("0.0001")
    assert part_time_factor(Fraction("24.48") / 36) == Fraction("0.68")


@settings(deadline=None)
@given(st.integers(0, 20_000_000), st.integers(1, 36), st.integers(0, 36))
def test_more_hours_or_more_salary_never_lower_the_premium(
    salary: int, hours: int, more: int
) -> None:
    premium = pension_premium(salary, Fraction(hours, 72), IN_2026)
    assert pension_premium(salary, Fraction(hours + more, 72), IN_2026).total >= premium.total
    assert pension_premium(salary + more, Fraction(hours, 72), IN_2026).total >= premium.total
    assert premium.employee >= 0
    assert premium.employer >= 0


@pytest.mark.parametrize(
    ("year", "figure"), [(2025, "disability_franchise"), (2027, "salary_max"), (2021, "salary_max")]
)
def test_a_year_without_a_source_is_refused(year: int, figure: str) -> None:
    with pytest.raises(NoFigureForDate, match=f"pay.pension.{figure}.*{year}"):
        pension_premium(5_000_000, Fraction(1), date(year, 1, 1))


def test_the_explanation_names_every_premium_with_its_figures() -> None:
    explained = pension_premium(5_000_000, Fraction(1), IN_2026).explanation
    assert explained.find("pension.old_age").amount > 0
    assert explained.find("pension.wia_excess").amount == 0
    names = {figure.name for figure in explained.all_figures}
    assert {"pay.pension.franchise", "pay.pension.employee_share"} <= names
