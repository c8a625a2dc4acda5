"""The tables of cases of the benefits: the official examples, and each limit from both sides."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.pay.benefits.benefit import MONTH_NAMES, BenefitName
from flexpool.pay.benefits.entitlements import FORMULAS
from flexpool.pay.benefits.household import Adult, CoResident, Household
from unit.pay.household_text import household_from

TABLES = Path(__file__).parents[3] / "cases" / "pay" / "benefits"
EURO = 100


def _cases() -> list[Any]:
    return [
        pytest.param(table["benefit"], case, id=f"{path.stem}: {case['name']}")
        for path in sorted(TABLES.glob("*.yaml"))
        for table in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        for case in table["cases"]
    ]


@pytest.mark.parametrize(("name", "case"), _cases())
def test_case(name: str, case: dict[str, Any]) -> None:
    benefit = FORMULAS[BenefitName(name)](household_from(case["household"]))
    english = [month.en for month in MONTH_NAMES]
    found = {
        month: benefit.months[english.index(month)] // EURO for month in case.get("months", {})
    }
    assert found == case.get("months", {})
    if "month" in case:
        assert benefit.months == (case["month"] * EURO,) * len(english)
    assert benefit.month == benefit.months[0]
    if "year" in case:
        assert benefit.year == case["year"] * EURO
    if "year_amount" in case:
        assert benefit.explanation.find(f"{name}.year").amount == case["year_amount"] * EURO
    assert benefit.explanation.amount == benefit.year
    assert benefit.year or any(line.formula for line in benefit.explanation.walk())


def test_the_months_have_their_names_in_both_languages() -> None:
    dutch = (
        "januari februari maart april mei juni juli augustus september oktober november december"
    )
    english = (
        "January February March April May June July August September October November December"
    )
    assert [month.nl for month in MONTH_NAMES] == dutch.split()
    assert [month.en for month in MONTH_NAMES] == english.split()


def test_what_is_not_told_is_nothing() -> None:
    other, one = CoResident(age=30), Adult(age=30)
    home = Household(year=2026, applicant=one)
    assert (one.income_cents, other.income_cents, other.wealth_cents, home.wealth_cents) == (0,) * 4
    assert (other.own_child, one.insured, home.parents_work) == (False, True, True)
