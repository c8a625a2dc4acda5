"""Functions by the words people use, and who may stand in for whom."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories.identity import signed
from factories.skills import make_function, make_skill, make_substitution
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.skills import actions, queries
from rondstroom.rooms.skills.models import Substitution
from rondstroom.rooms.skills.queries.catalogue import _reachable

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text", ["IC-vpk", "ic vpk", "IC VPK.", " icvpk", "IC-Verpleegkundige", "Intensive Care"]
)
def test_a_function_is_found_by_code_name_or_alias(text: str) -> None:
    function = make_function("IC-vpk", "IC-verpleegkundige", aliases=["Intensive care"])
    assert queries.function_by_text(text) == function


@pytest.mark.parametrize("text", ["", "  ", "IC", "vpk", "—"])
def test_what_is_not_a_name_finds_nothing(text: str) -> None:
    make_function("IC-vpk", "IC-verpleegkundige")
    assert queries.function_by_text(text) is None


def test_a_plus_is_part_of_a_name() -> None:
    plain, plus = make_function("Helpende"), make_function("Helpende+")
    assert queries.function_by_text("helpende +") == plus != plain


@pytest.mark.parametrize(
    "again", [{"code": "vig"}, {"name": "Verzorgende-IG"}, {"aliases": ["V.I.G."]}]
)
def test_a_name_means_one_function(again: dict[str, Any]) -> None:
    make_function("VIG", "Verzorgende IG")
    asked = {"code": "ANDERS", "name": "Heel anders"} | again
    with pytest.raises(actions.UnableToCreateFunction, match="Verzorgende IG") as refusal:
        actions.create_function(**asked, **signed())
    assert refusal.value.code == "taken"


@pytest.mark.parametrize(("code", "name"), [("", "Iets"), ("X", " "), ("-", "Iets")])
def test_a_function_without_a_name_is_refused(code: str, name: str) -> None:
    with pytest.raises(actions.UnableToCreateFunction, match="code en een naam"):
        actions.create_function(code=code, name=name, **signed())


def test_a_skill_is_found_by_code_or_name_and_made_once() -> None:
    skill = make_skill("sonde", "Maagsonde inbrengen")
    assert queries.skill_by_text("Maagsonde  inbrengen") == skill
    assert queries.skill_by_text("SONDE") == skill
    assert queries.skill_by_text("") is None
    with pytest.raises(actions.UnableToCreateSkill, match="sonde"):
        actions.create_skill(code="sonde", name="Nog eens", **signed())
    with pytest.raises(actions.UnableToCreateSkill, match="code en een naam"):
        actions.create_skill(code=" ", name="Iets", **signed())
    assert list(queries.skills()) == [skill]


def test_all_names_come_in_one_query_each(django_assert_num_queries: Any) -> None:
    carer = make_function("VIG", "Verzorgende IG", aliases=["VZ"])
    skill = make_skill("sonde", "Maagsonde")
    with django_assert_num_queries(2):
        functions, skills = queries.functions_by_key(), queries.skills_by_key()
    assert functions == dict.fromkeys(["vig", "verzorgendeig", "vz"], carer)
    assert skills == dict.fromkeys(["sonde", "maagsonde"], skill)


def test_lists_stand_in_order_of_name() -> None:
    for code in ("VP4", "Helpende", "VIG"):
        make_function(code)
    assert [one.code for one in queries.functions()] == ["Helpende", "VIG", "VP4"]


def test_standing_in_goes_on_upwards_and_never_down() -> None:
    make_substitution("Helpende", by="VIG")
    make_substitution("VIG", by="VP4")
    carer, nurse, helper = (make_function(code).pk for code in ("VIG", "VP4", "Helpende"))
    assert queries.covering_function_ids(helper) == {helper, carer, nurse}
    assert queries.covering_function_ids(carer) == {carer, nurse}
    assert queries.covering_function_ids(nurse) == {nurse}


def test_a_circle_comes_to_an_end() -> None:
    for function, by in [("A", "B"), ("B", "C"), ("C", "A")]:
        make_substitution(function, by=by)
    everybody = {make_function(code).pk for code in "ABC"}
    for one in everybody:
        assert queries.covering_function_ids(one) == everybody


def test_nobody_stands_in_for_oneself_and_twice_is_once() -> None:
    carer, nurse = make_function("VIG"), make_function("VP4")
    with pytest.raises(actions.UnableToAllowSubstitution, match="functie VIG"):
        actions.allow_substitution(function=carer, by_function=carer, **signed())
    for _again in range(2):
        actions.allow_substitution(function=carer, by_function=nurse, **signed())
    assert Substitution.objects.count() == 1
    events = [line.event for line in journal.entries_about(f"function:{carer.pk}")]
    assert events.count("skills.substitution.allowed") == 1


def test_the_substitutes_of_all_take_one_query(django_assert_max_num_queries: Any) -> None:
    codes = [f"F{number}" for number in range(10)]
    for lower, higher in itertools.pairwise(codes):
        make_substitution(lower, by=higher)
    ids = [make_function(code).pk for code in codes]
    with django_assert_max_num_queries(1):
        found = queries.substitutes(ids)
    assert [len(found[one]) for one in ids] == list(range(10, 0, -1))


ARROWS = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARROWS, st.integers(0, 7))
def test_reaching_is_what_walking_the_arrows_again_and_again_gives(
    arrows: set[tuple[int, int]], start: int
) -> None:
    direct: dict[int, set[int]] = {}
    for function, by in arrows:
        direct.setdefault(function, set()).add(by)
    slow = {start}
    for _step in range(8):
        slow |= {by for function, by in arrows if function in slow}
    assert _reachable(start, direct) == slow
