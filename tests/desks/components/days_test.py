"""Days in an address, also those with which no calendar can reckon, on desks that read one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from people import Cast
from rondstroom.web.components.days import day_in

OUT = ["0001-01-01", "9999-12-31", "2100-01-01", "1999-12-31", "2026-13-01", "", "gisteren"]
READERS = [
    ("pia", "/planner/week/?day={}"),
    ("pia", "/planner/month/?day={}"),
    ("pia", "/planner/list/?day={}"),
    ("coen", "/region/?day={}"),
    ("coen", "/region/work-codes/shared-out/?from={0}&until={0}"),
    ("petra", "/finance/settlement/payroll/?month={}"),
]


@pytest.mark.parametrize("text", OUT)
def test_what_lies_out_of_any_roster_is_no_day(text: str) -> None:
    assert day_in(text) is None


@pytest.mark.parametrize("text", ["2000-01-01", "2099-12-31"])
def test_the_first_and_the_last_day_are_days(text: str) -> None:
    assert day_in(text) == date.fromisoformat(text)
    assert day_in("2026-W48") == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(("who", "address"), READERS)
def test_a_page_of_such_a_day_is_that_of_today(
    who: str, address: str, text: str, cast: Cast, sign_in: Any
) -> None:
    assert sign_in(getattr(cast, who)).get(address.format(text)).status_code == 200
