"""The chain rule and the notice of the end: the tables, on both sides of every limit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flexpool.contracts.calendar import months_later, told, whole_months
from flexpool.contracts.chain import Contract, chain_of, next_contract, notice_findings

TABLES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "contracts" / "chain.yaml").read_text(encoding="utf-8")
)


def contract(row: list[Any]) -> Contract:
    employer, first, until, *other = row
    return Contract(employer=employer, starts_on=first, ends_on=until, same_work=not other)


@pytest.mark.parametrize("case", TABLES["next"], ids=lambda case: case["name"])
def test_the_next_contract(case: dict[str, Any]) -> None:
    before = [contract(row) for row in case["before"]]
    found = next_contract(before, contract(case["wanted"]))
    assert [one.due_on for one in found] == ([case["permanent"]] if "permanent" in case else [])
    if "says" in case:
        assert case["says"] in found[0].message.nl and case["says"] in found[0].message.en


@pytest.mark.parametrize("case", TABLES["notice"], ids=lambda case: case["name"])
def test_the_notice_of_the_end(case: dict[str, Any]) -> None:
    found = notice_findings(contract(["A", *case["contract"]]), case.get("told"), case["day"])
    assert [one.weight.value for one in found] == ([case["weight"]] if "weight" in case else [])


def test_a_chain_counts_its_contracts_and_months() -> None:
    rows = [["A", date(2025, 1, 1), date(2025, 7, 1)], ["B", date(2025, 9, 1), date(2026, 1, 1)]]
    chain = chain_of([contract(row) for row in rows], date(2026, 1, 1))
    assert (chain.count, chain.months, chain.employers) == (2, 12, ("A", "B"))
    assert chain_of([], date(2026, 1, 1)).months == 0


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later
    assert told(day).en == day.isoformat()


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_whole_months_are_those_that_have_passed(day: date, months: int) -> None:
    later = months_later(day, months)
    assert whole_months(day, later) >= months - 1
    assert months_later(day, whole_months(day, later)) <= later
