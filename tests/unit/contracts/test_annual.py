"""Annual hours: the table, and what holds for every balance."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flexpool.contracts.annual import (
    AnnualHours,
    Balance,
    Spent,
    annual_findings,
    with_shift,
)
from flexpool.contracts.wording import signed_hours

TABLES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "contracts" / "annual.yaml").read_text(encoding="utf-8")
)


def agreed(row: list[Any]) -> AnnualHours:
    hours, plus, minus, starts_on, ends_on = row
    return AnnualHours(
        minutes=hours * 60, plus=plus * 60, minus=minus * 60, starts_on=starts_on, ends_on=ends_on
    )


def spent(told: dict[str, Any]) -> Spent:
    minutes = {name: told.get(name, 0) * 60 for name in ("worked", "planned")}
    days = {name: told.get(name, 0) for name in ("absent_days", "absent_days_ahead")}
    return Spent(**minutes, **days, planned_until=told["planned_until"])


@pytest.mark.parametrize("case", TABLES["balance"], ids=lambda case: case["name"])
def test_the_balance(case: dict[str, Any]) -> None:
    found = Balance(agreed(case["agreed"]), spent(case["spent"]), case["asked_on"])
    if "shift" in case:
        hours, until = case["shift"]
        found = with_shift(found, hours * 60, until)
    told = {name: getattr(found, name) / 60 for name in case["expected"]}
    assert told == case["expected"]
    findings = annual_findings(found)
    assert [one.rule.id for one in findings] == ([case["rule"]] if "rule" in case else [])
    assert [one.minutes for one in findings] == ([abs(found.beyond)] if findings else [])
    if "says" in case:
        assert case["says"] in f"{findings[0].message.nl} {findings[0].cure.nl}"


@pytest.mark.parametrize("row", TABLES["refused"])
def test_what_cannot_be(row: list[Any]) -> None:
    with pytest.raises(ValueError, match="annual hours"):
        agreed(row)


@pytest.mark.parametrize(
    ("minutes", "nl", "en"), [(90, "+1,5", "+1.5"), (-90, "−1,5", "−1.5"), (0, "0", "0")]
)
def test_hours_have_a_sign(minutes: int, nl: str, en: str) -> None:
    assert (signed_hours(minutes).nl, signed_hours(minutes).en) == (nl, en)


@given(
    st.integers(0, 120_000),
    st.integers(0, 364),
    st.integers(0, 400),
    st.integers(0, 60_000),
    st.integers(0, 60_000),
)
def test_what_holds_for_every_balance(
    minutes: int, day: int, ahead: int, worked: int, planned: int
) -> None:
    first = date(2026, 1, 1)
    year = AnnualHours(
        minutes=minutes, plus=600, minus=600, starts_on=first, ends_on=date(2027, 1, 1)
    )
    assert (year.owed, year.due(first)) == (minutes, 0)
    on = first + timedelta(days=day)
    until = on + timedelta(days=ahead)
    balance = Balance(year, Spent(worked=worked, planned=planned, planned_until=until), on)
    assert balance.to_fill == max(0, minutes - worked - planned)
    assert bool(balance.beyond) == bool(annual_findings(balance))
    more = with_shift(balance, 480, until)
    assert more.forecast == balance.forecast + 480
    assert more.so_far == balance.so_far
