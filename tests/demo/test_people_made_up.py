"""Names, places, wishes, proofs, absence: made up, mixed, and never about anybody real."""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories.demo import MONDAY, person, slot
from rondstroom.demo import cast
from rondstroom.demo.region.absence import make_absence
from rondstroom.demo.region.cover import DAYS
from rondstroom.demo.region.figures import FOLDER, areas, region, sick_leave
from rondstroom.demo.region.fill import Rosters
from rondstroom.demo.region.names import address_of, fictional_names
from rondstroom.demo.region.proofs import Evidence, make_proofs, placeable_until
from rondstroom.demo.region.staff import NO_HOURS, POOL_FORMS, make_staff, teams
from rondstroom.demo.region.wishes import NO, PARTS, RATHER_NOT, YES, wish
from rondstroom.rooms.organisations.states import Branch
from rondstroom.rooms.people.states import DayPart, EngagementForm, TravelMode, Wish
from rondstroom.rooms.skills.states import ProofKind

TODAY = MONDAY + timedelta(days=6)
STAFF = make_staff(random.Random(1))


def test_names_come_once_each_and_are_mixed() -> None:
    names = list(islice(fictional_names(random.Random(1)), 300))
    assert len(set(names)) == 300
    assert len({name.split()[0] for name in names}) > 60
    assert names != list(islice(fictional_names(random.Random(2)), 300))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Aylin Yıldız", "aylin.yildiz.7@voorbeeld.invalid"),
        ("Zoë van der Heide", "zoe.van.der.heide.7@voorbeeld.invalid"),
        ("Kasia Wójcik", "kasia.wojcik.7@voorbeeld.invalid"),
    ],
)
def test_addresses_are_plain_and_reach_nobody(name: str, address: str) -> None:
    assert address_of(name, 7) == address


def test_nobody_shares_a_name_or_address() -> None:
    assert len({one.name for one in STAFF}) == len(STAFF) == 240
    assert len({one.email for one in STAFF}) == 240
    assert all(re.fullmatch(r"[a-z0-9.-]+@voorbeeld\.invalid", one.email) for one in STAFF)


def test_personnel_numbers_are_once_per_organisation() -> None:
    numbers = [(place.organisation, place.number) for one in STAFF for place in one.places]
    assert len(set(numbers)) == len(numbers)


def test_each_team_has_the_staff_that_was_described() -> None:
    counted = Counter(
        (place.team, one.function) for one in STAFF for place in one.places[:1] if place.team
    )
    described = {
        (team["name"], function): count
        for _organisation, _location, team in teams()
        for function, count in team["staff"].items()
    }
    assert counted == described


def test_the_flexible_layer_has_every_form_and_no_hours_where_there_are_none() -> None:
    pool = [one for one in STAFF if not one.places[0].team]
    assert Counter(one.function for one in pool) == region()["pool_staff"]
    assert {one.places[0].form for one in pool} == set(POOL_FORMS)
    assert all((one.hours == 0) == (one.places[0].form in NO_HOURS) for one in pool)
    assert all(len(one.willing_for) == 8 for one in pool)


def test_words_are_those_of_the_platform() -> None:
    assert {place.form for one in STAFF for place in one.places} <= set(EngagementForm.values)
    assert {one.travel_mode for one in STAFF} <= set(TravelMode.values)
    assert set(PARTS) == set(DayPart.values)
    assert {YES, NO, RATHER_NOT} == set(Wish.values)
    assert {row["branch"] for row in region()["organisations"]} == set(Branch.values)


@pytest.mark.parametrize(
    ("rhythm", "weekday", "part", "said"),
    [
        ("any", 0, "day", None),
        ("any", 6, "day", NO),  # the free day of this person
        ("any", 5, "night", RATHER_NOT),
        ("days", 0, "night", NO),
        ("days", 0, "evening", RATHER_NOT),
        ("days", 5, "evening", None),
        ("late", 0, "day", RATHER_NOT),
        ("late", 0, "night", NO),
        ("nights", 0, "night", YES),
        ("nights", 0, "day", NO),
        ("nights", 6, "night", YES),
        ("school", 0, "day", NO),
        ("school", 5, "day", YES),
        ("school", 5, "night", NO),
        ("school", 1, "evening", None),
        ("open", 0, "day", YES),
        ("open", 4, "night", RATHER_NOT),
    ],
)
def test_rhythms_of_a_week(rhythm: str, weekday: int, part: str, said: str | None) -> None:
    assert wish(person(rhythm=rhythm), MONDAY + timedelta(days=weekday), part) == said


