"""The base catalogue: the functions of care as planners write them."""

from __future__ import annotations

from collections import Counter
from importlib import resources
from typing import Any

import pytest
import yaml

from factories.identity import signed
from factories.skills import make_function
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Function, Package, Skill, Substitution, Task

TEXT = resources.files("rondstroom.rooms.skills").joinpath("catalogue.yaml")
CATALOGUE: dict[str, Any] = yaml.safe_load(TEXT.read_text(encoding="utf-8"))
NURSES = {"VP4", "VP6", "Wijk-vpk", "IC-vpk", "SEH-vpk", "GGZ-vpk"}


def covers(code: str) -> set[str]:
    """Give the codes of who may work a function."""
    function = queries.function_by_text(code)
    assert function is not None
    ids = queries.covering_function_ids(function.pk)
    return set(Function.objects.filter(pk__in=ids).values_list("code", flat=True))


@pytest.fixture
def loaded(db: None) -> None:
    """Load the catalogue."""
    actions.load_catalogue(**signed())


def test_no_name_means_two_functions() -> None:
    names = Counter(
        key
        for code, one in CATALOGUE["functions"].items()
        for key in {queries.key_of(text) for text in (code, one["name"], *one.get("aliases", []))}
    )
    assert {name for name, times in names.items() if times > 1} == set()


def test_only_nurses_need_the_register() -> None:
    asked = {code for code, one in CATALOGUE["functions"].items() if one.get("needs_register")}
    assert asked == NURSES


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("VIG", "VIG"),
        ("verzorgende ig", "VIG"),
        ("IC-vpk", "IC-vpk"),
        ("SEH-vpk", "SEH-vpk"),
        ("Helpende", "Helpende"),
        ("helpende +", "Helpende Plus"),
        ("VP5", "VP6"),
        ("Verpleegkundige niveau 4", "VP4"),
        ("Persoonlijk begeleider", "PB"),
        ("GGZ verpleegkundige", "GGZ-vpk"),
        ("begeleider niveau 3", "Begeleider 3"),
        ("Doktersassistente", "Doktersassistent"),
        ("stagiair", "Leerling"),
    ],
)
def test_planners_words_are_understood(text: str, code: str) -> None:
    found = queries.function_by_text(text)
    assert found is not None
    assert found.code == code


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize(
    ("code", "who"),
    [
        ("VP6", {"VP6", "Wijk-vpk"}),
        ("IC-vpk", {"IC-vpk"}),
        ("VP4", NURSES),
        ("VIG", NURSES | {"VIG", "EVV"}),
        ("Helpende", NURSES | {"VIG", "EVV", "Helpende Plus", "Helpende"}),
        ("Begeleider 3", {"Begeleider 3", "Begeleider 4", "PB"}),
        ("Leerling", {"Leerling"}),
    ],
)
def test_a_higher_level_fills_a_lower_one_of_its_own_kind(code: str, who: set[str]) -> None:
    assert covers(code) == who


@pytest.mark.django_db
def test_loading_twice_changes_nothing() -> None:
    first = actions.load_catalogue(**signed())
    assert first.functions == len(CATALOGUE["functions"]) == Function.objects.count()
    assert first.skills == len(CATALOGUE["skills"]) == Skill.objects.count()
    assert first.substitutions == Substitution.objects.count() > 0
    again = actions.load_catalogue(**signed())
    assert set(vars(again).values()) == {0}
    assert first.tasks == len(CATALOGUE["tasks"]) == Task.objects.count()
    assert first.packages == len(CATALOGUE["packages"]) == Package.objects.count()
    assert journal.entries_about("catalogue").count() == 1


def test_tasks_and_packages_name_what_is_there() -> None:
    tasks, packages = CATALOGUE["tasks"], CATALOGUE["packages"]
    for one in tasks.values():
        assert set(one["skills"]) <= set(CATALOGUE["skills"])
        assert set(one["functions"]) <= set(CATALOGUE["functions"])
        assert one["functions"], one["name"]
    assert [code[-1] for code in packages] == ["1", "2", "3", "4"]
    used = [task for one in packages.values() for task in one["tasks"]]
    assert set(used) <= set(tasks)
    assert all(len(one["tasks"]) == len(set(one["tasks"])) > 3 for one in packages.values())
    assert len({one["name"] for one in tasks.values()}) == len(tasks)


@pytest.mark.usefixtures("loaded")
def test_a_new_region_has_packages_of_the_reserve_and_tasks_of_functions() -> None:
    first = Package.objects.get(code="zorgreserve-1")
    assert first.kind == "reserve"
    assert first.organisation is None
    assert "Helpen met eten en drinken" in {one.name for one in first.tasks.all()}
    nurse = queries.function_by_text("VP4")
    assert nurse is not None
    assert nurse.tasks.filter(code="infuus-verzorgen").exists()
    scan = queries.scan(Skill.objects.filter(code="tilhulp").values_list("pk", flat=True), None)
    assert "Helpen met wassen en aankleden" in {one.name for one in scan.now}
    assert "Omgaan met dementie" in {one.skill for one in scan.modules}


@pytest.mark.django_db
def test_what_an_organisation_made_itself_is_left_alone() -> None:
    own = make_function("Verzorgende IG", "Onze verzorgende")
    loaded = actions.load_catalogue(**signed())
    assert loaded.functions == len(CATALOGUE["functions"])
    assert queries.function_by_text("Verzorgende IG") == own


@pytest.mark.django_db
def test_loading_takes_few_statements(django_assert_max_num_queries: Any) -> None:
    author = signed()
    with django_assert_max_num_queries(30):
        actions.load_catalogue(**author)
