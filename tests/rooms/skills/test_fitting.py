"""The self-scan: what fits now, what after one module, what only with another diploma."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from factories.organisations import make_organisation
from factories.skills import make_function, make_skill, make_substitution
from rondstroom.rooms.skills import queries
from rondstroom.rooms.skills.models import Package, Skill, Task

pytestmark = pytest.mark.django_db
NAMES = ("meten", "tillen", "praten", "prikken")


def make_task(name: str, *skills: str) -> Task:
    task = Task.objects.create(code=name[:30], name=name)
    task.skills.set([make_skill(one) for one in skills])
    return task


def make_package(name: str, *tasks: Task, house: str = "") -> Package:
    kind = "work" if house else "reserve"
    owner = make_organisation(house) if house else None
    package = Package.objects.create(code=name[:30], name=name, kind=kind, organisation=owner)
    package.tasks.set(tasks)
    return package


def ids(*names: str) -> set[int]:
    return {make_skill(one).pk for one in names}


@pytest.fixture
def catalogue() -> None:
    """Three tasks, a package of the reserve and one of De Linde; to prick is for nurses."""
    prick = make_skill("prikken")
    prick.is_reserved = True
    prick.save()
    prick.authorised.add(make_function("VP4"))
    measure = make_task("Waarden meten", "meten")
    lift = make_task("Helpen opstaan", "tillen", "praten")
    blood = make_task("Bloed afnemen", "prikken")
    make_package("Basis", measure, lift)
    make_package("Ochtendzorg", lift, blood, house="De Linde")


def names(fits: tuple[queries.Fit, ...]) -> list[str]:
    return [one.name for one in fits]


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("held", "now", "near"),
    [
        ((), [], ["Waarden meten"]),
        (("meten",), ["Waarden meten"], []),
        (("tillen",), [], ["Helpen opstaan", "Waarden meten"]),
        (("meten", "tillen"), ["Waarden meten"], ["Helpen opstaan", "Basis"]),
        (("meten", "tillen", "praten"), ["Helpen opstaan", "Waarden meten", "Basis"], []),
    ],
)
def test_what_fits_now_and_after_one_module(
    held: tuple[str, ...], now: list[str], near: list[str]
) -> None:
    answer = queries.scan(ids(*held), None)
    assert (names(answer.now), names(answer.near)) == (now, near)


@pytest.mark.usefixtures("catalogue")
def test_what_is_reserved_asks_a_diploma_whatever_one_learned() -> None:
    answer = queries.scan(ids("prikken"), None)
    (blood,) = [one for one in answer.further if one.name == "Bloed afnemen"]
    assert (blood.missing, blood.reserved) == ((), ("Prikken",))
    nurse = queries.scan(ids("prikken"), make_function("VP4").pk)
    assert "Bloed afnemen" in names(nurse.now)
    assert "Bloed afnemen" in names(queries.scan(set(), make_function("VP4").pk).near)


@pytest.mark.usefixtures("catalogue")
def test_which_module_opens_what() -> None:
    told = {one.skill: one.opens for one in queries.scan(ids("tillen"), None).modules}
    assert told == {"Meten": ("Waarden meten",), "Praten": ("Helpen opstaan",)}
    most = queries.scan(ids("meten", "tillen"), None).modules
    assert most == (queries.Module("Praten", ("Helpen opstaan", "Basis")),)
    assert queries.scan(set(), None).modules[0].opens == ("Waarden meten",)


@pytest.mark.usefixtures("catalogue")
@pytest.mark.parametrize(
    ("held", "diploma", "told"),
    [
        ((), "", []),
        (("meten",), "", [("Helpende", 1, 2, ("Praten", "Tillen"))]),
        (("meten", "tillen", "praten"), "", [("Helpende", 2, 2, ()), ("VIG", 1, 2, ("Prikken",))]),
        (("meten", "tillen", "praten"), "Helpende", [("VIG", 1, 2, ("Prikken",))]),
    ],
)
def test_functions_of_which_half_the_work_fits(
    held: tuple[str, ...], diploma: str, told: list[Any]
) -> None:
    work = {"Waarden meten": ["Helpende"], "Helpen opstaan": ["Helpende", "VIG"]}
    for name, codes in (work | {"Bloed afnemen": ["VIG"]}).items():
        Task.objects.get(name=name).functions.set([make_function(code) for code in codes])
    answer = queries.scan(ids(*held), make_function(diploma).pk if diploma else None)
    found = [(one.function.code, one.now, one.tasks, one.missing) for one in answer.leaning]
    assert found == told
    assert all(isinstance(one, queries.Leaning) for one in answer.leaning)


@pytest.mark.usefixtures("catalogue")
def test_what_a_house_composed_is_for_who_is_inside() -> None:
    held = ids(*NAMES)
    function = make_function("VP4").pk
    assert "Ochtendzorg" not in names(queries.scan(held, function).now)
    inside = queries.scan(held, function, with_houses=True)
    (ours,) = [one for one in inside.now if one.name == "Ochtendzorg"]
    assert (ours.kind, ours.house) == (queries.PACKAGE, "De Linde")
    assert {one.kind for one in inside.now} == {queries.TASK, queries.PACKAGE}


def test_functions_of_the_diploma_and_one_further() -> None:
    for lower, higher in [("Helpende", "VIG"), ("VIG", "VP4")]:
        make_substitution(lower, by=higher)
    answer = queries.scan(set(), make_function("VIG").pk)
    assert [one.code for one in answer.functions] == ["Helpende", "VIG"]
    assert [one.code for one in answer.next_functions] == ["VP4"]
    nothing = queries.scan(set(), None)
    assert (nothing.functions, nothing.next_functions) == ((), ())


@pytest.mark.usefixtures("catalogue")
def test_as_many_queries_for_a_large_catalogue(django_assert_max_num_queries: Any) -> None:
    tasks = [make_task(f"Taak {number}", "meten", "praten") for number in range(12)]
    make_package("Alles", *tasks)
    held = set(Skill.objects.values_list("pk", flat=True))
    function = make_function("VP4").pk
    with django_assert_max_num_queries(9):
        answer = queries.scan(held, function, with_houses=True)
    assert "Alles" in names(answer.now)


@pytest.mark.usefixtures("catalogue")
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.sets(some.sampled_from(NAMES)), some.sampled_from(NAMES))
def test_learning_more_never_closes_anything(held: set[str], learned: str) -> None:
    before = queries.scan(ids(*held), None, with_houses=True)
    after = queries.scan(ids(*held, learned), None, with_houses=True)
    assert set(names(before.now)) <= set(names(after.now))
    for answer in (before, after):
        told = [*answer.now, *answer.near, *answer.further]
        assert len(told) == 5
        assert all(one.is_now == (one in answer.now) for one in told)
        assert all(len(one.missing) == 1 for one in answer.near)
