"""The facts about shifts and workers, and a judge that asks each question once."""

from __future__ import annotations

from datetime import timedelta
from unittest import mock

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, moment
from factories.people import make_engagement, make_worker
from people import Cast
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart
from rondstroom.rooms.rosters import actions
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.placement import Judge, Pools, Surroundings
from rondstroom.rooms.rosters.queries.work import year_around

pytestmark = pytest.mark.django_db

TUESDAY = MONDAY + timedelta(days=1)


def judge_of(worker: Worker, *shifts: Shift) -> Judge:
    """Give a judge who knows a worker and these shifts."""
    facts = [placement.facts_of_shift(shift) for shift in shifts]
    period = facts[0].period
    person = placement.facts_of_workers([worker], period, year_around(period))[worker.pk]
    return Judge(person, Surroundings.of([person], facts, Pools.during(period)))


def test_the_facts_of_a_shift_are_its_own(cast: Cast) -> None:
    shift = make_night_shift(cast.vlinder, skills=["katheter", "injecteren"], places=3)
    facts = placement.facts_of_shift(shift)
    assert facts.organisation_id == cast.de_linde.pk
    assert facts.profile == cast.de_linde.worktime_profile
    assert facts.pc4 == "6811"
    assert [name for _number, name in facts.skills] == ["Katheter", "Injecteren"]
    assert (facts.starts_on, facts.ends_on) == (MONDAY, TUESDAY)
    assert facts.cell == (MONDAY, DayPart.NIGHT)
    assert (facts.places, facts.filled) == (3, 0)
    assert facts.as_work.work_minutes == 8 * 60 + 15 - 30


def test_many_shifts_have_the_same_facts_as_one_by_one(cast: Cast) -> None:
    shifts = [
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day), skills=skills, places=2)
        for day, skills in enumerate([(), ("injecteren",), ("injecteren", "katheter")])
    ]
    actions.assign(worker=make_worker("Anna", team=cast.vlinder), shift=shifts[0], **signed())
    week = (moment(MONDAY, "00:00"), moment(MONDAY + timedelta(days=7), "00:00"))
    together = placement.facts_of_shifts(demand.shifts_of_team(cast.vlinder.pk, *week))
    assert together == [placement.facts_of_shift(shift) for shift in shifts]
    assert [one.filled for one in together] == [1, 0, 0]


def test_one_query_for_many_shifts(cast: Cast) -> None:
    for day in range(5):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=day), skills=("injecteren",))
    week = (moment(MONDAY, "00:00"), moment(MONDAY + timedelta(days=7), "00:00"))
    with CaptureQueriesContext(connection) as seen:
        placement.facts_of_shifts(demand.shifts_of_team(cast.vlinder.pk, *week))
    assert len(seen) == 1


def test_the_facts_of_many_workers_take_eight_queries(cast: Cast) -> None:
    workers = [make_worker(f"Zorg {number}", team=cast.vlinder) for number in range(8)]
    period = placement.facts_of_shift(make_shift(cast.vlinder)).period
    with CaptureQueriesContext(connection) as seen:
        known = placement.facts_of_workers(workers, period, year_around(period))
    assert len(seen) == 8
    assert set(known) == {worker.pk for worker in workers}


def test_engagements_hold_from_their_first_day_up_to_their_last(cast: Cast) -> None:
    worker = make_worker("Anna", team=cast.vlinder)
    tie = make_engagement(worker, cast.molenpoort, starts_on=TUESDAY)
    people.end_engagement(engagement=tie, ends_on=TUESDAY + timedelta(days=2), **signed())
    facts = judge_of(worker, make_shift(cast.vlinder)).worker
    held = [
        {one.organisation_id for one in facts.ties_on(MONDAY + timedelta(days=day))}
        for day in range(4)
    ]
    both = {cast.de_linde.pk, cast.molenpoort.pk}
    assert held == [{cast.de_linde.pk}, both, both, {cast.de_linde.pk}]


def test_alike_questions_are_asked_once(cast: Cast) -> None:
    shifts = [make_shift(cast.vlinder, places=2) for _turn in range(4)]
    judge = judge_of(make_worker("Anna", team=cast.vlinder), *shifts)
    facts = [placement.facts_of_shift(shift) for shift in shifts]
    record = judge.record(facts[0])
    with mock.patch.object(
        type(record), "findings_if_added", autospec=True, side_effect=type(record).findings_if_added
    ) as asked:
        answers = {judge.reasons(one) for one in facts}
    assert answers == {()}
    assert asked.call_count == 1


