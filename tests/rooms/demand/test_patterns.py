"""What a team needs, in versions with days on which they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, moment
from factories.skills import make_function
from people import Cast
from rondstroom.rooms.demand import actions, queries
from rondstroom.rooms.demand.models import DemandPattern, Shift
from rondstroom.rooms.demand.queries import Slot
from rondstroom.rooms.journal import queries as journal

pytestmark = pytest.mark.django_db


def slot(weekday: int = 0, start: str = "07:00", end: str = "15:30", **more: Any) -> Slot:
    """Give a need by day for one carer."""
    told: dict[str, Any] = {"week": 0, "function": make_function("VIG").pk, **more}
    return Slot(weekday=weekday, start=start, end=end, **told)


def set_demand(cast: Cast, *slots: Slot, starts_on: date = MONDAY, **more: Any) -> DemandPattern:
    """Lay down the next version of PG Vlinder."""
    return actions.set_demand(
        team=cast.vlinder, slots=slots, starts_on=starts_on, **more, **signed()
    )


def days_needed(cast: Cast, days: int = 14) -> list[tuple[date, int, int]]:
    """Give day, places and version of what is needed from Monday on."""
    found = queries.needed(cast.vlinder.pk, MONDAY, MONDAY + timedelta(days=days - 1))
    return [(one.day, one.slot.places, one.version) for one in found]


def test_a_need_comes_back_every_week(cast: Cast) -> None:
    made = set_demand(cast, slot(places=2), why="meer bewoners")
    assert days_needed(cast) == [(MONDAY, 2, 1), (MONDAY + timedelta(days=7), 2, 1)]
    (line,) = journal.entries_about(f"team:{cast.vlinder.pk}").filter(event="demand.pattern.set")
    assert (line.data["version"], line.data["reason"]) == (made.version, "meer bewoners")


def test_a_later_version_holds_from_its_day_until_its_last(cast: Cast) -> None:
    set_demand(cast, slot(0), slot(1))
    tuesday = MONDAY + timedelta(days=1)
    set_demand(cast, slot(1, places=5), starts_on=tuesday, ends_on=tuesday)
    assert days_needed(cast) == [
        (MONDAY, 1, 1),
        (tuesday, 5, 2),
        (MONDAY + timedelta(days=7), 1, 1),
        (MONDAY + timedelta(days=8), 1, 1),
    ]
    assert [one.version for one in queries.patterns_of(cast.vlinder.pk)] == [2, 1]


def test_before_the_first_version_nothing_is_needed(cast: Cast) -> None:
    set_demand(cast, slot(), starts_on=MONDAY + timedelta(days=7))
    assert days_needed(cast) == [(MONDAY + timedelta(days=7), 1, 1)]
    assert queries.pattern_on(queries.patterns_of(cast.vlinder.pk), MONDAY) is None


def test_a_cycle_of_two_weeks_takes_turns(cast: Cast) -> None:
    set_demand(cast, slot(places=1), slot(week=1, places=3), cycle_weeks=2)
    assert [places for _day, places, _version in days_needed(cast, 28)] == [1, 3, 1, 3]


@pytest.mark.parametrize("day", [date(2027, 3, 27), date(2026, 10, 24)])
def test_a_night_with_a_change_of_the_clock_keeps_the_hands(day: date, cast: Cast) -> None:
    set_demand(cast, slot(day.weekday(), "23:00", "07:15"), starts_on=day)
    (one,) = queries.needed(cast.vlinder.pk, day, day)
    assert one.identity[0] == moment(day, "23:00")
    assert one.identity[1] == moment(day + timedelta(days=1), "07:15")


def test_a_real_week_becomes_a_pattern(cast: Cast) -> None:
    make_shift(cast.vlinder, places=2)
    make_shift(cast.vlinder)
    night = make_night_shift(cast.vlinder, skills=["medicatie"], break_minutes=0)
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=7))
    by_day, by_night = queries.slots_in_week(cast.vlinder.pk, MONDAY)
    assert by_day == slot(places=3, break_minutes=30)
    assert (by_night.start, by_night.end) == ("23:00", "07:15")
    assert by_night.skills == queries.identity_of(night)[3] != ()


@pytest.mark.parametrize(
    ("change", "more", "code"),
    [
        ({"week": 1}, {}, "week"),
        ({"weekday": 7}, {}, "week"),
        ({"places": 0}, {}, "places"),
        ({"break_minutes": 600}, {}, "break"),
        ({}, {"cycle_weeks": 5}, "cycle"),
        ({}, {"ends_on": MONDAY - timedelta(days=1)}, "days"),
        ({}, {"twice": True}, "double"),
    ],
)
def test_what_nobody_could_work_is_refused(
    change: dict[str, Any], more: dict[str, Any], code: str, cast: Cast
) -> None:
    one = replace(slot(), **change)
    slots = [one, replace(one, places=2)] if more.pop("twice", False) else [one]
    with pytest.raises(actions.UnableToSetDemand) as refused:
        set_demand(cast, *slots, **more)
    assert refused.value.code == code
    assert not DemandPattern.objects.exists()


def test_the_same_times_with_another_skill_may_stand_beside_it(cast: Cast) -> None:
    set_demand(cast, slot(), slot(skills=(1,)))
    assert len(queries.needed(cast.vlinder.pk, MONDAY, MONDAY)) == 2


def test_the_database_keeps_work_that_follows_demand_once(cast: Cast) -> None:
    asked: Any = {
        "team": cast.vlinder,
        "starts_at": moment(MONDAY, "07:00"),
        "ends_at": moment(MONDAY, "15:30"),
    }
    actions.create_from_demand(asked=[asked], **signed())
    with pytest.raises(actions.UnableToCreateShift):
        actions.create_from_demand(asked=[asked], **signed())
    with pytest.raises(IntegrityError), transaction.atomic():
        Shift.objects.bulk_create([_again(Shift.objects.get())])
    Shift.objects.update(state="cancelled")
    actions.create_from_demand(asked=[asked], **signed())


def _again(shift: Shift) -> Shift:
    shift.pk = None
    return shift
