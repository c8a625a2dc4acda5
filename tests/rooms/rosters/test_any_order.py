"""Whatever people do, in whatever order: nobody twice at once, no place too many, no breach."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY
from factories.organisations import make_organisation, make_team
from factories.people import make_engagement, make_worker
from flexpool.periods import Period
from flexpool.staffing import AgeGroup
from flexpool.worktime import Severity
from rondstroom.rooms.demand import actions as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries, translate
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.rosters.queries.work import work_of, year_around
from rondstroom.rooms.rosters.states import AssignmentState

pytestmark = pytest.mark.django_db

TIMES = [
    ("07:00", "15:30"),
    ("15:00", "23:00"),
    ("22:45", "07:15"),
    ("08:00", "12:00"),
    ("12:00", "16:30"),
    ("17:00", "21:00"),
]
WORKERS, DAYS = 3, 4
steps = some.lists(
    some.tuples(
        some.sampled_from(["assign", "assign", "assign", "cancel", "override", "move", "lapse"]),
        some.integers(0, WORKERS - 1),
        some.integers(0, DAYS * len(TIMES) - 1),
    ),
    min_size=4,
    max_size=25,
)


def stage() -> tuple[list[Worker], list[Shift]]:
    """Give three carers with two employers, and shifts at both, some for two people."""
    here = make_team("Hier")
    there = make_team("Daar", make_organisation("Molenpoort"))
    workers = []
    for number in range(WORKERS):
        worker = make_worker(f"Zorg {number}", team=here, with_account=False)
        make_engagement(worker, there.location.organisation, team=there)
        workers.append(worker)
    shifts = [
        make_shift(
            (here, there)[(day + number) % 2],
            day=MONDAY + timedelta(days=day),
            start=start,
            end=end,
            places=1 + number % 2,
        )
        for day in range(DAYS)
        for number, (start, end) in enumerate(TIMES)
    ]
    return workers, shifts


def step(what: str, worker: Worker, shift: Shift) -> None:
    """Do one thing; a refusal is an answer too."""
    try:
        if what in ("assign", "override"):
            reason = "afgesproken" if what == "override" else ""
            actions.assign(worker=worker, shift=shift, override_reason=reason, **signed())
        elif what == "cancel":
            for row in queries.assignments_of_shifts([shift.pk])[shift.pk]:
                actions.cancel(assignment=row, **signed())
        elif what == "move":
            hour = timedelta(hours=1)
            demand.change_shift(
                shift=shift,
                starts_at=shift.starts_at + hour,
                ends_at=shift.ends_at + hour,
                **signed(),
            )
        else:
            demand.cancel_shift(shift=shift, reason="vervalt", **signed())
    except UnableToAct:
        shift.refresh_from_db()


def check(workers: list[Worker], has_override: bool) -> None:
    """Hold the database against what must always be true."""
    rows = list(Assignment.objects.exclude(state=AssignmentState.CANCELLED).select_related("shift"))
    assert max(Counter((row.worker_id, row.shift_id) for row in rows).values(), default=0) <= 1
    for shift_id, taken in Counter(row.shift_id for row in rows).items():
        shift = next(row.shift for row in rows if row.shift_id == shift_id)
        places = [row.place for row in rows if row.shift_id == shift_id]
        assert sorted(places) == list(range(1, taken + 1))
        assert taken <= shift.places
    for worker in workers:
        mine = sorted((r for r in rows if r.worker_id == worker.pk), key=lambda r: r.starts_at)
        _check_blocks(mine)
        if mine and not has_override:
            _check_law(worker, mine[0].starts_at)


def _check_blocks(mine: list[Assignment]) -> None:
    """Work does not overlap, moves with its shift, and blocks until its rest or the next work."""
    for row in mine:
        assert (row.starts_at, row.ends_at) == (row.shift.starts_at, row.shift.ends_at)
    for row, following in pairwise(mine):
        assert row.ends_at <= following.starts_at
        whole = row.ends_at + translate.daily_rest(AgeGroup.ADULT, MONDAY)
        assert row.blocked_until == min(whole, following.starts_at)


def _check_law(worker: Worker, first: datetime) -> None:
    around = queries.work_records([worker.pk], _window(first))[worker.pk]
    assert [f for f in around.findings if f.severity is Severity.BREACH] == []
    assert len(work_of([worker.pk], year_around(_window(first)))[worker.pk]) > 0


def _window(first: datetime) -> Period:
    return Period(first, first + timedelta(days=DAYS))


class _UndoneAgain(Exception):
    """Ends a try: its transaction is rolled back, the database is as before."""


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(done=steps)
def test_whatever_the_order(done: list[tuple[str, int, int]]) -> None:
    try:
        with transaction.atomic():
            workers, shifts = stage()
            overridden = False
            for what, who, which in done:
                step(what, workers[who], shifts[which])
                overridden = overridden or what == "override"
                check(workers, overridden)
            raise _UndoneAgain
    except _UndoneAgain:
        pass
