"""What must not matter to the law: names, places, the calendar week in which a roster lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.periods import Period, local
from flexpool.staffing import AgeGroup, Shift, ShiftKind
from flexpool.worktime import Finding, Severity, WorkRecord, load_profile
from random_rosters import anything, busy_year

WEEK = timedelta(weeks=1)
IN_SUMMER = local(2026, 4, 6)


def _facts(findings: Sequence[Finding], earlier: timedelta = timedelta()) -> list[tuple]:
    return [
        (f.rule, f.starts_at - earlier, f.ends_at - earlier, f.measured, f.limit, f.severity)
        for f in findings
    ]


def _moved(shifts: Sequence[Shift], by: timedelta) -> list[Shift]:
    return [
        replace(shift, period=Period(shift.period.starts_at + by, shift.period.ends_at + by))
        for shift in shifts
    ]


def _in_summer(shifts: Sequence[Shift]) -> list[Shift]:
    """Move a roster, by whole weeks, into a time without clock changes."""
    first = min(shift.period.starts_at for shift in shifts)
    weeks = round((IN_SUMMER - first) / WEEK)
    return _moved(shifts, weeks * WEEK)


@pytest.mark.parametrize("profile", ["default", "care"])
@settings(max_examples=60, deadline=None)
@given(shifts=anything(), weeks=st.integers(1, 8))
def test_a_later_week_finds_the_same(profile: str, shifts: list[Shift], weeks: int) -> None:
    here = _in_summer(shifts)
    there = _moved(here, weeks * WEEK)
    law = load_profile(profile)
    assert _facts(WorkRecord(there, law).findings, weeks * WEEK) == _facts(
        WorkRecord(here, law).findings
    )


@settings(max_examples=60, deadline=None)
@given(shifts=anything(), names=st.lists(st.text(max_size=3), min_size=1, max_size=4))
def test_it_does_not_matter_where_somebody_works(shifts: list[Shift], names: list[str]) -> None:
    spread = [
        replace(shift, organisation=names[number % len(names)])
        for number, shift in enumerate(shifts)
    ]
    assert set(_facts(WorkRecord(spread).findings)) == set(_facts(WorkRecord(shifts).findings))


@settings(max_examples=60, deadline=None)
@given(shifts=anything())
def test_for_whom_the_law_does_not_bind_the_same_is_policy(shifts: list[Shift]) -> None:
    bound = WorkRecord(shifts).findings
    free = WorkRecord(shifts, law_binds=False).findings
    assert [f.rule for f in free] == [f.rule for f in bound]
    assert not [f for f in free if f.severity is Severity.BREACH]
    for one, other in zip(bound, free, strict=True):
        as_policy = Severity.POLICY if one.severity is Severity.BREACH else one.severity
        assert other.severity is as_policy


@settings(max_examples=60, deadline=None)
@given(shifts=anything())
def test_a_free_month_later_changes_nothing(shifts: list[Shift]) -> None:
    """A single short shift long after everything else adds no finding before it."""
    last = max(shift.period.ends_at for shift in shifts) + timedelta(days=60)
    alone = Shift(Period(last, last + timedelta(hours=4)))
    before = {f for f in WorkRecord(shifts).raw_findings if f.source_ref not in {"A4", "N2", "N6"}}
    after = WorkRecord([*shifts, alone]).raw_findings
    assert {f for f in after if f.source_ref not in {"A4", "N2", "N6"}} >= before


@settings(max_examples=60, deadline=None)
@given(shifts=anything())
def test_hours_of_absence_never_break_rest_or_night_rules(shifts: list[Shift]) -> None:
    absent = [replace(shift, absent=True) for shift in shifts]
    found = {finding.source_ref for finding in WorkRecord(absent).findings}
    assert found <= {"A2", "A3", "A4"}


@settings(max_examples=60, deadline=None)
@given(shifts=anything())
def test_every_finding_is_on_the_wrong_side_of_its_limit(shifts: list[Shift]) -> None:
    at_least = {"A5", "A6", "A7", "A8", "N3", "N4", "S1", "S2", "S3", "P5", "P6"}
    for profile in ("default", "care"):
        for finding in WorkRecord(shifts, load_profile(profile)).findings:
            assert finding.starts_second < finding.ends_second
            assert finding.message.nl.endswith(".")
            assert finding.cure.en.endswith(".")
            if finding.source_ref == "P6":
                continue
            short = finding.measured < finding.limit
            assert short == (finding.source_ref in at_least), finding.message.en


@pytest.mark.parametrize("seed", range(6))
def test_a_busy_year_is_judged_for_every_profile_and_age(seed: int) -> None:
    shifts = busy_year(seed)
    for profile in ("default", "care", "hospital"):
        adult = WorkRecord(shifts, load_profile(profile))
        young = WorkRecord(shifts, load_profile(profile), AgeGroup.YOUTH)
        assert {f.source_ref[0] for f in young.findings} <= {"Y", "D", "A"}
        assert not [f for f in adult.findings if f.source_ref.startswith("Y")]
        assert len(adult.findings) <= len(adult.raw_findings)


@settings(max_examples=40, deadline=None)
@given(shifts=anything())
def test_calls_never_break_rest(shifts: list[Shift]) -> None:
    """Work on a call is left out of daily and weekly rest, breaks and night rules (ATW 5:9(8))."""
    others = [shift for shift in shifts if shift.kind is not ShiftKind.CALL]
    ignoring = {"A1", "A5", "A6", "A7", "N1", "N3", "N4", "N5", "N6"}
    with_calls = {f for f in WorkRecord(shifts).raw_findings if f.source_ref in ignoring}
    without = {f for f in WorkRecord(others).raw_findings if f.source_ref in ignoring}
    assert with_calls == without
