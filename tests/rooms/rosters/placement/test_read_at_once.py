"""What is read of several rooms in one round trip is what each of them gives by itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories.demand import make_night_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, moment
from flexpool.periods import Period
from people import Cast
from rondstroom.rooms.demand import queries as demand
from rondstroom.rooms.journal.queries import at_once
from rondstroom.rooms.people import actions as people_actions
from rondstroom.rooms.people import queries as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.queries import placement
from rondstroom.rooms.rosters.queries.work import year_around
from rondstroom.rooms.skills import queries as skills

pytestmark = pytest.mark.django_db
WEEK = Period(moment(MONDAY, "00:00"), moment(MONDAY + timedelta(days=7), "00:00"))


@pytest.fixture
def busy(cast: Cast) -> Worker:
    """Give a carer who works here and elsewhere."""
    night = make_night_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    actions.assign(worker=cast.niels, shift=night, **signed())
    times = {"starts_at": moment(MONDAY, "08:00"), "ends_at": moment(MONDAY, "12:00")}
    people_actions.declare_work(worker=cast.niels, **times, **signed())
    return cast.niels


def asked_by(houses: skills.Houses) -> dict[int, tuple[object, ...]]:
    """Give what can be held side by side; a policy that nobody wrote is no row."""
    return {pk: (one.name, one.branch, one.accepts) for pk, one in houses.by_id.items()}


def test_each_room_is_read_as_by_itself(cast: Cast, busy: Worker) -> None:
    first, last = WEEK.local_day(), WEEK.local_day() + timedelta(days=14)
    with CaptureQueriesContext(connection) as seen:
        told, papers, (houses, catalogue) = at_once(
            people.known_asked([busy.pk], first, last, year_around(WEEK)),
            skills.papers_asked([busy.pk]),
            skills.houses_asked(WEEK, first),
        )
    assert len(seen) == 1
    crowd = [one.pk for one in (busy, cast.fatima, *Worker.objects.exclude(pk=busy.pk)[:3])]
    assert len(set(crowd)) > people.FEW  # of so many each table is read in a query of its own
    alone = people.known_of(crowd, first, last, year_around(WEEK))
    assert [*told.ties[busy.pk]] == [*alone.ties[busy.pk]]
    assert told.willing.get(busy.pk, set()) == alone.willing.get(busy.pk, set())
    assert told.wishes.get(busy.pk, {}) == alone.wishes.get(busy.pk, {})
    assert [*told.declared[busy.pk]] == [*alone.declared[busy.pk]]
    one, many = (
        skills.files_of([busy.pk], told.ties, papers)[busy.pk],
        skills.files_of(crowd)[busy.pk],
    )
    assert [*one.proofs] == [*many.proofs]
    assert [proof.function for proof in one.proofs] == [proof.function for proof in many.proofs]
    assert {**one.by_kind} == {**many.by_kind}
    assert asked_by(houses) == asked_by(skills.houses(WEEK, first))
    assert catalogue.functions == skills.catalogue().functions


def test_a_person_and_all_houses_take_two_queries_and_are_the_same(busy: Worker) -> None:
    assert connection.features.supports_json_field  # once per process this is found out by asking
    with CaptureQueriesContext(connection) as seen:
        person, known = placement.person_and_known(busy, WEEK, NOW)
    assert len(seen) == 2
    year = year_around(WEEK)
    assert person == placement.facts_of_workers([busy], WEEK, year)[busy.pk]
    assert [one.shift_id is None for one in person.work] == [True, False]
    assert asked_by(known.houses) == asked_by(placement.Known.during(WEEK, NOW).houses)


def test_who_is_on_a_shift_leaves_out_who_was_taken_off(cast: Cast) -> None:
    night = make_night_shift(cast.vlinder, places=2)
    made = actions.assign(worker=cast.niels, shift=night, **signed())
    other = actions.assign(worker=cast.fatima, shift=night, **signed())
    assert set(queries.living_on(night.pk)) == {made, other}
    actions.cancel(assignment=other, **signed())
    assert [*queries.living_on(night.pk)] == [made]
    found = demand.shift(night.pk)
    assert found is not None
    assert placement.facts_of_shift(found).filled == 1
