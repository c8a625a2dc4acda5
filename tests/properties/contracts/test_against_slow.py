"""Chains, calls and offers against slow references that count day by day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.contracts.calendar import months_later
from flexpool.contracts.calls import calling, offer
from flexpool.contracts.calls.contract import HoursAgreement, HoursKind
from flexpool.contracts.chain import Contract, chain_of, next_contract
from flexpool.periods import AMSTERDAM

FIRST = date(2026, 1, 1)
DAY = timedelta(days=1)
LENGTHS = st.lists(st.tuples(st.integers(0, 260), st.integers(1, 400)), min_size=1, max_size=6)
"""Days between contracts, and days of each."""


def contracts_of(lengths: list[tuple[int, int]]) -> list[Contract]:
    """Lay contracts one after another."""
    rows, day = [], FIRST
    for gap, length in lengths:
        day += timedelta(days=gap)
        rows.append(Contract(employer="A", starts_on=day, ends_on=day + timedelta(days=length)))
        day += timedelta(days=length)
    return rows


@given(LENGTHS)
def test_a_chain_is_broken_by_more_than_six_months_only(lengths: list[tuple[int, int]]) -> None:
    *before, wanted = contracts_of(lengths)
    chain = chain_of(before, wanted.starts_on)
    slow: list[Contract] = []
    following = wanted
    for one in reversed(before):
        day, months = one.ends_on, months_later(one.ends_on, 6)
        while day < following.starts_on:
            day += DAY
        if day > months:
            break
        slow.insert(0, one)
        following = one
    assert list(chain.contracts) == slow


@given(LENGTHS)
def test_the_next_one_is_permanent_after_three_or_beyond_three_years(
    lengths: list[tuple[int, int]],
) -> None:
    *before, wanted = contracts_of(lengths)
    found = next_contract(before, wanted)
    chain = chain_of(before, wanted.starts_on)
    first = chain.contracts[0].starts_on if chain.contracts else wanted.starts_on
    over = chain.count > 0 and wanted.ends_on > months_later(first, 36)
    assert bool(found) == (chain.count >= 3 or over)
    for one in found:
        assert one.due_on is not None and wanted.starts_on <= one.due_on < wanted.ends_on


@given(
    minutes_before=st.integers(0, 10 * 24 * 60),
    day=st.integers(0, 700),
    minutes=st.integers(1, 720),
    left=st.integers(0, 720),
)
def test_cancelling_costs_nothing_four_days_of_real_time_ahead(
    minutes_before: int, day: int, minutes: int, left: int
) -> None:
    on = date(2026, 1, 1) + timedelta(days=day)
    start = datetime(on.year, on.month, on.day, 7, tzinfo=AMSTERDAM)
    call = calling.Call(starts_at=start, minutes=minutes)
    seconds = start.timestamp() - minutes_before * 60
    at = datetime.fromtimestamp(seconds, AMSTERDAM)
    found = calling.changed(HoursAgreement(kind=HoursKind.ZERO), call, at, left)
    late = minutes_before < 4 * 24 * 60
    assert sum(one.minutes for one in found) == (max(minutes - left, 0) if late else 0)


@given(st.integers(0, 600), st.sampled_from(list(HoursKind)))
def test_a_short_call_is_paid_three_hours_and_a_long_one_as_worked(
    minutes: int, kind: HoursKind
) -> None:
    start = datetime(2026, 11, 13, 7, tzinfo=AMSTERDAM)
    call = calling.Call(starts_at=start, minutes=480)
    paid = minutes + sum(
        one.minutes for one in calling.worked(HoursAgreement(kind=kind), call, minutes)
    )
    called = kind in (HoursKind.ZERO, HoursKind.MIN_MAX)
    assert paid == (max(minutes, 180) if called and minutes else minutes)


@settings(max_examples=50)
@given(LENGTHS, st.integers(0, 1_500))
def test_days_on_call_add_up_without_the_gaps(lengths: list[tuple[int, int]], after: int) -> None:
    rows = contracts_of(lengths)
    spells = [offer.Spell(one.starts_on, one.ends_on) for one in rows]
    on = FIRST + timedelta(days=1_000 + after)
    spells.append(offer.Spell(on - timedelta(days=30)))
    counted = offer.counted_months(spells, on)
    assert counted is not None
    first, days = counted
    inside = {
        one.starts_on + timedelta(days=number)
        for one in spells
        for number in range(((min(one.ends_on or on, on)) - one.starts_on).days)
    }
    assert days == sum(1 for day in inside if first <= day < on)
