"""Under which part of the day a shift falls, against counting minute by minute."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flexpool.periods import AMSTERDAM, Period, local
from rondstroom.rooms.people.queries import availability_cell
from rondstroom.rooms.people.states import DayPart


def later(moment: datetime, quarters: int) -> datetime:
    """Give the moment so many quarters of an hour have passed, whatever the clock does."""
    return (moment.astimezone(UTC) + quarters * timedelta(minutes=15)).astimezone(AMSTERDAM)


STARTS = st.sampled_from([local(2026, 10, 24), local(2027, 3, 27), local(2026, 12, 30)]).flatmap(
    lambda first: st.integers(0, 3 * 96).map(lambda number: later(first, number))
)
SHIFTS = st.builds(
    lambda start, quarters: Period(start, later(start, quarters)),
    STARTS,
    st.integers(1, 96),
)


def cell_at(moment: datetime) -> tuple[date, DayPart]:
    """Give the day and part that the Dutch clock says; before seven it is still last night."""
    clock = moment.astimezone(AMSTERDAM)
    if clock.hour < 7:
        return clock.date() - timedelta(days=1), DayPart.NIGHT
    if clock.hour < 15:
        return clock.date(), DayPart.DAY
    return clock.date(), DayPart.EVENING if clock.hour < 23 else DayPart.NIGHT


@given(SHIFTS)
def test_it_is_the_part_with_most_quarters_and_of_equals_the_first(shift: Period) -> None:
    counted: Counter[tuple[date, DayPart]] = Counter()
    moment = shift.starts_at
    while moment < shift.ends_at:
        counted[cell_at(moment)] += 1
        moment = later(moment, 1)
    most = max(counted.values())
    first = next(cell for cell, quarters in counted.items() if quarters == most)
    assert availability_cell(shift.starts_at, shift.ends_at) == first
