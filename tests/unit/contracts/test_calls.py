"""On-call contracts: the tables, on both sides of every limit."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.contracts.calls import calling, offer
from flexpool.contracts.calls.contract import (
    HoursAgreement,
    HoursKind,
    has_least_pay,
    is_on_call,
    may_stay_away,
)
from flexpool.contracts.rule import Weight
from flexpool.periods import AMSTERDAM

TABLES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "contracts" / "calls.yaml").read_text(encoding="utf-8")
)
START = "2026-11-13 07:00"


def table(name: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in TABLES[name]]


def moment(text: object) -> datetime:
    return datetime.fromisoformat(str(text)).replace(tzinfo=AMSTERDAM)


def hours(case: dict[str, Any]) -> HoursAgreement:
    return HoursAgreement(
        kind=HoursKind(case["kind"]),
        minutes_per_week=round(case.get("hours", 0) * 60),
        even_pay=case.get("even_pay", True),
        excludes_wage=case.get("excludes_wage", False),
        unpredictable=case.get("unpredictable", False),
    )


def call(case: dict[str, Any]) -> calling.Call:
    starts_at = moment(case.get("start", START))
    return calling.Call(starts_at=starts_at, minutes=480, term_hours=case.get("term"))


@pytest.mark.parametrize("case", table("on_call"))
def test_on_call(case: dict[str, Any]) -> None:
    assert is_on_call(hours(case)) is case["on_call"]
    assert has_least_pay(hours(case), date(2026, 11, 13)) is case["on_call"]


@pytest.mark.parametrize("case", table("least_pay"))
def test_a_short_call_is_topped_up(case: dict[str, Any]) -> None:
    found = calling.worked(hours(case), call(case), case["worked"])
    assert sum(one.minutes for one in found) == case["topped_up"]
    assert all(one.rule is calling.LEAST_HOURS for one in found)


@pytest.mark.parametrize("case", table("call_term"))
def test_a_late_call_may_be_refused(case: dict[str, Any]) -> None:
    found = calling.called(hours(case), call(case), moment(case["at"]))
    assert bool(found) is case["late"]
    assert all(one.weight is Weight.NOTE and not one.minutes for one in found)


@pytest.mark.parametrize("case", table("late_change"))
def test_cancelling_late_costs_what_was_called(case: dict[str, Any]) -> None:
    found = calling.changed(hours(case), call(case), moment(case["at"]), case.get("left", 0))
    assert sum(one.minutes for one in found) == case["paid"]
    assert all(one.weight is Weight.COSTS and one.cure.nl for one in found)


@pytest.mark.parametrize("case", table("reference_times"))
def test_outside_the_agreed_times_one_may_stay_away(case: dict[str, Any]) -> None:
    slots = case["slots"] if "slots" in case else [case["slot"]]
    agreed = HoursAgreement(
        unpredictable=case.get("unpredictable", True),
        reference_times=tuple(
            (weekday, time.fromisoformat(opens), time.fromisoformat(closes))
            for weekday, opens, closes in slots
        ),
    )
    shift = moment(case.get("start", START)), moment(case.get("end", "2026-11-13 15:30"))
    found = may_stay_away(agreed, *shift)
    assert bool(found) is case["may_refuse"]
    assert all(one.rule.source_ref == "O6" and one.cure.en for one in found)


@pytest.mark.parametrize("case", table("offers"))
def test_the_offer_after_twelve_months(case: dict[str, Any]) -> None:
    spells = [offer.Spell(*days) for days in case["spells"]]
    first = min(one.starts_on for one in spells)
    worked = [(first + timedelta(days=7 * week), 20 * 60) for week in range(120)]
    found = offer.next_offer(spells, worked, case["day"])
    findings = offer.offer_findings(found, case.get("made"), case["day"])
    assert bool(findings) is case["due"]
    if "weight" in case:
        assert [one.weight.value for one in findings] == [case["weight"]]
    told = {"from": "counts_from", "through": "due_through", "begins_by": "begins_by"}
    for name, attribute in told.items():
        if name in case:
            assert found is not None
            assert getattr(found, attribute) == case[name]
    if "week_hours" in case:
        assert found is not None
        exact = found.week_minutes / 60
        assert abs(exact - case["week_hours"]) < Fraction(1, 2)
        assert "uur per week" in findings[0].message.nl and "2026-12-23" in findings[0].message.en


def test_nobody_on_call_gets_no_offer() -> None:
    assert offer.next_offer([], [], date(2026, 11, 23)) is None
    assert offer.offer_findings(None, None, date(2026, 11, 23)) == ()
    later = [offer.Spell(date(2026, 12, 1))]
    assert offer.counted_months(later, date(2026, 11, 23)) is None
