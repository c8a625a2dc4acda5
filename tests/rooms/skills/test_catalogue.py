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
from rondstroom.rooms.skills.models import Function, Skill, Substitution

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
    assert (again.functions, again.substitutions, again.skills) == (0, 0, 0)
    assert journal.entries_about("catalogue").count() == 1


@pytest.mark.django_db
def test_what_an_organisation_made_itself_is_left_alone() -> None:
    own = make_function("Verzorgende IG", "Onze verzorgende")
    loaded = actions.load_catalogue(**signed())
    assert loaded.functions == len(CATALOGUE["functions"])
    assert queries.function_by_text("Verzorgende IG") == own


@pytest.mark.django_db
def test_loading_takes_few_statements(django_assert_max_num_queries: Any) -> None:
    author = signed()
    with django_assert_max_num_queries(20):
        actions.load_catalogue(**author)
