"""Work codes: the tables, on both sides of every bound, and what several codes come to."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.contracts.rule import Finding, Weight
from flexpool.contracts.work_code import judging
from flexpool.contracts.work_code.code import WorkCode, binding
from flexpool.contracts.work_code.pay import pay_findings
from flexpool.contracts.work_code.rules import RULES
from flexpool.contracts.work_code.unsocial import unsocial_minutes
from flexpool.periods import AMSTERDAM, Period

TABLES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/contracts/work_code.yaml").read_text(encoding="utf-8")
)
START = "2026-11-23 07:00"


def table(name: str) -> list[Any]:
    return [pytest.param(case, id=case["name"]) for case in TABLES[name]]


def moment(text: object) -> datetime:
    return datetime.fromisoformat(str(text)).replace(tzinfo=AMSTERDAM)


def part(case: dict[str, Any], name: str) -> Fraction | None:
    return Fraction(case[name], 100) if name in case else None


def check(found: tuple[Finding, ...], rule: str, expected: object) -> None:
    """See that a finding of policy is there or not, and complete in both languages."""
    assert [one.rule.id for one in found] == ([f"work-code.{rule}"] if expected else [])
    for one in found:
        assert one.weight is Weight.POLICY
        assert one.message.nl != one.message.en
        assert one.cure.nl != one.cure.en


@pytest.mark.parametrize("case", table("unsocial"))
def test_minutes_in_evening_night_and_weekend(case: dict[str, Any]) -> None:
    code = WorkCode(evening_from=time.fromisoformat(case.get("evening", "20:00")))
    shift = Period(moment(case["start"]), moment(case["end"]))
    assert unsocial_minutes(code, shift, case.get("break", 0)) == case["minutes"]


def test_a_day_that_is_all_evening_counts_whole() -> None:
    code = WorkCode(evening_from=time(0), morning_until=time(0))
    shift = Period(moment(START), moment("2026-11-23 15:00"))
    assert unsocial_minutes(code, shift) == 8 * 60


@pytest.mark.parametrize("case", table("share"))
def test_the_share_of_evening_night_and_weekend(case: dict[str, Any]) -> None:
    code = WorkCode(anw_least=part(case, "least"), anw_most=part(case, "most"))
    found = judging.share_findings(code, case["unsocial"], case["base"], date(2026, 11, 23))
    check(found, "anw-share", case["found"])
    word = {"over": "hooguit 40 %", "under": "minstens 20 %"}.get(case["found"], "")
    assert all(word in one.message.nl and "11-2026" in one.message.nl for one in found)


@pytest.mark.parametrize("case", table("notice"))
def test_a_roster_is_known_in_time(case: dict[str, Any]) -> None:
    code = WorkCode(notice_days=case.get("days"))
    found = judging.notice_findings(code, moment(case["known"]), moment(START))
    check(found, "roster-notice", case["found"])
    assert all(one.due_on == case["due"] for one in found)


@pytest.mark.parametrize("case", table("cancelling"))
def test_both_sides_cancel_in_time(case: dict[str, Any]) -> None:
    code = WorkCode(employer_hours=case.get("employer"), worker_hours=case.get("worker"))
    by_worker = case.get("by_worker", False)
    found = judging.cancelling_findings(
        code, moment(case["at"]), moment(START), by_worker=by_worker
    )
    check(found, "cancelling", case["found"])
    who = "de medewerker" if by_worker else "de werkgever"
    assert all(who in one.message.nl for one in found)


@pytest.mark.parametrize("case", table("training"))
def test_training_is_planned_in_the_year(case: dict[str, Any]) -> None:
    code = WorkCode(training_minutes=case["hours"] * 60 if "hours" in case else None)
    found = judging.training_findings(
        code, case["trained"], 2026, case.get("since"), case.get("until")
    )
    check(found, "training", case["missing"])
    assert sum(one.minutes for one in found) == case["missing"]


@pytest.mark.parametrize("case", table("pay"))
def test_pay_lies_in_the_band(case: dict[str, Any]) -> None:
    code = WorkCode(
        cao="vvt",
        scales={"VIG": case.get("scale", "35")},
        pay_least=part(case, "least"),
        pay_most=part(case, "most"),
    )
    on = case.get("day", date(2026, 11, 23))
    found = pay_findings(code, case.get("function", "VIG"), case["cents"], on)
    check(found, "pay-band", case["found"])
    word = {"over": "hooguit", "under": "minstens"}.get(case["found"], "")
    assert all(word in one.message.nl and "VVT FWG 35" in one.message.en for one in found)


def test_of_several_codes_the_strictest_of_each_bound_counts() -> None:
    own = WorkCode(anw_least=Fraction(1, 10), anw_most=Fraction(1, 2), notice_days=21)
    pool = WorkCode(
        evening_from=time(18),
        anw_most=Fraction(2, 5),
        notice_days=28,
        worker_hours=24,
        cao="vvt",
        scales={"VIG": "35"},
        pay_most=Fraction(11, 10),
    )
    found = binding([own, pool])
    assert found == WorkCode(
        anw_least=Fraction(1, 10),
        anw_most=Fraction(2, 5),
        notice_days=28,
        worker_hours=24,
        cao="vvt",
        scales={"VIG": "35"},
        pay_most=Fraction(11, 10),
    )
    assert binding([]) is None
    assert binding([pool]) == pool


def test_each_rule_is_written_out_once() -> None:
    assert len({rule.id for rule in RULES}) == len({rule.source_ref for rule in RULES}) == 5
    assert all(rule.doc.nl and rule.doc.en and rule.title.en for rule in RULES)
