"""Money: cents stay whole, rounding has a name, parts add up to the whole."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flexpool import money
from flexpool.money import Rounding


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("17,35", 1735),
        ("17.35", 1735),
        ("0", 0),
        (12, 1200),
        (Decimal("-0.05"), -5),
        (" 3,1 ", 310),
    ],
)
def test_euros_become_cents(text: str, cents: int) -> None:
    assert money.euros(text) == cents


@pytest.mark.parametrize("text", ["", "one", "1.234,50", "0,001", "NaN", "Infinity", 1.5])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(money.NotAnAmount):
        money.euros(text)


@pytest.mark.parametrize(
    ("exact", "half_up", "half_even", "down", "up"),
    [
        ("2.5", 3, 2, 2, 3),
        ("3.5", 4, 4, 3, 4),
        ("-2.5", -3, -2, -3, -2),
        ("2.4", 2, 2, 2, 3),
        ("7", 7, 7, 7, 7),
    ],
)
def test_rounding_has_a_name(exact: str, half_up: int, half_even: int, down: int, up: int) -> None:
    expected = {
        Rounding.HALF_UP: half_up,
        Rounding.HALF_EVEN: half_even,
        Rounding.DOWN: down,
        Rounding.UP: up,
    }
    for how, cents in expected.items():
        assert money.rounded(Decimal(exact), how) == cents
        assert money.rounded(Fraction(exact), how) == cents


def test_times_a_percentage() -> None:
    assert money.times(1735, Decimal("1.22"), Rounding.HALF_UP) == 2117


@given(
    st.integers(-100_000, 100_000),
    st.lists(st.integers(0, 50), min_size=1).filter(lambda weights: sum(weights) > 0),
)
def test_parts_add_up_and_stay_within_a_cent(cents: int, weights: list[int]) -> None:
    parts = money.split(cents, weights)
    assert sum(parts) == cents
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - Fraction(cents * weight, sum(weights))) < 1


@pytest.mark.parametrize("weights", [[0, 0], [2, -1]])
def test_weights_that_divide_nothing_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="cannot be divided"):
        money.split(100, weights)


def test_as_people_read_it() -> None:
    assert money.as_text(123450) == "€ 1.234,50"
    assert money.as_text(-5) == "€ -0,05"
    assert money.as_text(123450, "en") == "€1,234.50"
    assert money.as_text(-5, "en") == "-€0.05"
