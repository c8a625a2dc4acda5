"""The window rules against a reference that looks at every quarter of an hour by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from hypothesis import given, settings

from flexpool.periods import AMSTERDAM
from flexpool.staffing import Shift
from flexpool.worktime import WorkRecord
from quarters import DAY, HOUR, Quarters
from random_rosters import work


def _found(shifts: Sequence[Shift], source_ref: str) -> set[datetime]:
    raw = WorkRecord(shifts).raw_findings
    return {finding.starts_at for finding in raw if finding.source_ref == source_ref}


@settings(max_examples=150, deadline=None)
@given(work())
def test_weekly_rest(shifts: list[Shift]) -> None:
    if not shifts:
        return
    quarters = Quarters(shifts)
    breached = set()
    for start, _end in quarters.spells():
        week = [b - a for a, b in quarters.free_stretches(start, start + 7 * DAY)]
        two_weeks = [b - a for a, b in quarters.free_stretches(start, start + 14 * DAY)]
        in_blocks = sum(length for length in two_weeks if length >= 32 * HOUR)
        if max(week, default=0) < 36 * HOUR and in_blocks < 72 * HOUR:
            breached.add(quarters.moment(start))
    assert _found(shifts, "A6") == breached


@settings(max_examples=150, deadline=None)
@given(work())
def test_daily_rest(shifts: list[Shift]) -> None:
    if not shifts:
        return
    quarters = Quarters(shifts)
    breached, shortened = set(), []
    for start, _end in quarters.spells():
        stretches = quarters.free_stretches(start, start + DAY)
        since, until = max(stretches, key=lambda s: (s[1] - s[0], -s[0]), default=(start, start))
        if until - since >= 11 * HOUR:
            continue
        if until - since < 8 * HOUR:
            breached.add(quarters.moment(start))
            continue
        if any(since < earlier + 7 * DAY for earlier in shortened):
            breached.add(quarters.moment(start))
        shortened.append(start)
    assert _found(shifts, "A5") == breached


@settings(max_examples=100, deadline=None)
@given(work())
def test_series(shifts: list[Shift]) -> None:
    if not shifts:
        return
    quarters = Quarters(shifts)
    spells = quarters.spells()
    is_night = [quarters.night_quarters(spell) > HOUR for spell in spells]
    after_series, too_many = set(), set()
    for index, (start, _end) in enumerate(spells):
        series = [index]
        for other in range(index + 1, len(spells)):
            if spells[other][0] - spells[other - 1][1] >= 24 * HOUR:
                break
            series.append(other)
        begins = index == 0 or start - spells[index - 1][1] >= 24 * HOUR
        if begins and len(series) > 7 and any(is_night[n] for n in series):
            too_many.add(quarters.moment(start))
        nights = 0
        while index - nights in range(len(spells)) and is_night[index - nights]:
            nights += 1
            first = index - nights + 1
            if first == 0 or spells[first][0] - spells[first - 1][1] >= 24 * HOUR:
                break
        if nights < 3 or index + 1 == len(spells):
            continue
        rest = spells[index + 1][0] - spells[index][1]
        if (rest >= 24 * HOUR or not is_night[index + 1]) and rest < 46 * HOUR:
            after_series.add(quarters.moment(spells[index][1]))
    assert _found(shifts, "N5") == too_many
    assert _found(shifts, "N4") == after_series


@settings(max_examples=100, deadline=None)
@given(work())
def test_week_totals(shifts: list[Shift]) -> None:
    """Without breaks, every quarter counts in the calendar week in which it lies."""
    bare = [Shift(shift.period) for shift in shifts]
    if not bare:
        return
    quarters = Quarters(bare)
    totals: dict[tuple[int, int], int] = {}
    for number, at_work in enumerate(quarters.at_work):
        if at_work:
            year, week, _day = quarters.moment(number).astimezone(AMSTERDAM).isocalendar()
            totals[year, week] = totals.get((year, week), 0) + 1
    measured = {
        finding.starts_local.isocalendar()[:2]: finding.measured
        for finding in WorkRecord(bare).raw_findings
        if finding.source_ref == "A2"
    }
    assert measured == {week: n / HOUR for week, n in totals.items() if n > 60 * HOUR}


@settings(max_examples=100, deadline=None)
@given(work())
def test_hours_per_spell(shifts: list[Shift]) -> None:
    bare = [Shift(shift.period) for shift in shifts]
    if not bare:
        return
    quarters = Quarters(bare)
    worked = {spell: sum(quarters.at_work[slice(*spell)]) for spell in quarters.spells()}
    too_long = {quarters.moment(spell[0]) for spell, n in worked.items() if n > 12 * HOUR}
    assert _found(bare, "A1") == too_long
