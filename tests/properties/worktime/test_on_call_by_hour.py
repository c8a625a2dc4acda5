"""The on-call windows against a reference that walks over every hour by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.periods import Period, local
from flexpool.staffing import Shift, ShiftKind
from flexpool.worktime import WorkRecord, load_profile

HOUR = timedelta(hours=1)
ORIGIN = local(2026, 6, 1)
DAY = 24
HORIZON = 60 * DAY


@st.composite
def spells(draw: st.DrawFn, *kinds: ShiftKind) -> list[Shift]:
    """Spells on whole hours that do not overlap, of the kinds asked for."""
    found, hour = [], draw(st.integers(0, 40))
    for kind, length, gap in draw(
        st.lists(
            st.tuples(st.sampled_from(kinds), st.sampled_from((1, 8, 12, 24)), st.integers(0, 60)),
            min_size=draw(st.sampled_from((1, 10, 25))),
            max_size=30,
        )
    ):
        if hour + length > 28 * DAY:
            break
        start = ORIGIN + hour * HOUR
        found.append(Shift(Period(start, start + length * HOUR), kind=kind))
        hour += length + gap
    return found


def _hours(shifts: Sequence[Shift], *kinds: ShiftKind) -> list[bool]:
    busy = [False] * HORIZON
    for shift in shifts:
        if shift.kind in kinds:
            first = round((shift.period.starts_at - ORIGIN) / HOUR)
            for hour in range(first, first + round(shift.period.length / HOUR)):
                busy[hour] = True
    return busy


def _starts(shifts: Sequence[Shift], *kinds: ShiftKind) -> list[int]:
    return [round((s.period.starts_at - ORIGIN) / HOUR) for s in shifts if s.kind in kinds]


def _free_runs(busy: list[bool], start: int, length: int) -> list[int]:
    window = busy[start : start + length]
    return [len(list(run)) for is_busy, run in groupby(window) if not is_busy]


def _moments(hours: set[int]) -> set[datetime]:
    return {ORIGIN + hour * HOUR for hour in hours}


def _found(shifts: Sequence[Shift], source_ref: str) -> set[datetime]:
    raw = WorkRecord(shifts, load_profile("care")).raw_findings
    return {f.starts_at.astimezone(ORIGIN.tzinfo) for f in raw if f.source_ref == source_ref}


@settings(max_examples=120, deadline=None)
@given(spells(ShiftKind.STANDBY, ShiftKind.STANDBY, ShiftKind.WORK))
def test_periods_free_of_standby(shifts: list[Shift]) -> None:
    standby = _hours(shifts, ShiftKind.STANDBY)
    breached = {
        start
        for start in _starts(shifts, ShiftKind.STANDBY)
        if sum(run // DAY for run in _free_runs(standby, start, 28 * DAY)) < 14
    }
    assert _found(shifts, "S1") == _moments(breached)


@settings(max_examples=120, deadline=None)
@given(spells(ShiftKind.STANDBY, ShiftKind.WORK, ShiftKind.WORK))
def test_blocks_free_of_standby_and_work(shifts: list[Shift]) -> None:
    standby = _hours(shifts, ShiftKind.STANDBY)
    busy = _hours(shifts, ShiftKind.STANDBY, ShiftKind.WORK)
    breached = {
        start
        for start in range(28 * DAY)
        if busy[start]
        and any(standby[start : start + 28 * DAY])
        and sum(run // 48 for run in _free_runs(busy, start, 28 * DAY)) < 2
    }
    found = _found(shifts, "S2")
    assert found <= _moments(breached)
    assert bool(found) == bool(breached & set(_starts(shifts, ShiftKind.STANDBY, ShiftKind.WORK)))


@settings(max_examples=120, deadline=None)
@given(spells(ShiftKind.ON_CALL, ShiftKind.ON_CALL, ShiftKind.WORK))
def test_on_call_duties_in_a_week(shifts: list[Shift]) -> None:
    starts = _starts(shifts, ShiftKind.ON_CALL)
    breached = {
        start for start in starts if sum(start <= one < start + 7 * DAY for one in starts) > 3
    }
    assert _found(shifts, "R3") == _moments(breached)


@settings(max_examples=120, deadline=None)
@given(spells(ShiftKind.STANDBY, ShiftKind.ON_CALL, ShiftKind.PRESENCE))
def test_all_kinds_in_a_week(shifts: list[Shift]) -> None:
    kinds = (ShiftKind.STANDBY, ShiftKind.ON_CALL, ShiftKind.PRESENCE)
    breached = set()
    for start in _starts(shifts, *kinds):
        within = [
            shift.kind
            for shift in shifts
            if ORIGIN + start * HOUR <= shift.period.starts_at < ORIGIN + (start + 7 * DAY) * HOUR
        ]
        if len(within) > 3 and len(set(within)) > 1:
            breached.add(start)
    assert _found(shifts, "C1") == _moments(breached)


@settings(max_examples=80, deadline=None)
@given(spells(ShiftKind.PRESENCE, ShiftKind.WORK, ShiftKind.WORK))
def test_weekly_rest_with_presence(shifts: list[Shift]) -> None:
    """90 hours: one rest of 24 and six of 11, or with the exception 24, 4 x 11, 10 and 8."""
    busy = _hours(shifts, ShiftKind.PRESENCE, ShiftKind.WORK)
    presence = _hours(shifts, ShiftKind.PRESENCE)
    breached = set()
    for start in _spell_starts(busy):
        runs = _free_runs(busy, start, 7 * DAY)
        rests = [run for run in runs if run >= 8]
        if any(presence[start : start + 7 * DAY]) and not _packs(rests, (24, *[11] * 6)):
            breached.add(start)
    assert _found(shifts, "P6") == _moments(breached)


def _spell_starts(busy: list[bool]) -> list[int]:
    starts, free = [], 8
    for hour, is_busy in enumerate(busy):
        if is_busy and free >= 8:
            starts.append(hour)
        free = 0 if is_busy else free + 1
    return starts


def _packs(rests: list[int], pieces: tuple[int, ...]) -> bool:
    """Lay the pieces, longest first, into the rests in every way."""
    if not pieces:
        return True
    piece, *others = pieces
    return any(
        rest >= piece
        and _packs([*rests[:number], rest - piece, *rests[number + 1 :]], tuple(others))
        for number, rest in enumerate(rests)
    )
