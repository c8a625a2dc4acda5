"""The reviewed rows of a single renter, and every cent in which they differ from the reference.

The reference is our own earlier calculation. It takes the part-time factor as it is, where PFZW
rounds it to four decimals: 20 of 36 hours is 0.5556, not 0.5555…. The premium differs by
`32,873.84 x 12.95 % x (rounded - exact)`; the tax by the rate over that; nothing else differs.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.money import euros
from flexpool.pay.benefits.household import Adult, Household
from flexpool.pay.hours.compare import compare_hours
from flexpool.pay.hours.outcome import HoursResult
from flexpool.pay.hours.situation import Job, ScaleStep, Situation

TABLE = Path(__file__).parents[3] / "cases" / "pay" / "hours" / "single_renter.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["rows"]


def result_at(hours: str) -> HoursResult:
    """Compare today's average contract with other hours, for a single renter in VVT FWG 35."""
    return compare_hours(
        Situation(
            job=Job(scale=ScaleStep("35", "highest", date(2026, 7, 1))),
            hours_now=Fraction("24.48"),
            hours_wanted=Fraction(hours),
            household=Household(year=2026, applicant=Adult(age=30), rent_cents=70_000),
        )
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['hours']} hours")
def test_row(row: dict[str, Any]) -> None:
    wanted = result_at(str(row["hours"])).wanted
    for field, amount in row["amounts"].items():
        assert getattr(wanted, field) == euros(f"{amount:.2f}"), field


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['hours']} hours")
def test_every_cent_of_difference_comes_from_the_part_time_factor(row: dict[str, Any]) -> None:
    wanted = result_at(str(row["hours"])).wanted
    exact = Fraction(str(row["hours"])) / 36
    rounded = Fraction(round(exact * 10_000), 10_000)
    expected = 3_287_384 * Fraction("0.1295") * (rounded - exact)
    reference = {field: euros(f"{amount:.2f}") for field, amount in row["reference"].items()}
    assert abs(wanted.pension - reference["pension"] - expected) < 1
    same = ("gross", "health_care", "rent")
    assert [getattr(wanted, field) for field in same] == [reference[field] for field in same]
    lower_tax = reference["tax"] - wanted.tax
    assert reference["disposable"] - wanted.disposable == round(expected) - lower_tax


def test_the_hard_truth_between_the_average_contract_and_28_hours() -> None:
    result = result_at("28")
    assert result.kept is not None
    assert round(float(result.kept), 2) == 0.18
    (stretch,) = result.hard_truths_between
    assert (stretch.from_hours, stretch.to_hours, stretch.turns) == (23, 32, True)
    assert result.turns_at == 32


def test_beyond_the_turn_more_stays() -> None:
    result = result_at("36")
    above = compare_hours(
        Situation(
            job=Job(scale=ScaleStep("35", "highest", date(2026, 7, 1))),
            hours_now=Fraction(33),
            hours_wanted=Fraction(36),
            household=Household(year=2026, applicant=Adult(age=30), rent_cents=70_000),
        )
    )
    assert above.kept is not None
    assert above.kept > Fraction(1, 2)
    assert above.hard_truths_between == ()
    assert above.turns_at is None
    assert result.turns_at == 32
