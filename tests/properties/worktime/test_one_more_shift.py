"""Asking about one more shift gives exactly what a full check finds more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flexpool.periods import Period
from flexpool.staffing import AgeGroup, Shift, ShiftKind
from flexpool.worktime import Restriction, WorkRecord, load_profile
from flexpool.worktime.finding import condensed
from flexpool.worktime.registry import WINDOWED
from random_rosters import anything, busy_year


def _compare(shifts: list[Shift], profile: str, age_group: AgeGroup, restricted: bool) -> None:
    *known, added = shifts
    first = min(shift.period.local_day() for shift in shifts)
    last = max(shift.period.local_day() for shift in shifts)
    restriction = (
        Restriction(first, last, off=(added.period,)) if restricted and first < last else None
    )

    def record(of: list[Shift]) -> WorkRecord:
        return WorkRecord(of, load_profile(profile), age_group, restriction)

    before, after = record(known), record([*known, added])
    expected = condensed(after.raw_findings - before.raw_findings, WINDOWED)
    assert before.findings_if_added(added) == expected
    assert before.with_shift(added).raw_findings == after.raw_findings


@pytest.mark.parametrize("profile", ["default", "care", "hospital"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shifts=anything(), is_young=st.booleans(), restricted=st.booleans())
def test_the_difference_is_exact(
    profile: str, shifts: list[Shift], is_young: bool, restricted: bool
) -> None:
    age_group = AgeGroup.YOUTH if is_young else AgeGroup.ADULT
    _compare(shifts, profile, age_group, restricted)


def test_two_shifts_at_one_time_are_told_of_once() -> None:
    """Two standby shifts at the same time before a night, which say the same."""
    nights = [_shift(datetime(2026, 3, 1 + day, 23, tzinfo=UTC), 1) for day in range(16)]
    noon = datetime(2026, 3, 25, 11, tzinfo=UTC)
    standby = [
        replace(_shift(noon, 2), kind=ShiftKind.STANDBY, shift_id=name) for name in ("one", "other")
    ]
    night = _shift(datetime(2026, 3, 25, 23, tzinfo=UTC), 2)
    found = WorkRecord([*nights, *standby]).findings_if_added(night)
    assert [one.rule for one in found].count("worktime.standby-near-nights") == 1
    _compare([*nights, *standby, night], "default", AgeGroup.ADULT, restricted=False)


def _shift(starts_at: datetime, hours: int) -> Shift:
    return Shift(Period(starts_at, starts_at + timedelta(hours=hours)), shift_id=str(starts_at))


@settings(max_examples=100, deadline=None)
@given(shifts=anything())
def test_the_order_of_shifts_changes_nothing(shifts: list[Shift]) -> None:
    assert WorkRecord(shifts).findings == WorkRecord(shifts[::-1]).findings


@pytest.mark.parametrize("profile", ["default", "care"])
@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), place=st.floats(0, 0.999), is_young=st.booleans())
def test_the_difference_is_exact_in_a_busy_year(
    profile: str, seed: int, place: float, is_young: bool
) -> None:
    shifts = busy_year(seed)
    added = shifts.pop(int(len(shifts) * place))
    age_group = AgeGroup.YOUTH if is_young and seed % 5 == 0 else AgeGroup.ADULT
    _compare([*shifts, added], profile, age_group, restricted=seed % 3 == 0)
