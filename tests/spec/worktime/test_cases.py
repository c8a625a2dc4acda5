"""The tables of cases: what each rule finds, just under, at and just over its limit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.staffing import AgeGroup
from flexpool.worktime import Finding, Restriction, WorkRecord, load_profile
from roster_text import moment_from, period_from, shifts_from

TABLES = Path(__file__).parents[2] / "cases" / "worktime"
HUNDREDTH = 0.005


def _cases() -> list[Any]:
    return [
        pytest.param(table.get("source_ref"), case, id=f"{path.stem}: {case['name']}")
        for path in sorted(TABLES.glob("*.yaml"))
        for table in [yaml.safe_load(path.read_text(encoding="utf-8"))]
        for case in table["cases"]
    ]


def _restriction(entry: dict[str, Any] | None) -> Restriction | None:
    if entry is None:
        return None
    return Restriction(
        entry["from"],
        entry["until"],
        shorter_hours=entry.get("shorter_hours", True),
        nights=entry.get("nights", False),
        off=tuple(period_from(text) for text in entry.get("time_off", [])),
    )


def record_of(case: dict[str, Any]) -> WorkRecord:
    """Make the record that a case describes."""
    return WorkRecord(
        shifts_from(case["shifts"]),
        load_profile(case.get("profile", "default")),
        AgeGroup(case.get("age_group", "adult")),
        _restriction(case.get("restriction")),
        law_binds=case.get("law_binds", True),
        presence_consent=case.get("presence_consent", False),
    )


@pytest.mark.parametrize(("source_ref", "case"), _cases())
def test_case(source_ref: str | None, case: dict[str, Any]) -> None:
    found = record_of(case).findings
    if "all" in case:
        assert sorted({finding.source_ref for finding in found}) == sorted(case["all"])
    if source_ref is None:
        assert "all" in case
        return
    own = [finding for finding in found if finding.source_ref == source_ref]
    expected = case["findings"]
    assert len(own) == len(expected), [finding.message.en for finding in own]
    for finding, entry in zip(own, expected, strict=True):
        _compare(finding, entry)


def _compare(finding: Finding, entry: dict[str, Any]) -> None:
    assert finding.measured == pytest.approx(entry["measured"], abs=HUNDREDTH)
    assert finding.limit == entry["limit"]
    assert finding.severity.value == entry.get("severity", "breach")
    if "start" in entry:
        assert finding.starts_at == moment_from(entry["start"])
    if "end" in entry:
        assert finding.ends_at == moment_from(entry["end"])
    if "says" in entry:
        assert entry["says"] in finding.message.en + finding.cure.en
    assert finding.message.nl
    assert finding.message.en != finding.message.nl
    assert finding.article


def test_a_case_uses_real_dates() -> None:
    shift = shifts_from(["2026-10-24 22:00-07:00, break 30, x2"])[1]
    assert shift.period.local_day() == date(2026, 10, 25)
    assert shift.work_minutes == 9 * 60 - 30
