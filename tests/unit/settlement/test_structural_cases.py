"""The table of lasting hire: what the rule finds is what the table says."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.settlement import structural_spells

TABLE = Path(__file__).parents[2] / "cases" / "settlement" / "structural.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text("utf-8"))["cases"]
MONDAY = date(2026, 1, 5)
MINUTES = 480


def day(week: int, weekday: int = 0) -> date:
    return MONDAY + timedelta(weeks=week, days=weekday)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
@pytest.mark.parametrize("weekday", [0, 6])
def test_the_table(case: dict[str, Any], weekday: int) -> None:
    work = [(1, 1, day(week, weekday), MINUTES) for week in case["weeks"]]
    found = structural_spells(work, case["longer_than"], case["gap"])
    told = [[(one.first - MONDAY).days // 7, (one.last - MONDAY).days // 7] for one in found]
    assert [[*pair, one.weeks] for pair, one in zip(told, found, strict=True)] == case["found"]
    assert all(one.minutes % MINUTES == 0 and one.minutes for one in found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_others_change_nothing(case: dict[str, Any]) -> None:
    mine = [(1, 1, day(week), MINUTES) for week in case["weeks"]]
    other_team = [(1, 2, day(0), MINUTES)]
    other_worker = [(2, 1, day(0), MINUTES)]
    found = structural_spells([*other_team, *mine, *other_worker], case["longer_than"], case["gap"])
    assert found == structural_spells(mine, case["longer_than"], case["gap"])
