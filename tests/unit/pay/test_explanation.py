"""The tree of lines with which an amount explains itself."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from flexpool.parameters import Confidence, Value
from flexpool.pay.explanation import Line, LineUnit
from flexpool.text import Text

RATE = Value(
    "pay.rate", ((1, 2), (3, None)), "fraction", date(2026, 1, 1), None, "Law", Confidence.OFFICIAL
)
HEARD = Value("pay.heard", 7, "euro_cents", date(2026, 1, 1), None, "News", Confidence.SINGLE)
LEAF = Line("a.leaf", Text("blad", "leaf"), Fraction(1, 3), LineUnit.FRACTION, figures=(RATE,))
TREE = Line("a", Text("boom", "tree"), 700, figures=(RATE, HEARD), parts=(LEAF,))


def test_a_line_is_found_by_its_key() -> None:
    assert TREE.find("a.leaf") is LEAF
    with pytest.raises(KeyError):
        TREE.find("b")


def test_figures_are_named_once_and_secondary_sources_show() -> None:
    assert TREE.all_figures == (RATE, HEARD)
    assert TREE.leans_on_secondary
    assert not LEAF.leans_on_secondary


def test_the_tree_as_json_speaks_the_language_asked_for() -> None:
    written = TREE.as_json("en")
    assert (written["what"], written["amount"]) == ("tree", 700)
    assert written["parts"][0]["amount"] == "0.333333"
    assert [figure["secondary_source"] for figure in written["figures"]] == [False, True]


def test_every_part_of_a_line_is_written() -> None:
    half = Text("op hele centen", "to whole cents")
    line = Line("a", Text("som", "sum"), 5, formula=Text("2 + 3", "2 + 3"), rounding=half)
    assert line.as_json() == {
        "key": "a",
        "what": "som",
        "amount": 5,
        "unit": "euro_cents",
        "formula": "2 + 3",
        "rounding": "op hele centen",
        "figures": [],
        "parts": [],
    }
    assert LEAF.as_json()["figures"] == [
        {
            "name": "pay.rate",
            "value": [(1, 2), (3, None)],
            "unit": "fraction",
            "valid_from": "2026-01-01",
            "source": "Law",
            "confidence": "A",
            "secondary_source": False,
        }
    ]
    assert (LEAF.as_json()["formula"], LEAF.as_json()["rounding"]) == (None, None)
