"""How amounts, percentages and hours stand in a formula."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from flexpool.pay.wording import formula, number, percent
from flexpool.text import Text


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (36, "36", "36"),
        (Fraction(2448, 100), "24,48", "24.48"),
        (Fraction(1, 3), "0,3333", "0.3333"),
        (Fraction(2, 3), "0,6667", "0.6667"),
        (Decimal("1.50"), "1,5", "1.5"),
        (100, "100", "100"),
        (0, "0", "0"),
        (Fraction(-1, 2), "-0,5", "-0.5"),
    ],
)
def test_a_number_has_at_most_four_decimals(
    value: Fraction | Decimal | int, dutch: str, english: str
) -> None:
    assert number(value) == Text(dutch, english)


@pytest.mark.parametrize(
    ("share", "dutch", "english"),
    [
        (Fraction(1373, 10_000), "13,73 %", "13.73%"),
        (Fraction(1), "100 %", "100%"),
        (Decimal("0.001"), "0,1 %", "0.1%"),
    ],
)
def test_a_share_is_a_percentage(share: Fraction | Decimal, dutch: str, english: str) -> None:
    assert percent(share) == Text(dutch, english)


def test_a_formula_fills_in_amounts_and_words_in_both_languages() -> None:
    told = formula("{} x {} {}", 240_000, number(Fraction(5, 10)), Text("jaar", "year"))
    assert told == Text("€ 2.400,00 x 0,5 jaar", "€2,400.00 x 0.5 year")


def test_what_is_made_when_read_is_the_same_as_what_stands_written() -> None:
    told, written = percent(Fraction(1, 4)), Text("25 %", "25%")
    assert told == written
    assert {told, written} == {written}
    assert told != Text("25 %", "25 %")
    assert told != "25 %"


def test_a_plain_text_stays_as_it_is() -> None:
    assert formula("{} / {}", 1_200, "12") == Text("€ 12,00 / 12", "€12.00 / 12")
