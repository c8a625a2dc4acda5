"""The reader of figures: exact numbers, amounts in cents whatever the law writes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from flexpool.parameters import NoFigureForDate, NoSuchFigure
from flexpool.pay.figures import cents, rate, rates

TODAY = date(2026, 11, 22)


def test_a_rate_is_exact_and_comes_with_its_figure() -> None:
    share, figure = rate("credits.general_rate", TODAY)
    assert share == Fraction(6398, 100_000)
    assert (figure.name, figure.value) == ("pay.credits.general_rate", "0.06398")


def test_a_list_of_rates_is_exact() -> None:
    build_up, figure = rates("credits.labour_build_up", TODAY)
    assert build_up == (Fraction("0.08324"), Fraction("0.31009"), Fraction("0.01950"))
    assert figure.unit == "rate"


def test_amounts_in_euros_and_in_cents_both_come_as_cents() -> None:
    amount, figure = cents("credits.general_max", TODAY)
    assert (amount, figure.unit) == (311_500, "euro")
    amount, figure = cents("minimum_wage.hour", TODAY)
    assert (amount, figure.unit) == (1499, "euro_cents")


def test_a_rate_is_no_amount() -> None:
    with pytest.raises(
        ValueError, match=r"^pay\.credits\.general_rate is no amount of money but counts rate$"
    ):
        cents("credits.general_rate", TODAY)


def test_a_figure_or_day_that_is_not_known_is_named() -> None:
    with pytest.raises(NoSuchFigure, match=r"pay\.tax\.window_tax"):
        rate("tax.window_tax", TODAY)
    with pytest.raises(NoFigureForDate, match=r"pay\.tax\.anonymous_rate.*2025-12-31"):
        rate("tax.anonymous_rate", date(2025, 12, 31))
    with pytest.raises(NoFigureForDate, match=r"pay\.minimum_wage\.hour.*2024-12-31"):
        cents("minimum_wage.hour", date(2024, 12, 31))
