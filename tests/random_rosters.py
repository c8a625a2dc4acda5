"""Random rosters for properties: real shift times, also over both clock changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import numpy as np
from hypothesis import strategies as st

from flexpool.periods import Period, at
from flexpool.staffing import Shift, ShiftKind

STARTS = (date(2026, 3, 16), date(2026, 10, 12), date(2027, 3, 15), date(2026, 6, 1))
QUARTER = timedelta(minutes=15)


def _shift(first_day: date, slot: int, quarters: int, pause: int, kind: ShiftKind) -> Shift:
    starts_at = at(first_day, time()) + slot * QUARTER
    return Shift(
        Period(starts_at, starts_at + quarters * QUARTER),
        pause if quarters > 4 and kind is ShiftKind.WORK else 0,
        kind,
        breaks_known=True,
    )


@st.composite
def work(draw: st.DrawFn, days: int = 21, most: int = 18) -> list[Shift]:
    """Ordinary shifts of 15 minutes to 13 hours that do not overlap."""
    first_day = draw(st.sampled_from(STARTS))
    shifts, slot = [], draw(st.integers(0, 96))
    for gap, quarters in draw(
        st.lists(
            st.tuples(
                st.sampled_from((0, 4, 30, 31, 32, 36, 43, 44, 48, 52, 56, 60, 64, 96, 130, 144)),
                st.sampled_from((1, 16, 22, 30, 32, 34, 40, 41, 44, 48, 49)),
            ),
            min_size=draw(st.sampled_from((1, 10, most))),
            max_size=most,
        )
    ):
        if slot + quarters > days * 96:
            break
        pause = draw(st.sampled_from((0, 10, 30, 45)))
        shifts.append(_shift(first_day, slot, quarters, pause, ShiftKind.WORK))
        slot += quarters + gap
    return shifts


@st.composite
def anything(draw: st.DrawFn) -> list[Shift]:
    """Shifts of every kind, absent or not, that may overlap."""
    first_day = draw(st.sampled_from(STARTS))
    rows = draw(
        st.lists(
            st.tuples(
                st.integers(0, 40 * 24),
                st.integers(1, 13 * 4),
                st.sampled_from((0, 30, 45)),
                st.sampled_from((*ShiftKind, *([ShiftKind.WORK] * 10))),
                st.sampled_from((False, False, False, False, True)),
            ),
            min_size=draw(st.sampled_from((1, 20, 40))),
            max_size=45,
        )
    )
    shifts = [
        _shift(first_day, slot * 4, quarters, pause, kind)
        for slot, quarters, pause, kind, _ in rows
    ]
    return [
        Shift(s.period, s.break_minutes, s.kind, absent=row[4], shift_id=str(number))
        for number, (s, row) in enumerate(zip(shifts, rows, strict=True))
    ]


def busy_year(seed: int) -> list[Shift]:
    """A year of somebody who works too much: blocks of one kind, with on-call spells and leave."""
    chance = np.random.default_rng(seed)
    first_day, shifts, day = STARTS[seed % len(STARTS)], list[Shift](), 0
    blocks = {
        ShiftKind.WORK: ((28, 40), (60, 33), (88, 42), (84, 47), (66, 32)),
        ShiftKind.STANDBY: ((72, 56),),
        ShiftKind.ON_CALL: ((72, 48),),
        ShiftKind.PRESENCE: ((88, 36),),
        ShiftKind.CALL: ((8, 3),),
    }
    weights = (0.86, 0.05, 0.03, 0.03, 0.03) if seed % 2 else (1, 0, 0, 0, 0)
    while day < 52 * 7:
        kind = list(blocks)[chance.choice(len(blocks), p=weights)]
        start, quarters = blocks[kind][chance.integers(len(blocks[kind]))]
        absent = bool(chance.random() < 0.05)
        for _ in range(int(chance.integers(3, 9))):
            row = _shift(first_day, day * 96 + start, quarters, 30, kind)
            shifts.append(replace(row, absent=absent, shift_id=str(len(shifts))))
            day += 1
        day += int(chance.integers(0, 3))
    return shifts
