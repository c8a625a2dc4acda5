"""Which hours the curve has, and what stands beside it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
import yaml

from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.outcome import Stretch
from flexpool.pay.hours.situation import Job, Situation, Travel
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


BEFORE, AFTER = (20, 24), (32, 34)
FIRST, LAST = (24, 26), (28, 33)


@pytest.mark.parametrize(
    ("found", "between", "turns_at"),
    [
        ([], [], None),
        ([(*BEFORE, True), (*AFTER, True)], [], None),
        ([(*FIRST, True)], [FIRST], 26),
        ([(*FIRST, True), (*LAST, True)], [FIRST, LAST], 33),
        ([(*FIRST, True), (*LAST, False)], [FIRST, LAST], None),
        ([(*BEFORE, True), (*LAST, True), (*AFTER, True)], [LAST], 33),
    ],
)
def test_only_what_lies_between_both_contracts_is_their_hard_truth(
    found: list[tuple[int, int, bool]], between: list[tuple[int, int]], turns_at: int | None
) -> None:
    result = replace(
        compare_hours(
            Situation(
                job=Job(full_time_month_cents=320_000),
                hours_now=Fraction(32),
                hours_wanted=Fraction(24),
                household=household_from({}),
            )
        ),
        hard_truths=tuple(
            Stretch(Fraction(low), Fraction(high), Fraction(0), turns) for low, high, turns in found
        ),
    )
    held = [(one.from_hours, one.to_hours) for one in result.hard_truths_between]
    assert (held, result.turns_at) == (between, turns_at)


def test_a_month_is_a_twelfth_with_half_a_cent_up() -> None:
    year = compare_hours(
        Situation(
            job=Job(full_time_month_cents=320_000),
            hours_now=Fraction(24),
            hours_wanted=Fraction(24),
            household=household_from({}),
        )
    ).now
    told = [replace(year, travel=cents).month("travel") for cents in (5, 6, 17, 18, 1_200)]
    assert told == [0, 1, 1, 2, 100]


@pytest.mark.parametrize("hours", [Fraction(24), Fraction(1, 2), Fraction(1)])
def test_a_working_day_can_be_short_and_a_whole_day(hours: Fraction) -> None:
    assert Travel(hours_day=hours).hours_day == hours
