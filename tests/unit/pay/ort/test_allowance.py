"""What the allowance refuses, and what holds for every shift."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.parameters import NoFigureForDate, lookup
from flexpool.pay.ort import minutes
from flexpool.pay.ort.allowance import HourlyWage, shift_allowance
from flexpool.pay.ort.bands import Band, NoSuchBands, caos_with_bands
from flexpool.pay.ort.minutes import ShareNotKnown
from flexpool.periods import Period, local

WAGE = HourlyWage(cents=2200)
NIGHT = Period(local(2026, 11, 2, 22), local(2026, 11, 3, 6))
STARTS = st.integers(0, 364 * 24 * 60).map(lambda m: local(2026, 1, 1) + timedelta(minutes=m))
LENGTHS = st.integers(1, 24 * 60).map(lambda m: timedelta(minutes=m))


def _hours(start: datetime, end: datetime) -> Period:
    return Period(start, end)


@settings(deadline=None)
@given(STARTS, LENGTHS)
def test_every_minute_is_counted_once(start: datetime, length: timedelta) -> None:
    shift = Period(start, start + length)
    assert shift_allowance("vvt", shift, [], WAGE).minutes == shift.minutes


@settings(deadline=None)
@given(STARTS, LENGTHS, st.integers(1, 24 * 60 - 1))
def test_a_shift_cut_in_two_brings_the_same(start: datetime, length: timedelta, cut: int) -> None:
    shift = Period(start, start + length)
    middle = shift.starts_at + timedelta(minutes=cut % shift.minutes)
    if middle == shift.starts_at:
        return
    halves = [Period(shift.starts_at, middle), Period(middle, shift.ends_at)]
    apart = [shift_allowance("vvt", half, [], WAGE) for half in halves]
    whole = shift_allowance("vvt", shift, [], WAGE)
    for line in whole.lines:
        found = sum(o.minutes for part in apart for o in part.lines if o.share == line.share)
        assert found == line.minutes


@settings(deadline=None)
@given(STARTS, LENGTHS, st.integers(0, 10_000))
def test_a_higher_wage_never_brings_less(start: datetime, length: timedelta, more: int) -> None:
    shift = Period(start, start + length)
    low = shift_allowance("vvt", shift, [], WAGE)
    high = shift_allowance("vvt", shift, [], HourlyWage(cents=WAGE.cents + more))
    assert high.cents >= low.cents


def test_a_cao_without_a_source_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(NoSuchBands, match=r"'ggz'.*vvt"):
        shift_allowance("ggz", NIGHT, [], WAGE)
    assert {"vvt", "ghz", "zkh", "youth_care"} <= set(caos_with_bands())


def test_a_date_without_a_source_is_refused() -> None:
    before = Period(local(2025, 12, 31, 22), local(2026, 1, 1, 6))
    with pytest.raises(NoFigureForDate, match=r"pay.ort.vvt.*2025-12-31"):
        shift_allowance("vvt", before, [], WAGE)


def test_hours_without_a_known_share_are_refused_and_named() -> None:
    saturday = Period(local(2026, 11, 7, 7), local(2026, 11, 7, 15))
    with pytest.raises(ShareNotKnown, match="08:00-12:00 on 2026-11-07"):
        shift_allowance("ghz", saturday, [], WAGE)


@pytest.mark.parametrize(
    "breaks",
    [
        [_hours(local(2026, 11, 2, 21), local(2026, 11, 2, 23))],
        [_hours(local(2026, 11, 3, 5), local(2026, 11, 3, 7))],
        [
            _hours(local(2026, 11, 3, 1), local(2026, 11, 3, 2)),
            _hours(local(2026, 11, 3, 1, 30), local(2026, 11, 3, 3)),
        ],
    ],
)
def test_breaks_lie_within_the_shift_and_apart(breaks: list[Period]) -> None:
    with pytest.raises(ValueError, match="breaks"):
        shift_allowance("vvt", NIGHT, breaks, WAGE)


def test_seconds_are_refused() -> None:
    odd = Period(NIGHT.starts_at + timedelta(seconds=1), NIGHT.ends_at)
    with pytest.raises(ValueError, match="whole minutes"):
        shift_allowance("vvt", odd, [], WAGE)


def test_a_shift_of_break_alone_brings_nothing() -> None:
    assert shift_allowance("vvt", NIGHT, [NIGHT], WAGE).lines == ()


def test_a_negative_wage_is_refused() -> None:
    with pytest.raises(ValueError, match="hourly"):
        HourlyWage(cents=-1)


def test_an_unknown_wage_of_nothing_brings_minutes_without_money() -> None:
    for wage in (HourlyWage(cents=0), HourlyWage(cents=2200, cap_cents=0)):
        found = shift_allowance("vvt", NIGHT, [], wage)
        assert (found.minutes, found.cents) == (480, 0)


ALL_DAYS = frozenset("1234567")
EVENING, LATE = time(18), time(20)


def of_bands(monkeypatch: pytest.MonkeyPatch, *found: Band) -> None:
    """Let a cao have other bands than any source tells."""
    figure = lookup("pay.ort.vvt", NIGHT.local_day())
    monkeypatch.setattr(minutes, "bands", lambda cao, day: (found, figure))


def test_of_bands_that_hold_at_once_the_highest_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    low, high = Fraction(1, 5), Fraction(1, 2)
    of_bands(monkeypatch, Band(ALL_DAYS, EVENING, None, low), Band(ALL_DAYS, LATE, None, high))
    evening = Period(local(2026, 11, 2, 17), local(2026, 11, 3))
    found = shift_allowance("vvt", evening, [], WAGE)
    told = {line.share: line.minutes for line in found.lines}
    assert told == {Fraction(0): 60, low: 120, high: 240}


def test_a_band_without_a_share_until_midnight_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    of_bands(monkeypatch, Band(ALL_DAYS, EVENING, None, None))
    with pytest.raises(ShareNotKnown, match=r"for 18:00-24:00 on 2026-11-02") as refused:
        shift_allowance("vvt", NIGHT, [], WAGE)
    assert refused.value.told.nl == "geen bron geeft de toeslag van 18:00-24:00 op 2026-11-02"


def test_the_explanation_names_figure_source_and_every_band() -> None:
    explained = shift_allowance("vvt", NIGHT, [], WAGE).explanation
    assert explained.leans_on_secondary
    assert explained.find("ort.band").formula is not None
    assert explained.all_figures[0].name == "pay.ort.vvt"


def test_lines_are_in_order_of_share() -> None:
    shares = [line.share for line in shift_allowance("vvt", NIGHT, [], WAGE).lines]
    assert shares == sorted(shares) == [Fraction(47, 100)]
