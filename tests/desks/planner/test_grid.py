"""The grid of a week, built from rows that are no database's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from factories.moments import MONDAY, period
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.web.planner.week.cells import Cell, Slot
from rondstroom.web.planner.week.days import listed, weeks
from rondstroom.web.planner.week.grid import Facts, build

DAYS = [MONDAY + timedelta(days=n) for n in range(7)]
AYLIN = SimpleNamespace(pk=1, name="Aylin")
BRAM = SimpleNamespace(pk=2, name="Bram")


def shift(
    pk: int, day: date = MONDAY, start: str = "07:00", end: str = "15:00", **fields: Any
) -> Any:
    """Make a shift of eight hours with half an hour's break."""
    asked = period(day, start, end)
    values = {"places": 1, "state": "published", "break_minutes": 30, "function": None}
    values |= {"beside_id": None}
    return SimpleNamespace(
        pk=pk, starts_at=asked.starts_at, ends_at=asked.ends_at, **(values | fields)
    )


def on(worker: Any, of: Any, state: str = "confirmed") -> Any:
    """Put somebody on a shift."""
    return SimpleNamespace(
        worker_id=worker.pk,
        worker=worker,
        shift_id=of.pk,
        starts_at=of.starts_at,
        ends_at=of.ends_at,
        state=state,
    )


def facts(shifts: Sequence[Any] = (), assignments: Sequence[Any] = (), **more: Any) -> Facts:
    """Give the facts of a week with Aylin and Bram."""
    values: dict[str, Any] = {
        "days": DAYS,
        "people": [AYLIN, BRAM],
        "origins": {AYLIN.pk: "own"},
        "agreed_minutes": {AYLIN.pk: 24 * 60},
        "wishes": {},
    }
    return Facts(shifts=shifts, assignments=assignments, **(values | more))


def test_cover_counts_places_and_where_people_come_from() -> None:
    early = shift(1, places=4)
    grid = build(facts([early], [on(AYLIN, early), on(BRAM, early)]))
    monday = grid.days[0]
    assert (monday.needed, monday.filled, monday.own, monday.pool, monday.external) == (
        4,
        2,
        1,
        1,
        0,
    )
    assert grid.days[1].needed == 0


def test_hired_people_are_counted_apart() -> None:
    early = shift(1)
    grid = build(facts([early], [on(BRAM, early)], origins={BRAM.pk: "external"}))
    assert grid.days[0].external == 1


def test_open_shifts_stand_first_with_their_free_places() -> None:
    early, late = shift(1, places=3), shift(2, start="15:00", end="23:00")
    grid = build(facts([late, early], [on(AYLIN, early)]))
    assert [(slot.shift.pk, slot.free) for slot in grid.open_cells[0]] == [(1, 2), (2, 1)]
    assert grid.open_places == 3


def test_a_full_shift_is_not_open() -> None:
    early = shift(1)
    assert build(facts([early], [on(AYLIN, early)])).open_cells[0] == ()


def test_drafts_stand_apart_from_what_workers_see() -> None:
    grid = build(facts([shift(1, state="draft", places=2), shift(2)]))
    assert (grid.open_places, grid.draft_places, grid.drafts) == (1, 2, 1)


def test_a_night_stands_on_the_day_it_begins_and_says_where_it_ends() -> None:
    night = shift(1, day=DAYS[6], start="23:00", end="07:15")
    grid = build(facts([night], [on(AYLIN, night)]))
    (slot,) = grid.rows[0].cells[6].slots
    assert slot.runs_on == DAYS[6] + timedelta(days=1)
    assert all(not cell.slots for cell in grid.rows[0].cells[:6])


def test_a_shift_until_midnight_does_not_run_on() -> None:
    assert Slot(shift(1, start="16:00", end="00:00")).runs_on is None


def test_hours_are_without_the_break_and_real_in_the_long_night() -> None:
    autumn = [date(2026, 10, 19) + timedelta(days=n) for n in range(7)]
    night = shift(1, day=date(2026, 10, 24), start="22:00", end="06:00")
    grid = build(facts([night], [on(AYLIN, night)], days=autumn))
    assert grid.rows[0].minutes == 9 * 60 - 30


def test_planned_assignments_are_counted() -> None:
    early = shift(1)
    assert build(facts([early], [on(AYLIN, early, state="planned")])).planned == 1


def test_a_finding_that_began_before_the_week_stands_on_its_first_day() -> None:
    before = period(MONDAY - timedelta(days=3), "07:00", "15:00")
    finding = SimpleNamespace(starts_at=before.starts_at, ends_at=before.ends_at)
    grid = build(facts(findings={AYLIN.pk: [finding]}))
    assert grid.rows[0].cells[0].findings == (finding,)


@pytest.mark.parametrize(
    ("said", "away", "free", "gone"),
    [
        ({}, False, [], ""),
        (dict.fromkeys(DayPart, Wish.UNAVAILABLE), True, [], ""),
        ({DayPart.NIGHT: Wish.UNAVAILABLE}, False, [], "nacht"),
        (
            {DayPart.DAY: Wish.UNAVAILABLE, DayPart.EVENING: Wish.UNAVAILABLE},
            False,
            ["nacht"],
            "",
        ),
        (dict.fromkeys(DayPart, Wish.RATHER_NOT), False, [], ""),
    ],
)
def test_what_somebody_said_is_kept_short(
    said: dict[str, str], away: bool, free: list[str], gone: str
) -> None:
    cell = Cell(MONDAY, wishes=said)
    assert (cell.is_away, cell.away_part) == (away, gone)
    if not away:
        assert [str(part) for part in cell.free_parts] == free


def test_work_against_a_wish_is_marked() -> None:
    slots = (Slot(shift(1)),)
    assert Cell(MONDAY, slots, {DayPart.DAY: Wish.RATHER_NOT}).is_unwelcome
    assert not Cell(MONDAY, slots, {DayPart.NIGHT: Wish.UNAVAILABLE}).is_unwelcome


def test_the_list_holds_the_same_shifts_in_order_of_time() -> None:
    late, early = shift(1, start="15:00", end="23:00"), shift(2, places=2)
    read = facts([late, early], [on(AYLIN, early)])
    monday = listed(read, build(read).days)[0]
    assert [(line.shift.pk, line.free) for line in monday.lines] == [(2, 1), (1, 1)]
    assert monday.lines[0].people[0].worker is AYLIN


def test_a_month_is_laid_out_from_monday_to_sunday() -> None:
    november = [date(2026, 11, 1) + timedelta(days=n) for n in range(30)]
    laid = weeks(build(facts(days=november)).days)
    assert [week.number for week in laid] == [44, 45, 46, 47, 48, 49]
    assert [day.day.day if day else None for day in laid[0].days] == [None] * 6 + [1]
