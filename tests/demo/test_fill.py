"""Who gets a place: able, willing, due; and who of the pool would come."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from factories.demo import MONDAY, person, pool_person, slot
from rondstroom.demo.region.fill import Rosters, covers, fill_own_teams, from_pool, minutes_to
from rondstroom.demo.region.staff import Person, Place

FAR = date(2030, 1, 1)


def rosters(*people: Person, until: date = FAR) -> Rosters:
    return Rosters(MONDAY, random.Random(1), {one.email: until for one in people})


@pytest.mark.parametrize(
    ("function", "covered"),
    [
        ("Helpende", {"Helpende"}),
        ("VIG", {"VIG", "Helpende"}),
        ("VP6", {"VP6", "VP4", "VIG", "Helpende"}),
        ("IC-vpk", {"IC-vpk", "VP4", "VIG", "Helpende"}),
        ("Begeleider 4", {"Begeleider 4"}),
    ],
)
def test_a_higher_level_covers_the_lower_ones(function: str, covered: set[str]) -> None:
    assert covers(function) == covered


def test_a_place_goes_to_somebody_who_is_able() -> None:
    aylin = person()
    roster = rosters(aylin)
    roster.give(slot(0), [aylin])
    assert roster.taken == {slot(0): aylin}
    assert roster.of(aylin).laid == [slot(0)]


def test_a_place_stays_open_when_nobody_can() -> None:
    away, lapsed = person("Away", free_weekday=0), person("Lapsed")
    roster = Rosters(MONDAY, random.Random(1), {away.email: FAR, lapsed.email: MONDAY})
    roster.give(slot(0), [away, lapsed])
    assert roster.taken == {}


def test_a_proof_must_last_through_the_end_of_a_night() -> None:
    aylin = person()
    tomorrow = MONDAY + timedelta(days=1)
    assert rosters(aylin, until=tomorrow).best(slot(0, "night"), [aylin]) is None
    assert rosters(aylin, until=tomorrow).best(slot(0, "evening"), [aylin]) == aylin


def test_who_is_due_goes_first() -> None:
    busy, due = person("Busy"), person("Due")
    roster = rosters(busy, due)
    roster.of(busy).lay(slot(0))
    roster.of(busy).lay(slot(1))
    assert roster.best(slot(4), [busy, due]) == due


def test_who_worked_the_night_before_goes_on() -> None:
    started, fresh = person("Started"), person("Fresh")
    roster = rosters(started, fresh)
    roster.of(started).lay(slot(0, "night"))
    assert roster.best(slot(1, "night"), [started, fresh]) == started


def test_ones_own_function_goes_before_standing_in() -> None:
    nurse, carer = person("Nurse", function="VP4"), person("Carer")
    assert rosters(nurse, carer).best(slot(0), [nurse, carer]) == carer


def test_who_would_rather_not_comes_last() -> None:
    rather_not, silent = person("Late", rhythm="late"), person("Silent")
    assert rosters(rather_not, silent).best(slot(0, "day"), [rather_not, silent]) == silent


def test_each_of_two_employers_gets_its_hours() -> None:
    marit = person(
        "Marit",
        places=(
            Place("De Linde", "PG Vlinder", "permanent", 8, "P1"),
            Place("Molenpoort", "Wijkteam Noord", "permanent", 16, "P2"),
        ),
    )
    roster = rosters(marit)
    roster.of(marit).lay(slot(0))
    assert roster.best(slot(1), [marit]) is None
    elsewhere = slot(1, organisation="Molenpoort", team="Wijkteam Noord")
    assert roster.best(elsewhere, [marit]) == marit
    assert roster.best(slot(7), [marit]) == marit


def test_a_team_fills_its_own_places_only() -> None:
    aylin = person()
    roster = rosters(aylin)
    fill_own_teams(roster, [slot(0), slot(1, team="Somatiek 1")], [aylin])
    assert set(roster.taken) == {slot(0)}


@pytest.mark.parametrize(
    ("who", "comes"),
    [
        (pool_person(), True),
        (person("Team"), False),  # has a team of its own
        (pool_person(has_account=True), False),  # the cast starts with a clean slate
        (pool_person(willing_for=("Molenpoort",)), False),
        (pool_person(function="Helpende"), False),
        (pool_person(function="VP4"), True),
        (pool_person(home_pc4="6901"), False),  # 45 minutes by bicycle do not reach
        (pool_person(home_pc4="6901", travel_mode="car"), True),
    ],
)
def test_who_of_the_pool_would_come(who: Person, comes: bool) -> None:
    found = list(from_pool(slot(0), [who], {who.email: {"medicatie"}}))
    assert bool(found) is comes


def test_skills_that_are_asked_must_be_there() -> None:
    bas = pool_person()
    asked = slot(0, skills=("medicatie",))
    assert list(from_pool(asked, [bas], {bas.email: set()})) == []
    assert list(from_pool(asked, [bas], {bas.email: {"medicatie", "agressie"}})) == [bas]


def test_travel_is_longer_from_further_away() -> None:
    assert minutes_to(person(home_pc4="6814"), "PG Vlinder") < 15
    assert minutes_to(person(home_pc4="6914"), "PG Vlinder") > 60
