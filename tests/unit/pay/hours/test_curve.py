"""Which hours the curve has, and what stands beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import yaml

from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.situation import Job, Situation
from unit.pay.household_text import household_from
from unit.pay.work_situations import TABLES

CASES = yaml.safe_load((TABLES / "hours" / "curve.yaml").read_text(encoding="utf-8"))["cases"]


def exact(hours: float) -> Fraction:
    """Read hours as the table writes them."""
    return Fraction(str(hours))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    week = exact(case["full_time"]) if "full_time" in case else None
    found = compare_hours(
        Situation(
            job=Job(full_time_month_cents=320_000, full_time_hours=week),
            hours_now=exact(case["now"]),
            hours_wanted=exact(case["wanted"]),
            household=household_from({}),
        )
    )
    hours = [year.hours for year in found.curve]
    assert hours[:2] == [exact(one) for one in case["begins"]]
    assert hours[-2:] == [exact(one) for one in case["ends"]]
    assert len(hours) == case["points"]
    assert (found.now.hours, found.wanted.hours) == (exact(case["now"]), exact(case["wanted"]))


@pytest.mark.parametrize("wanted", [16, 24, 32])
def test_the_pension_differs_by_what_both_put_aside(wanted: int) -> None:
    found = compare_hours(
        Situation(
            job=Job(full_time_month_cents=320_000),
            hours_now=Fraction(24),
            hours_wanted=Fraction(wanted),
            household=household_from({}),
        )
    )
    assert found.pension_difference == found.wanted.pension_total - found.now.pension_total
    assert (found.pension_difference > 0) is (wanted > 24)
    assert (found.pension_difference < 0) is (wanted < 24)
