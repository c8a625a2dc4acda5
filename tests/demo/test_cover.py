"""Six weeks of places: right times, right days, also when the clock changes."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from factories.demo import MONDAY, all_slots
from flexpool.periods import AMSTERDAM
from rondstroom.demo.region.cover import DAYS, first_day, make_slots
from rondstroom.demo.region.figures import region
from rondstroom.demo.region.staff import teams


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=day) for day in range(7)])
def test_the_first_day_is_the_monday_of_the_week(today: date) -> None:
    assert first_day(today) == MONDAY


def test_every_team_has_places_on_six_weeks() -> None:
    days = Counter((slot.team, slot.on) for slot in all_slots())
    named = {team["name"] for _organisation, _location, team in teams()}
    assert {team for team, _on in days} == named
    always = named - {"Dagcentrum"}  # open on weekdays only
    assert all(days[team, MONDAY + timedelta(days=day)] for team in always for day in range(DAYS))


def test_they_stand_in_order_of_time() -> None:
    starts = [slot.starts_at for slot in all_slots()]
    assert starts == sorted(starts)


def test_places_of_one_shift_differ_in_their_number_only() -> None:
    groups: dict[object, list[int]] = {}
    for slot in all_slots():
        groups.setdefault(slot.shift, []).append(slot.place)
    assert all(places == list(range(len(places))) for places in groups.values())
    assert max(map(len, groups.values())) == 3


@pytest.mark.parametrize(
    ("part", "start", "end", "minutes"),
    [
        ("day", "07:00", "15:30", 480),
        ("evening", "15:00", "23:15", 465),
        ("night", "23:00", "07:15", 465),
    ],
)
def test_times_are_those_of_the_dutch_clock(part: str, start: str, end: str, minutes: int) -> None:
    slots = [slot for slot in all_slots() if slot.part == part]
    assert {f"{slot.starts_at.astimezone(AMSTERDAM):%H:%M}" for slot in slots} == {start}
    assert {f"{slot.ends_at.astimezone(AMSTERDAM):%H:%M}" for slot in slots} == {end}
    assert {slot.minutes for slot in slots} == {minutes}


@pytest.mark.parametrize(
    ("monday", "sunday", "minutes"),
    [
        (date(2026, 10, 19), date(2026, 10, 24), 465 + 60),  # the clock goes back
        (date(2027, 3, 22), date(2027, 3, 27), 465 - 60),  # the clock goes forward
    ],
)
def test_the_night_in_which_the_clock_changes_has_its_real_length(
    monday: date, sunday: date, minutes: int
) -> None:
    nights = {
        slot.minutes for slot in make_slots(monday) if slot.on == sunday if slot.part == "night"
    }
    assert nights == {minutes}


def test_a_night_ends_on_the_next_day() -> None:
    for slot in all_slots():
        later = timedelta(days=1 if slot.part == "night" else 0)
        assert slot.last_day == slot.on + later


def test_weekdays_and_weekends_differ_as_described() -> None:
    triage = [slot for slot in all_slots() if slot.team == "Triage"]
    nurses = {slot.on.weekday() for slot in triage if slot.function == "VP4"}
    mornings = {slot.on.weekday() for slot in triage if slot.part == "day"}
    assert (nurses, mornings) == ({0, 1, 2, 3, 4}, {5, 6})


def test_shifts_ask_only_for_skills_and_functions_that_are_described() -> None:
    functions = region()["functions"].keys()
    assert {slot.function for slot in all_slots()} == functions
    asked = {skill for slot in all_slots() for skill in slot.skills}
    assert asked == {"medicatie", "injecteren", "agressie"}
