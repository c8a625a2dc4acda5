"""Whole households at two numbers of hours, checked by hand against the rules."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.money import euros
from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.outcome import HoursResult, Outcome
from flexpool.pay.hours.situation import (
    IrregularHours,
    IrregularWork,
    Job,
    Situation,
    Travel,
)
from unit.pay.household_text import care_from, household_from

TABLE = Path(__file__).parents[3] / "cases" / "pay" / "hours" / "families.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["cases"]
# Of these a case tells every one that is not nothing.
AMOUNTS = (
    "gross",
    "pension",
    "tax",
    "net_wage",
    "partner_net",
    "health_care",
    "rent",
    "child_budget",
    "child_care",
    "child_care_cost",
    "travel",
    "disposable",
)


def result_of(case: dict[str, Any]) -> HoursResult:
    """Work out a case."""
    bands = [IrregularHours(Fraction(str(s)), Fraction(h)) for s, h in case.get("irregular", [])]
    return compare_hours(
        Situation(
            job=Job(full_time_month_cents=euros(case["month"])),
            hours_now=Fraction(case["hours_now"]),
            hours_wanted=Fraction(case["hours_wanted"]),
            household=household_from(case["household"]),
            irregular=IrregularWork(bands=tuple(bands)),
            care_wanted=tuple(care_from(child) for child in case.get("care_wanted", [])),
            travel=Travel(cost_day_cents=euros(f"{case.get('cost_day', 0):.2f}")),
        )
    )


def _told(year: Outcome) -> dict[str, int]:
    return {name: getattr(year, name) for name in AMOUNTS if getattr(year, name)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
@pytest.mark.parametrize("when", ["now", "wanted"])
def test_every_amount_of_the_year(case: dict[str, Any], when: str) -> None:
    expected = {name: euros(f"{amount:.2f}") for name, amount in case[when].items()}
    assert _told(getattr(result_of(case), when)) == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_an_hour_more_brings(case: dict[str, Any]) -> None:
    result = result_of(case)
    assert result.net_per_extra_hour == euros(f"{case['net_per_extra_hour']:.2f}")
    assert result.kept is not None
    assert round(float(result.kept), 4) == case["kept"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_told_adds_up(case: dict[str, Any]) -> None:
    for when in ("now", "wanted"):
        told = {name: case[when].get(name, 0) for name in AMOUNTS}
        plus = ("net_wage", "partner_net", "health_care", "rent", "child_budget", "child_care")
        spent = told["child_care_cost"] + told["travel"]
        assert sum(told[name] for name in plus) - spent == pytest.approx(told["disposable"])
        left = told["gross"] - told["pension"] - told["tax"]
        assert left == pytest.approx(told["net_wage"])
