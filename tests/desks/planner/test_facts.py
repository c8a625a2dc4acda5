"""Whom a team's week shows, and where they come from."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.organisations import make_team
from factories.people import make_worker, say
from people import Cast
from rondstroom.rooms.people.states import DayPart, EngagementForm, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.web.planner.spans import Span
from rondstroom.web.planner.week.facts import read
from rondstroom.web.planner.week.grid import build

WEEK = Span.week_of(MONDAY)


def shown(cast: Cast) -> dict[str, Any]:
    """Give the rows of the week by name."""
    return {row.worker.name: row for row in build(read(cast.vlinder, WEEK)).rows}


def test_the_team_is_shown_also_without_work(cast: Cast) -> None:
    assert list(shown(cast)) == ["Fatima", "Niels", "Sanne"]


def test_who_comes_from_elsewhere_stands_below_and_says_so(cast: Cast) -> None:
    rosters.assign(worker=cast.joke, shift=make_night_shift(cast.vlinder), **signed())
    rows = shown(cast)
    assert list(rows)[-1] == "Joke"
    assert rows["Joke"].origin == "pool"
    assert rows["Joke"].agreed_minutes == 0


def test_who_is_hired_is_told_apart(cast: Cast) -> None:
    hired = make_worker("Zita", team=cast.vlinder, form=EngagementForm.AGENCY)
    rosters.assign(worker=hired, shift=make_night_shift(cast.vlinder), **signed())
    assert shown(cast)["Zita"].origin == "external"
    assert build(read(cast.vlinder, WEEK)).days[0].external == 1


def test_agreed_hours_are_those_of_this_organisation(cast: Cast) -> None:
    assert shown(cast)["Fatima"].agreed_minutes == 12 * 60
    month = build(read(cast.vlinder, Span.month_of(MONDAY)))
    fatima = next(row for row in month.rows if row.worker.name == "Fatima")
    assert fatima.agreed_minutes == 12 * 60 * 30 // 7


def test_wishes_stand_on_their_day(cast: Cast) -> None:
    say(cast.fatima, {(MONDAY + timedelta(days=3), DayPart.NIGHT): Wish.UNAVAILABLE})
    cells = shown(cast)["Fatima"].cells
    assert [cell.away_part for cell in cells] == ["", "", "", "nacht", "", "", ""]


def test_work_in_another_team_is_elsewhere(cast: Cast) -> None:
    other = make_team("Somatiek", cast.de_linde)
    rosters.assign(worker=cast.niels, shift=make_night_shift(other), **signed())
    monday = shown(cast)["Niels"].cells[0]
    assert not monday.slots
    assert [row.shift.team.name for row in monday.elsewhere] == ["Somatiek"]


def test_what_was_cancelled_is_not_there(cast: Cast) -> None:
    made = rosters.assign(worker=cast.niels, shift=make_night_shift(cast.vlinder), **signed())
    rosters.cancel(assignment=made, by=cast.pia, at=signed()["at"])
    assert not shown(cast)["Niels"].cells[0].slots


@pytest.mark.parametrize("day", [MONDAY - timedelta(days=1), MONDAY + timedelta(days=7)])
def test_the_neighbouring_weeks_stay_out(day: Any, cast: Cast) -> None:
    make_night_shift(cast.vlinder, day=day)
    assert not any(build(read(cast.vlinder, WEEK)).open_cells)
