"""Values side by side for reading."""

from __future__ import annotations

from fractions import Fraction

import pytest

from flexpool.text import Text
from rondstroom.cli.pay.columns import (
    COLUMN,
    LABEL,
    WIDTH,
    amount,
    hours,
    listed,
    plain,
    side_by_side,
    table,
)


def test_a_column_per_side_and_a_line_per_row() -> None:
    shown = side_by_side(
        [1, 20], plain, {Text("dubbel", "double"): lambda side: plain(2 * side)}, "nl"
    )
    head, row = shown.splitlines()
    assert head.split() == ["1", "20"]
    assert row.split() == ["dubbel", "2", "40"]
    assert len(head) == len(row) == LABEL + 2 * COLUMN


def test_a_long_head_goes_on_below() -> None:
    heads = [plain("a name that does not fit in a column"), plain("short")]
    shown = table(heads, [(plain("row"), [plain(1), plain(2)])], "en").splitlines()
    assert len(shown) == 4
    assert shown[0].split()[-1] == "short"
    assert all(len(line) <= LABEL + 2 * COLUMN for line in shown)


def test_sentences_are_wrapped_behind_a_dash() -> None:
    shown = listed([Text("kort", "short"), Text("lang " * 40, "long " * 40)], "en").splitlines()
    assert shown[0] == "- short"
    assert shown[1].startswith("- long") and shown[2].startswith("  long")
    assert max(map(len, shown)) <= WIDTH


@pytest.mark.parametrize(
    ("cents", "dutch", "english"),
    [(123456, "€ 1.234,56", "€1,234.56"), (0, "€ 0,00", "€0.00"), (None, "-", "-")],
)
def test_amounts_in_both_languages(cents: int | None, dutch: str, english: str) -> None:
    assert amount(cents) == Text(dutch, english)


def test_hours_have_one_decimal() -> None:
    assert hours(Fraction(11401, 10)) == Text("1140,1", "1140.1")