@pytest.mark.parametrize("rhythm", sorted({one.rhythm for one in STAFF}))
def test_nobody_is_hired_for_hours_that_the_team_does_not_have(rhythm: str) -> None:
    part = {"nights": 2, "late": 1}.get(rhythm)
    for one in STAFF:
        if part is None or one.rhythm != rhythm or one.has_account:
            continue
        (team,) = (row for _o, _l, row in teams() if row["name"] == one.places[0].team)
        asked = [team.get(kind, {}).get(one.function, (0, 0, 0)) for kind in ("cover", "weekdays")]
        assert any(places[part] for places in asked)


@settings(max_examples=60, deadline=None)
@given(number=st.integers(0, 239), seed=st.integers(0, 10_000))
def test_proofs_are_of_known_kinds_and_in_order(number: int, seed: int) -> None:
    proofs = make_proofs(STAFF[number], number, TODAY, random.Random(seed))
    assert {proof.kind for proof in proofs} <= set(ProofKind.values)
    assert {"identity", "right_to_work", "diploma"} <= {proof.kind for proof in proofs}
    for proof in proofs:
        assert proof.valid_through is None or proof.valid_from <= proof.valid_through
        assert proof.valid_from <= MONDAY


def test_the_cast_has_everything_in_order() -> None:
    for number, one in enumerate(STAFF[: len(cast.PARTS)]):
        assert one.has_account
        proofs = make_proofs(one, number, TODAY, random.Random(1))
        assert placeable_until(one, proofs) > TODAY + timedelta(days=DAYS)


@pytest.mark.parametrize(
    ("function", "registered"),
    [("VIG", False), ("Helpende", False), ("VP4", True), ("IC-vpk", True), ("Triagist", False)],
)
def test_only_nurses_are_in_the_register(function: str, registered: bool) -> None:
    proofs = make_proofs(person(function=function), 1, TODAY, random.Random(1))
    assert any(proof.kind == "register" for proof in proofs) is registered


def test_somebody_without_a_certificate_of_conduct_is_never_placed() -> None:
    aylin = person()
    through = TODAY + timedelta(days=10)
    conduct = Evidence("conduct", MONDAY, through)
    skill = Evidence("skill", MONDAY, TODAY, skill="medicatie")
    assert placeable_until(aylin, []) == date.min
    assert placeable_until(aylin, [conduct]) == through + timedelta(days=1)
    assert placeable_until(aylin, [conduct, skill]) == TODAY + timedelta(days=1)


def test_absence_takes_whole_shifts_up_to_the_figure() -> None:
    people = [person(f"P{number}") for number in range(20)]
    rosters = Rosters(TODAY, random.Random(1), {})
    for one in people:
        for day in range(0, DAYS, 2):
            rosters.taken[slot(day, place=people.index(one))] = one
    minutes = sum(one.minutes for one in rosters.taken)
    spells, freed = make_absence(rosters, random.Random(1))
    missed = sum(one.minutes for one in freed)
    assert missed / minutes == pytest.approx(sick_leave("vvt", TODAY).share, abs=0.003)
    assert not freed & rosters.taken.keys()
    assert all(spell.first <= spell.last for spell in spells)


def test_the_cast_is_never_away() -> None:
    marit = person("Marit", has_account=True)
    rosters = Rosters(TODAY, random.Random(1), {})
    for day in range(DAYS):
        rosters.taken[slot(day)] = marit
    assert make_absence(rosters, random.Random(1)) == ([], set())


def test_areas_lie_in_the_region_and_are_rounded() -> None:
    assert 75 <= len(areas()) <= 85
    for pc4, place, latitude, longitude in areas():
        assert re.fullmatch(r"\d{4}", pc4)
        assert place
        assert 51.8 < latitude < 52.1
        assert 5.6 < longitude < 6.2
        assert (round(latitude, 3), round(longitude, 3)) == (latitude, longitude)


def test_figures_name_their_source_and_licence() -> None:
    assert "CC BY 4.0" in (FOLDER / "areas.csv").read_text("utf-8").splitlines()[2]
    told = (FOLDER / "sick_leave.yaml").read_text("utf-8")
    assert "80072ned" in told
    assert "licence: CC BY 4.0" in told
