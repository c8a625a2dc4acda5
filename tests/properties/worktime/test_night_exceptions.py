"""N1 and N3 share exceptions: a finding only when no way of using them is lawful."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from flexpool.periods import Period, local
from flexpool.staffing import Shift
from flexpool.worktime import WorkRecord

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
FIRST = local(2026, 6, 1, 22)


@dataclass(frozen=True)
class Night:
    start: timedelta
    hours: int
    rest: int | None

    @property
    def end(self) -> timedelta:
        return self.start + self.hours * HOUR


@st.composite
def nights(draw: st.DrawFn) -> list[Night]:
    """Nights from 22:00, each followed by a short rest and an evening, or by a free day."""
    found, day = [], 0
    for hours, rest, free in draw(
        st.lists(
            st.tuples(
                st.sampled_from((9, 11)),
                st.sampled_from((None, 12, 13)),
                st.sampled_from((2, 2, 2, 3, 7)),
            ),
            min_size=1,
            max_size=9,
        )
    ):
        found.append(Night(day * DAY, hours, rest))
        day += free
    return found


def _roster(found: list[Night]) -> list[Shift]:
    shifts = []
    for night in found:
        shifts.append(Shift(Period(FIRST + night.start, FIRST + night.end)))
        if night.rest is not None:
            evening = FIRST + night.end + night.rest * HOUR
            shifts.append(Shift(Period(evening, evening + HOUR)))
    return shifts


def _is_lawful(found: list[Night]) -> bool:
    """Try every way to give each short rest one of the two exceptions."""
    choices = [
        ("long",) if night.hours > 10 else ("long", "shortened") if night.rest else ("none",)
        for night in found
    ]
    return any(_holds(found, chosen) for chosen in product(*choices))


def _holds(found: list[Night], chosen: tuple[str, ...]) -> bool:
    shortened = [n for n, way in zip(found, chosen, strict=True) if way == "shortened"]
    long_uses = [n for n, way in zip(found, chosen, strict=True) if way == "long"]
    once_a_week = all(
        later.end >= earlier.start + 7 * DAY
        for number, earlier in enumerate(shortened)
        for later in shortened[number + 1 :]
    )
    five = all(
        sum(use.start <= other.start < use.start + 14 * DAY for other in long_uses) <= 5
        for use in long_uses
    )
    return once_a_week and five


@settings(max_examples=400, deadline=None)
@given(nights())
def test_a_finding_only_when_no_way_is_lawful(found: list[Night]) -> None:
    own = [f for f in WorkRecord(_roster(found)).raw_findings if f.source_ref in {"N1", "N3"}]
    assert (not own) == _is_lawful(found)


def test_the_first_night_is_a_night() -> None:
    assert _roster([Night(0 * DAY, 9, None)])[0].period.local_day() == date(2026, 6, 1)
