"""Counting free people under the highest function they hold, beside the hours that are open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from rondstroom.rooms.people.states import DayPart
from rondstroom.rooms.rosters.queries import Covered, Unused
from rondstroom.web.coordinator.people.counting import by_function, highest

MONDAY = date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=number) for number in range(3)]
HELPENDE, CARER, NURSE, OTHER = 1, 2, 3, 9
STANDS_IN = {
    HELPENDE: frozenset({HELPENDE, CARER, NURSE}),
    CARER: frozenset({CARER, NURSE}),
    NURSE: frozenset({NURSE}),
    OTHER: frozenset({OTHER}),
}


@dataclass(frozen=True)
class Function:
    """A function as the page needs it."""

    pk: int


def free(worker: int, functions: set[int], *days: date) -> Unused:
    """Give somebody who is free by day on some days."""
    cells = tuple((day, DayPart.DAY) for day in days)
    return Unused(worker, frozenset({1}), frozenset(functions), cells)


def shift(function: int, filled: int = 0) -> Covered:
    """Give a shift of eight hours with two places."""
    starts = datetime.fromisoformat("2026-11-23T07:00+01:00")
    return Covered(1, 1, function, "6811", starts, starts + timedelta(hours=8), 0, 2, filled)


@pytest.mark.parametrize(
    ("held", "counts_as"),
    [
        ({HELPENDE}, HELPENDE),
        ({HELPENDE, CARER}, CARER),
        ({HELPENDE, CARER, NURSE}, NURSE),
        ({NURSE, HELPENDE}, NURSE),
        ({OTHER, HELPENDE}, HELPENDE),  # neither stands in for the other: the first known
        (set(), None),
    ],
)
def test_somebody_counts_under_the_highest(held: set[int], counts_as: int | None) -> None:
    assert highest([free(1, held, MONDAY)], STANDS_IN) == {1: counts_as}


def test_people_and_hours_side_by_side() -> None:
    people = [free(1, {CARER}, *DAYS[:2]), free(2, {CARER, HELPENDE}, DAYS[1]), free(3, set())]
    cover = [shift(CARER), shift(NURSE, filled=1), shift(HELPENDE, filled=2)]
    rows = by_function(
        people, cover, DAYS, [Function(pk) for pk in STANDS_IN], highest(people, STANDS_IN)
    )
    assert [(row.function.pk, row.people, row.days, row.tally.open_hours) for row in rows] == [
        (CARER, 2, (1, 2, 0), 16),
        (NURSE, 0, (0, 0, 0), 8),
    ]


def test_somebody_free_by_day_and_evening_is_one_person_that_day() -> None:
    cells = ((MONDAY, DayPart.DAY), (MONDAY, DayPart.EVENING))
    one = Unused(1, frozenset({1}), frozenset({CARER}), cells)
    (row,) = by_function([one], [], DAYS, [Function(CARER)], {1: CARER})
    assert (row.people, row.days) == (1, (1, 0, 0))
