"""Pairs and weeks of shifts: what the law lets, what it refuses, and what the database guards then.

Each case is a row that a planner can judge: the shifts in the order in which they are assigned,
the last of which is asked about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.organisations import make_organisation, make_team
from factories.people import make_engagement, make_worker
from factories.rosters import raw_assignment
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.models import Assignment

pytestmark = pytest.mark.django_db

SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)
"""The Saturdays before the clock changes."""


@dataclass(frozen=True)
class Case:
    """Shifts as (day, start, end, break), and the code of the refusal; "" when it may be."""

    name: str
    shifts: tuple[tuple[int, str, str, int], ...]
    code: str = ""
    first: date = MONDAY
    profile: str = "default"
    youth: bool = False
    elsewhere: bool = False


CASES = [
    Case("a day after a day", ((0, "07:00", "15:30", 30), (1, "07:00", "15:30", 30))),
    Case("exactly eleven hours", ((0, "12:00", "20:00", 30), (1, "07:00", "15:00", 30))),
    Case(
        "a minute less than eleven hours, once in the week",
        ((0, "12:00", "20:01", 30), (1, "07:00", "15:00", 30)),
    ),
    Case(
        "less than eleven hours twice in the week",
        (
            (0, "12:00", "20:01", 30),
            (1, "07:00", "13:00", 30),
            (2, "12:00", "20:01", 30),
            (3, "07:00", "13:00", 30),
        ),
        "rest",
    ),
    Case(
        "less than eleven hours again a week later",
        (
            (0, "12:00", "20:01", 30),
            (1, "07:00", "13:00", 30),
            (9, "12:00", "20:01", 30),
            (10, "07:00", "13:00", 30),
        ),
    ),
    Case("exactly eight hours, once", ((0, "15:00", "23:00", 30), (1, "07:00", "15:00", 30))),
    Case(
        "less than eight hours: one dienst of too many hours",
        ((0, "15:00", "23:00", 30), (1, "06:30", "14:30", 30)),
        "rest",
    ),
    Case("a split dienst", ((0, "07:00", "11:00", 0), (0, "17:00", "21:00", 0))),
    Case(
        "a split dienst of more than twelve hours",
        ((0, "07:00", "14:00", 30), (0, "17:00", "23:30", 30)),
        "rest",
    ),
    Case("back to back", ((0, "08:00", "12:00", 0), (0, "12:00", "16:00", 0))),
    Case(
        "back to back over twelve hours",
        ((0, "07:00", "15:00", 30), (0, "15:00", "20:30", 0)),
        "law",
    ),
    Case("before what is there already", ((1, "07:00", "15:30", 30), (0, "07:00", "15:30", 30))),
    Case(
        "between two neighbours with all their rest",
        ((0, "07:00", "15:00", 30), (2, "07:00", "15:00", 30), (1, "07:00", "15:00", 30)),
    ),
    Case(
        "between two neighbours, short on both sides",
        ((0, "15:00", "23:00", 30), (2, "07:00", "15:00", 30), (1, "09:00", "21:30", 45)),
        "rest",
    ),
    Case(
        "fourteen hours after a night that ends late",
        ((0, "23:00", "07:00", 30), (1, "21:00", "23:30", 0)),
    ),
    Case(
        "less than fourteen hours after a night, once in the week",
        ((0, "23:00", "07:00", 30), (1, "20:00", "22:30", 0)),
    ),
    Case(
        "ten hours after a night twice in the week",
        (
            (0, "23:00", "07:00", 30),
            (1, "17:00", "20:00", 0),
            (3, "23:00", "07:00", 30),
            (4, "17:00", "20:00", 0),
        ),
        "rest",
    ),
    Case(
        "with an arrangement in care once eight and once ten hours",
        (
            (0, "14:00", "22:00", 30),
            (1, "07:00", "13:00", 30),
            (2, "13:00", "20:30", 30),
            (3, "07:00", "13:00", 30),
        ),
        profile="care",
    ),
    Case(
        "a young person keeps twelve hours",
        ((0, "11:00", "19:30", 30), (1, "07:00", "11:00", 0)),
        "rest",
        youth=True,
    ),
    Case(
        "eleven hours over the spring change by the clock are ten, beside another short rest",
        (
            (-3, "12:00", "20:01", 30),
            (-2, "07:00", "13:00", 30),
            (0, "12:00", "20:00", 30),
            (1, "07:00", "15:00", 30),
        ),
        "rest",
        first=SPRING,
    ),
    Case(
        "eleven hours over the autumn change by the clock are twelve",
        ((0, "13:00", "21:00", 30), (1, "07:00", "15:00", 30)),
        first=AUTUMN,
    ),
    Case(
        "ten hours over the autumn change by the clock are eleven, as often as one likes",
        (
            (-3, "12:00", "20:01", 30),
            (-2, "07:00", "13:00", 30),
            (0, "13:00", "21:00", 30),
            (1, "07:00", "15:00", 30),
        ),
        first=AUTUMN,
    ),
    Case(
        "the rest counts over two employers",
        ((0, "15:00", "23:00", 30), (1, "06:30", "14:30", 30)),
        "rest",
        elsewhere=True,
    ),
    Case(
        "enough rest over two employers",
        ((0, "07:00", "15:00", 30), (1, "07:00", "15:00", 30)),
        elsewhere=True,
    ),
    Case(
        "seven days of nine and a half hours leave no weekly rest",
        tuple((day, "07:00", "17:15", 45) for day in range(7)),
        "law",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_law_and_the_guard(case: Case) -> None:
    here = make_team(organisation=make_organisation(worktime_profile=case.profile))
    there = make_team("Wijkteam", make_organisation("Molenpoort", worktime_profile=case.profile))
    youth_until = case.first + timedelta(days=200) if case.youth else None
    worker = make_worker(team=here, youth_until=youth_until)
    make_engagement(worker, there.location.organisation, team=there)
    shifts = [
        make_shift(
            there if case.elsewhere and number % 2 else here,
            day=case.first + timedelta(days=day),
            start=start,
            end=end,
            break_minutes=pause,
        )
        for number, (day, start, end, pause) in enumerate(case.shifts)
    ]
    *before, asked = shifts
    for shift in before:
        actions.assign(worker=worker, shift=shift, **signed())
    if case.code:
        with pytest.raises(actions.UnableToAssign) as refused:
            actions.assign(worker=worker, shift=asked, **signed())
        assert refused.value.code == case.code
        assert all(reason.text for reason in refused.value.reasons)
        assert Assignment.objects.count() == len(before)
        return
    actions.assign(worker=worker, shift=asked, **signed())
    _guarded(worker_id=worker.pk)


def _guarded(worker_id: int) -> None:
    """Hold the rows against the guard: a rest is never longer than to the next work, nor shorter
    than eleven hours without one; and nothing more fits before it runs out."""
    rows = list(Assignment.objects.filter(worker_id=worker_id).order_by("starts_at"))
    ends = [row.starts_at for row in rows[1:]]
    hours = [(row.blocked_until - row.ends_at).total_seconds() / 3600 for row in rows]
    for row, next_start, length in zip(rows, [*ends, None], hours, strict=True):
        assert row.blocked_until == next_start or length in (11, 12)
    last = rows[-1]
    intruder = make_shift(function="")
    with pytest.raises(IntegrityError), transaction.atomic():
        raw_assignment(
            last.worker,
            intruder,
            starts_at=last.blocked_until - timedelta(minutes=1),
            ends_at=last.blocked_until + timedelta(hours=1),
            blocked_until=last.blocked_until + timedelta(hours=12),
        )
