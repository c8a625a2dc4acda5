"""Salary tables where they are known, and the minimum wage."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.money import euros
from flexpool.parameters import NoFigureForDate
from flexpool.pay.wage.minimum import below_minimum_wage
from flexpool.pay.wage.scales import NoSuchStep, month_salary, scales, steps
from flexpool.pay.wage.terms import wage_terms

TABLES = Path(__file__).parents[3] / "cases" / "pay" / "wage"
JULY = date(2026, 7, 1)


def _cases(table: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = yaml.safe_load((TABLES / f"{table}.yaml").read_text("utf-8"))[
        "cases"
    ]
    return cases


@pytest.mark.parametrize("case", _cases("scales"), ids=str)
def test_a_step_of_a_scale_has_its_salary(case: dict[str, Any]) -> None:
    line = month_salary(case["cao"], str(case["scale"]), str(case["step"]), case["day"])
    assert line.amount == case["month"] * 100
    assert line.leans_on_secondary


def test_scales_and_steps_are_in_order() -> None:
    assert scales("vvt") == ("15", "20", "25", "30", "35", "40", "45", "50")
    assert scales("ghz")[0] == "5"
    assert scales("ggz") == ()
    assert steps("vvt", "35", JULY) == ("lowest", "highest")
    assert steps("ghz", "50", JULY)[0] == "1"


@pytest.mark.parametrize(
    ("cao", "scale", "step", "what"),
    [
        ("ggz", "35", "1", "scale: .*'ggz'.*give the month salary"),
        ("vvt", "37", "1", "scale: .*'37'.*known are 15"),
        ("vvt", "35", "3", "step: .*'3'; known are lowest, highest"),
        ("ghz", "45", "0", "step: .*'0'; known are 2, 3"),
    ],
)
def test_what_is_not_there_is_named_with_what_is(
    cao: str, scale: str, step: str, what: str
) -> None:
    with pytest.raises(NoSuchStep, match=what):
        month_salary(cao, scale, step, JULY)


def test_a_table_of_another_date_is_not_guessed() -> None:
    with pytest.raises(NoFigureForDate, match="fwg_35"):
        month_salary("vvt", "35", "highest", date(2026, 6, 30))


@pytest.mark.parametrize("case", _cases("minimum"), ids=lambda case: case["name"])
def test_the_minimum_wage_is_checked_per_hour(case: dict[str, Any]) -> None:
    terms = wage_terms("vvt", case["day"], full_time_hours=Fraction(case["week"]))
    line = below_minimum_wage(euros(f"{case['month']:.2f}"), terms, case["day"])
    assert (line and line.amount) == (euros(f"{case['missed']:.2f}") or None)


def test_the_ends_of_a_scale_are_said_in_the_language_of_the_reader() -> None:
    told = [month_salary("vvt", "35", step, JULY).what for step in ("lowest", "highest")]
    assert [text.nl.rpartition(" ")[2] for text in told] == ["laagste", "hoogste"]
    assert [text.en.rpartition(" ")[2] for text in told] == ["lowest", "highest"]
