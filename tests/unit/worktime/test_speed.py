"""One more shift is judged at once, also for somebody with a year of shifts."""

from __future__ import annotations

from functools import partial

from flexpool.staffing import Shift
from flexpool.worktime import WorkRecord, load_profile
from pace import paced_seconds
from roster_text import shifts_from

MOST_SECONDS = 0.001
"""For one shift, on a quiet machine; benchmarks/worktime_speed.py says what it takes."""
YEAR = [
    "2026-01-05 07:00-15:30, x4, break 30, weekly x20",
    "2026-06-01 22:45-07:15, x3, break 45, weekly x20",
    "2026-10-26 15:00-23:00, x5, break 30, weekly x18",
]


def test_one_more_shift_is_judged_at_once() -> None:
    shifts = shifts_from(YEAR)
    assert len(shifts) == 230
    candidates = shifts_from(["2026-06-06 07:00-15:00, weekly x25"])
    for profile in ("default", "care"):
        record = WorkRecord(shifts, load_profile(profile))
        assert record.findings_if_added(candidates[0]) is not None
        added = partial(_add_each, record, candidates)
        assert paced_seconds(added) / len(candidates) < MOST_SECONDS


def _add_each(record: WorkRecord, candidates: list[Shift]) -> None:
    for candidate in candidates:
        record.findings_if_added(candidate)
