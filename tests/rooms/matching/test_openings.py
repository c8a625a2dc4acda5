"""What one certificate, one induction, one free day or one more place would open."""

from __future__ import annotations

from datetime import timedelta

import pytest

from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.moments import MONDAY, NOW, period
from factories.people import make_worker, say
from factories.skills import make_proof
from people import Cast
from rondstroom.rooms.matching import queries
from rondstroom.rooms.matching.queries import FREE_DAY, FURTHER, OTHER_PLACE, Opening
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import DayPart, Wish
from rondstroom.rooms.rosters import actions as rosters
from rondstroom.rooms.rosters import queries as assignments
from rondstroom.rooms.skills.states import ProofKind

WEEK = timedelta(days=7)


def opened(worker: Worker) -> list[Opening]:
    found = queries.shifts_for(worker, NOW, NOW + 4 * WEEK, NOW, with_openings=True)
    return found.openings


def test_they_are_only_reckoned_when_asked(cast: Cast) -> None:
    make_shift(cast.wijkteam, function="Helpende")
    assert queries.shifts_for(cast.ruud, NOW, NOW + WEEK, NOW).openings == []
    assert len(opened(cast.ruud)) == 1


def test_one_certificate_opens_all_that_only_lack_it(cast: Cast) -> None:
    for days in range(3):
        make_shift(cast.wijkteam, day=MONDAY + timedelta(days=days), function="Helpende")
    make_shift(cast.wijkteam, function="VIG")  # lacks more than the conduct proof
    [one] = opened(cast.ruud)
    assert (one.rule, one.number) == ("gate.conduct", 3)
    assert one.remedy
    make_proof(cast.ruud, ProofKind.CONDUCT)
    assert all(other.rule != "gate.conduct" for other in opened(cast.ruud))
    assert len(queries.shifts_for(cast.ruud, NOW, NOW + WEEK, NOW).may) == 3


def test_one_free_day_is_named_with_its_part(cast: Cast) -> None:
    make_shift(cast.vlinder)
    make_shift(cast.vlinder, start="09:00", end="14:00")
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1))
    first, second = opened(cast.niels)
    assert first == Opening(FREE_DAY, 2, day=MONDAY, part=DayPart.DAY)
    assert (second.number, second.day) == (1, MONDAY + timedelta(days=1))
    say(cast.niels, {(MONDAY, DayPart.DAY): Wish.AVAILABLE})
    assert [one.day for one in opened(cast.niels)] == [MONDAY + timedelta(days=1)]


def test_another_place_and_more_travel_are_ways_too(cast: Cast) -> None:
    near = make_worker("Nel", team=cast.vlinder, max_travel_minutes=60)
    make_shift(cast.wijkteam)
    assert opened(near) == [Opening(OTHER_PLACE, 1, organisation_id=cast.molenpoort.pk)]
    far = make_worker(
        "Ver",
        team=cast.vlinder,
        willing_for=[cast.molenpoort],
        home_pc4="6511",
        max_travel_minutes=5,
    )
    assert opened(far) == [Opening(FURTHER, 1)]


def test_what_the_law_then_forbids_is_not_promised(cast: Cast) -> None:
    night = make_night_shift(cast.vlinder)
    rosters.assign(worker=cast.niels, shift=night, **signed())
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), start="08:00", end="14:00")
    assert opened(cast.niels) == []


def test_openings_are_ordered_the_most_first_and_need_a_way_out(cast: Cast) -> None:
    make_shift(cast.vlinder, day=MONDAY + timedelta(days=2))
    for hour in ("07:00", "08:00"):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=3), start=hour)
    assert [one.number for one in opened(cast.niels)] == [2, 1]
    full = make_shift(cast.vlinder, day=MONDAY + timedelta(days=4), start="23:00", end="07:00")
    rosters.assign(worker=cast.fatima, shift=full, **signed())
    assert len(opened(cast.niels)) == 2, "a full shift is opened by nothing that one can do"


@pytest.mark.parametrize("queries_", [26])
def test_it_asks_the_database_no_more_for_more(
    cast: Cast, django_assert_max_num_queries: object, queries_: int
) -> None:
    for days in range(12):
        make_shift(cast.vlinder, day=MONDAY + timedelta(days=days))
    with django_assert_max_num_queries(queries_):  # type: ignore[operator]
        assert len(opened(cast.niels)) == 12


def test_people_one_knows_are_those_of_shared_shifts(cast: Cast) -> None:
    past = make_shift(
        cast.vlinder,
        day=MONDAY - timedelta(days=30),
        places=2,
        start="15:00",
        end="22:00",
        function="Helpende",
    )
    for worker in (cast.niels, cast.sanne):
        rosters.assign(worker=worker, shift=past, **signed())
    coming = make_shift(
        cast.vlinder,
        day=MONDAY + timedelta(days=5),
        places=2,
        start="15:00",
        end="22:00",
        function="Helpende",
    )
    other = make_night_shift(cast.vlinder, places=2)
    rosters.assign(worker=cast.sanne, shift=coming, **signed())
    rosters.assign(worker=cast.fatima, shift=other, **signed())
    ids = [coming.pk, other.pk]
    assert assignments.shifts_with_acquaintances(cast.niels.pk, ids, NOW) == {coming.pk}
    assert assignments.shifts_with_acquaintances(cast.fatima.pk, ids, NOW) == set()
    long_ago = NOW + timedelta(days=400)
    assert assignments.shifts_with_acquaintances(cast.niels.pk, ids, long_ago) == set()


def test_who_else_is_on_is_of_the_same_team_and_time(cast: Cast) -> None:
    night = make_night_shift(cast.vlinder, places=2)
    early = make_shift(cast.vlinder, day=MONDAY + timedelta(days=1), start="07:00", end="15:00")
    for worker, shift in ((cast.niels, night), (cast.fatima, early)):
        rosters.assign(worker=worker, shift=shift, **signed())
    assert [one.worker for one in assignments.colleagues_on(night, cast.niels.pk)] == [cast.fatima]
    assert [one.worker for one in assignments.colleagues_on(early, 0)] == [cast.niels, cast.fatima]
    away = make_night_shift(cast.wijkteam)
    assert assignments.colleagues_on(away, cast.fatima.pk) == []
    assert period(MONDAY, "23:00", "07:15").starts_at == night.starts_at
