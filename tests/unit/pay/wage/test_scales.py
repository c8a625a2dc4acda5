"""Salary tables where they are known, and the minimum wage."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from flexpool.parameters import NoFigureForDate
from flexpool.pay.wage.minimum import below_minimum_wage
from flexpool.pay.wage.scales import NoSuchStep, month_salary, scales, steps
from flexpool.pay.wage.terms import wage_terms

JULY = date(2026, 7, 1)
VVT = wage_terms("vvt", JULY)


@pytest.mark.parametrize(
    ("cao", "scale", "step", "day", "euros"),
    [
        ("vvt", "35", "highest", JULY, 3593),
        ("vvt", "35", "lowest", JULY, 2664),
        ("ghz", "45", "2", date(2024, 12, 1), 2877),
        ("ghz", "45", "14", date(2024, 12, 1), 4017),
        ("ghz", "45", "highest", date(2024, 12, 1), 4017),
        ("ghz", "5", "0", date(2025, 7, 1), 2090),
        ("ghz", "5", "lowest", date(2026, 11, 1), 2175),
    ],
)
def test_a_step_of_a_scale_has_its_salary(
    cao: str, scale: str, step: str, day: date, euros: int
) -> None:
    line = month_salary(cao, scale, step, day)
    assert line.amount == euros * 100
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


@pytest.mark.parametrize(
    ("month", "missed"), [(233_844, 0), (233_766, 0), (233_765, 1), (200_000, 217)]
)
def test_the_minimum_wage_is_checked_per_hour(month: int, missed: int) -> None:
    line = below_minimum_wage(month, VVT, JULY)
    assert (line and line.amount) == (missed or None)


def test_a_longer_week_makes_the_hour_cheaper() -> None:
    forty = wage_terms("vvt", JULY, full_time_hours=Fraction(40))
    assert below_minimum_wage(240_000, VVT, JULY) is None
    assert below_minimum_wage(240_000, forty, JULY) is not None
