"""Whatever week the engine plans: all of it can be taken over, lawfully, and nothing else moves."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from factories.demand import make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW
from factories.people import make_engagement, make_worker, say
from people import Cast
from rondstroom.rooms.journal.actions import UnableToAct
from rondstroom.rooms.matching import queries as matching
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment, PlanningRun
from rondstroom.rooms.rosters.states import LineState, RunState

pytestmark = pytest.mark.django_db

DAYS = 14
LAST = MONDAY + timedelta(days=DAYS - 1)
TIMES = (("07:00", "15:30"), ("15:00", "23:00"), ("22:45", "07:15"))
_clock = timezone.now


@pytest.fixture(autouse=True)
def now_is_the_tests_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the run begin at the moment of which the tests speak."""
    began = _clock()
    monkeypatch.setattr(timezone, "now", lambda: NOW + (_clock() - began))


def people_of(cast: Cast, chance: random.Random) -> list[Worker]:
    """Give own people, people of another team, and people of the pool."""
    workers = []
    for number in range(9):
        is_own = number < 6
        worker = make_worker(
            f"Werker {number}",
            function=chance.choice(["VIG", "VIG", "VP4"]),
            team=cast.vlinder if number < 4 else None,
            organisation=cast.de_linde if is_own else cast.molenpoort,
            willing_for=[] if is_own else [cast.de_linde],
            minutes_per_week=chance.choice([0, 960, 1440]),
            max_travel_minutes=90,
            with_account=False,
        )
        if chance.random() < 0.3 and is_own:
            make_engagement(worker, cast.molenpoort, team=cast.wijkteam)
        wishes = {
            (MONDAY + timedelta(days=chance.randrange(DAYS)), part): chance.choice(list(Wish))
            for part in DayPart
            for _turn in range(3)
        }
        say(worker, wishes)
        workers.append(worker)
    return workers


def work_for(cast: Cast, chance: random.Random, workers: list[Worker]) -> None:
    """Lay two weeks of shifts, and some assignments here and at the partner."""
    shifts = [
        make_shift(
            chance.choice([cast.vlinder, cast.vlinder, cast.wijkteam]),
            day=MONDAY + timedelta(days=chance.randrange(DAYS)),
            start=start,
            end=end,
            function=chance.choice(["VIG", "VIG", "Helpende", "VP4"]),
            places=chance.choice([1, 1, 2]),
        )
        for _turn in range(12)
        for start, end in TIMES
    ]
    for shift in chance.sample(shifts, 10):
        try:
            actions.assign(worker=chance.choice(workers), shift=shift, **signed())
        except UnableToAct:
            continue


@pytest.mark.parametrize("seed", [3, 14, 15])
def test_any_fortnight(cast: Cast, seed: int) -> None:
    chance = random.Random(seed)
    workers = people_of(cast, chance)
    work_for(cast, chance, workers)
    stood = set(Assignment.objects.values_list("pk", "state", "place", "starts_at"))
    run = actions.ask_for_plan(
        organisation=cast.de_linde,
        team=cast.vlinder,
        starts_on=MONDAY,
        ends_on=LAST,
        seconds=4,
        by=cast.pia,
        at=NOW,
    )
    run = actions.perform_plan(run.pk)
    assert (run.state, run.failure) == (RunState.PROPOSED, "")
    assert run.result["left_out"] == 0  # what the engine proposed, our own judge let pass
    lines = list(queries.lines_of(run.pk))
    assert lines
    check_lines(cast, lines)
    decision = actions.accept_lines(
        run=run, line_ids=[line.pk for line in lines], by=cast.pia, at=NOW
    )
    assert [line.answer for line in decision.refused] == []
    assert set(Assignment.objects.values_list("pk", "state", "place", "starts_at")) >= stood
    assert queries.findings_of_team(cast.vlinder.pk, MONDAY, LAST) == {}
    check_figures(run)


def check_lines(cast: Cast, lines: list) -> None:
    """Each line is for somebody eligible, on an open place of this team, once a day."""
    for line in lines:
        assert line.state == LineState.OPEN
        assert line.shift.team_id == cast.vlinder.pk
        assert matching.eligibility(line.worker, line.shift, NOW).ok
    per_shift = Counter(line.shift_id for line in lines)
    filled = queries.filled_places(per_shift)
    places = {line.shift_id: line.shift.places for line in lines}
    assert all(filled[pk] + number <= places[pk] for pk, number in per_shift.items())
    days = Counter((line.worker_id, line.shift.starts_at.date()) for line in lines)
    assert max(days.values()) == 1


def check_figures(run: PlanningRun) -> None:
    """What the proposal promised is what the roster is after taking it over."""
    before, after = run.result["before"], run.result["after"]
    taken = run.lines.filter(state=LineState.ACCEPTED).count()
    assert after["filled"] == before["filled"] + taken
    assert after["places"] == before["places"]
    assert after["findings"] == before["findings"] == 0
    assert sum(after["unmet_hours"].values()) < sum(before["unmet_hours"].values())
    hours = sum(after[tier] for tier in ("own_team", "own_organisation", "pool"))
    assert hours > sum(before[tier] for tier in ("own_team", "own_organisation", "pool"))