def test_a_judge_makes_no_queries(cast: Cast) -> None:
    shift = make_shift(cast.vlinder, skills=("injecteren",))
    judge, facts = judge_of(cast.sanne, shift), placement.facts_of_shift(shift)
    with CaptureQueriesContext(connection) as seen:
        assert judge.reasons(facts)
        judge.numbers(facts)
    assert len(seen) == 0


@pytest.mark.parametrize(
    ("start", "end", "is_overlap"),
    [
        ("05:00", "07:00", False),
        ("05:00", "07:01", True),
        ("14:59", "16:00", True),
        ("15:00", "16:00", False),
        ("06:00", "16:00", True),
        ("09:00", "10:00", True),
    ],
)
def test_work_at_the_same_time_is_seen_whatever_lies_between(
    cast: Cast, start: str, end: str, is_overlap: bool
) -> None:
    worker = make_worker("Anna", team=cast.vlinder)
    actions.assign(
        worker=worker, shift=make_shift(cast.vlinder, start="07:00", end="15:00"), **signed()
    )
    for day in (-3, -2, 2, 3):
        near = make_shift(cast.vlinder, day=MONDAY + timedelta(days=day))
        actions.assign(worker=worker, shift=near, **signed())
    asked = make_shift(cast.vlinder, start=start, end=end, break_minutes=0)
    judge = judge_of(worker, asked)
    assert bool(judge.overlap(placement.facts_of_shift(asked))) is is_overlap


def test_a_long_stretch_that_began_before_is_seen(cast: Cast) -> None:
    worker = make_worker("Anna", team=cast.vlinder)
    people.declare_work(
        worker=worker,
        starts_at=moment(MONDAY - timedelta(days=1), "16:00"),
        ends_at=moment(MONDAY, "08:00"),
        **signed(),
    )
    shift = make_shift(cast.vlinder, start="07:00", end="15:00")
    (reason,) = judge_of(worker, shift).overlap(placement.facts_of_shift(shift))
    assert reason.rule == "matching.already-assigned"
    assert "elders" in reason.text


def test_own_work_is_told_apart_from_work_elsewhere(cast: Cast) -> None:
    shift = make_shift(cast.vlinder)
    other = make_shift(cast.vlinder, start="08:00", end="12:00")
    actions.assign(worker=cast.fatima, shift=shift, **signed())
    judge = judge_of(cast.fatima, shift, other)
    (on_it,) = judge.overlap(placement.facts_of_shift(shift))
    (beside,) = judge.overlap(placement.facts_of_shift(other))
    assert "Staat al op deze dienst" in on_it.text
    assert "deze organisatie" in beside.text


def test_only_the_law_comes_from_the_strictest_arrangement(cast: Cast) -> None:
    # Two short rests in a week: with an arrangement in care once 8 and once 10 hours may be.
    cast.de_linde.worktime_profile = "care"
    cast.de_linde.save()
    worker = make_worker("Anna", team=cast.vlinder)
    make_engagement(worker, cast.molenpoort, team=cast.wijkteam)
    days = [MONDAY, TUESDAY, MONDAY + timedelta(days=2), MONDAY + timedelta(days=3)]
    for day, start, end in [(days[0], "14:00", "22:00"), (days[1], "07:00", "13:00")]:
        shift = make_shift(cast.vlinder, day=day, start=start, end=end)
        shift.refresh_from_db()
        actions.assign(worker=worker, shift=shift, **signed())
    late = make_shift(cast.vlinder, day=days[2], start="13:00", end="20:30")
    actions.assign(worker=worker, shift=late, **signed())
    own = make_shift(cast.vlinder, day=days[3], start="07:00", end="13:00")
    partners = make_shift(cast.wijkteam, day=days[3], start="07:00", end="13:00")
    judge = judge_of(worker, own, partners)
    assert judge.law(placement.facts_of_shift(own)) == ()
    refused = judge.law(placement.facts_of_shift(partners))
    assert [reason.rule for reason in refused] == ["worktime.daily-rest"]
