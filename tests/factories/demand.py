"""Shifts and vacancies for tests: open, on Monday, by day, unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from factories.identity import signed
from factories.moments import MONDAY, period
from factories.organisations import make_team
from factories.skills import make_function, make_skill
from rondstroom.rooms.demand import actions
from rondstroom.rooms.demand.models import Shift, Vacancy
from rondstroom.rooms.demand.states import ShiftState
from rondstroom.rooms.organisations.models import Team
from rondstroom.rooms.people.states import DayPart, EngagementForm


def make_shift(
    team: Team | None = None,
    *,
    day: date = MONDAY,
    start: str = "07:00",
    end: str = "15:30",
    break_minutes: int = 30,
    function: str = "VIG",
    skills: Iterable[str] = (),
    state: ShiftState = ShiftState.PUBLISHED,
    **fields: Any,
) -> Shift:
    """Make a shift; an end not after the start is on the next day; `function=""` asks none.

    Other fields (places, sign_up, reason, source_key …) as `actions.create_shift` takes them.
    """
    asked = period(day, start, end)
    return actions.create_shift(
        team=team or make_team(),
        starts_at=asked.starts_at,
        ends_at=asked.ends_at,
        break_minutes=break_minutes,
        function=make_function(function) if function else None,
        skills=[make_skill(code) for code in skills],
        state=state,
        **fields,
        **signed(),
    )


def make_night_shift(team: Team | None = None, *, day: date = MONDAY, **fields: Any) -> Shift:
    """Make a shift from 23:00 to 07:15."""
    return make_shift(team, day=day, start="23:00", end="07:15", **fields)


def make_vacancy(team: Team | None = None, *, function: str = "VIG", **fields: Any) -> Vacancy:
    """Make a vacancy of 16 hours on Monday and Tuesday by day, from a week after `MONDAY` on.

    Other fields as `actions.post_vacancy` takes them.
    """
    said: dict[str, Any] = {
        "minutes_per_week": 16 * 60,
        "starts_on": MONDAY + timedelta(weeks=1),
        "pattern": [(0, DayPart.DAY), (1, DayPart.DAY)],
        "forms": [EngagementForm.PERMANENT, EngagementForm.TEMPORARY],
    }
    return actions.post_vacancy(
        team=team or make_team(), function=make_function(function), **said | fields, **signed()
    )
