"""The page of errors is what the program says, and every code is reached by a test."""

from __future__ import annotations

from pathlib import Path

from api.errors_page import PAGE, page
from rondstroom.api.problems import KINDS

# Cannot be brought about from outside: a fault of ours, and a database that gives no lock.
NOT_FROM_OUTSIDE = {"unforeseen", "busy", "not-allowed-here"}


def test_the_page_is_fresh() -> None:
    """Renew it with: ./run python tests/api/errors_page.py"""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_code_is_reached_by_a_test() -> None:
    tests = "\n".join(one.read_text("utf-8") for one in Path(__file__).parent.glob("test_*.py"))
    assert [code for code in KINDS if f'"{code}"' not in tests] == []
