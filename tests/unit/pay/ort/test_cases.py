"""The table of shifts: which minutes get which allowance."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.money import euros
from flexpool.pay.ort.allowance import HourlyWage, shift_allowance
from flexpool.periods import AMSTERDAM, Period

TABLE = Path(__file__).parents[3] / "cases" / "pay" / "ort" / "shifts.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))["cases"]


def _period(text: str) -> Period:
    start, end = (datetime.fromisoformat(part) for part in text.split(" - "))
    return Period(start.replace(tzinfo=AMSTERDAM), end.replace(tzinfo=AMSTERDAM))


def _cents(amount: float | None) -> int | None:
    return None if amount is None else euros(f"{amount:.2f}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    wage = HourlyWage(
        cents=euros(f"{case['hourly']:.2f}"),
        cap_cents=_cents(case.get("cap")),
        function_group=case.get("group"),
    )
    breaks = [_period(text) for text in case.get("breaks", [])]
    found = shift_allowance(case["cao"], _period(case["shift"]), breaks, wage)
    told = {Fraction(percent, 100): minutes for percent, minutes in case["worked"].items()}
    assert {line.share: line.minutes for line in found.lines} == told
    assert found.cents == _cents(case["total"])
    assert found.explanation.amount == found.cents
    assert [note.en for note in found.notes if case.get("says", "") not in note.en] == []
    assert bool(found.notes) == ("says" in case)
