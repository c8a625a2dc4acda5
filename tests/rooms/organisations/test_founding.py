"""Founding organisations, locations and teams, with names that tell them apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from factories.identity import signed
from factories.organisations import make_location, make_organisation, make_region, make_team
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import actions, queries
from rondstroom.rooms.organisations.states import Branch

pytestmark = pytest.mark.django_db


def test_a_team_knows_its_location_and_organisation() -> None:
    team = make_team("PG Vlinder", make_organisation("De Linde"), pc4="6811 bc")
    found = queries.team(team.pk)
    assert found is not None
    assert (found.name, found.location.pc4, found.location.organisation.name) == (
        "PG Vlinder",
        "6811",
        "De Linde",
    )
    assert queries.team(0) is None


def test_an_organisation_is_found_by_name_in_any_case_and_with_stray_spaces() -> None:
    belle = make_organisation("Bellë  Étage")
    assert belle.name == "Bellë Étage"
    assert queries.organisation_by_name(" bellë   éTAGE ") == belle
    assert queries.organisation_by_name("Bellë") is None
    assert queries.organisation(belle.pk) == belle


def test_an_organisation_can_be_held_while_a_file_comes_in() -> None:
    linde = make_organisation("De Linde")
    with transaction.atomic():
        assert queries.locked_organisation(linde.pk) == linde


def test_lists_stand_in_order_of_name() -> None:
    linde = make_organisation("De Linde")
    make_organisation("Aa Zorg")
    make_location(linde, "Zuid")
    make_location(linde, "Noord")
    assert [one.name for one in queries.all_organisations()] == ["Aa Zorg", "De Linde"]
    assert [one.name for one in queries.locations_of(linde.pk)] == ["Noord", "Zuid"]


def test_teams_of_an_organisation_come_with_their_places_in_one_query(
    django_assert_max_num_queries: Any,
) -> None:
    linde = make_organisation("De Linde")
    for name in ("Somatiek 1", "PG Vlinder", "Nacht"):
        make_team(name, linde)
    make_team("Wijkteam Noord", make_organisation("Molenpoort"))
    with django_assert_max_num_queries(1):
        found = [(one.location.organisation.name, one.name) for one in queries.teams_of(linde.pk)]
    assert found == [("De Linde", name) for name in ("Nacht", "PG Vlinder", "Somatiek 1")]


def _organisation(name: str) -> object:
    return actions.create_organisation(
        region=make_region(), name=name, branch=Branch.VVT, **signed()
    )


def _location(name: str) -> object:
    return actions.create_location(organisation=make_organisation(), name=name, **signed())


def _team(name: str) -> object:
    return actions.create_team(location=make_location(), name=name, **signed())


def _pool(name: str) -> object:
    return actions.create_pool(region=make_region(), name=name, **signed())


MAKERS = [_organisation, _location, _team, _pool]


@pytest.mark.parametrize("make", MAKERS)
def test_a_name_is_used_once(make: Callable[[str], object]) -> None:
    make("Rozenhof")
    with pytest.raises(actions.UnableToFound, match="Rozenhof") as refusal:
        make(" Rozenhof ")
    assert refusal.value.code == "taken"


@pytest.mark.parametrize("make", MAKERS)
def test_something_without_a_name_is_refused(make: Callable[[str], object]) -> None:
    with pytest.raises(actions.UnableToFound, match="Geef een naam"):
        make("   ")


def test_an_organisation_name_is_used_once_in_any_case() -> None:
    make_organisation("De Linde")
    with pytest.raises(actions.UnableToFound, match="DE LINDE"):
        _organisation("DE LINDE")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"cancel_term_hours": -1}, "tussen 0 en 744 uur"),
        ({"request_term_hours": 745}, "tussen 0 en 744 uur"),
        (
            {"worktime_profile": "eigen"},
            "“eigen”. Kies uit: default, ambulance, care, doctors, hospital, midwives",
        ),
        ({"name": "x" * 121}, "te lang: er passen 120 tekens"),
        ({"phone": "0" * 21}, "te lang: er passen 20 tekens"),
    ],
)
def test_terms_that_nobody_can_keep_are_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(actions.UnableToFound, match=said):
        make_organisation(**({"name": "De Linde"} | wrong))
    assert not queries.all_organisations().exists()


def test_two_organisations_may_each_have_a_location_of_the_same_name() -> None:
    north = make_location(make_organisation("De Linde"), "Noord")
    assert make_location(make_organisation("Molenpoort"), "Noord") != north


def test_a_region_is_found_by_its_code_and_made_once() -> None:
    region = make_region("RA0309")
    assert queries.region_by_code("RA0309") == region
    with pytest.raises(actions.UnableToFound, match="regio met de code RA0309"):
        actions.create_region(code="RA0309", name="Nog eens", **signed())


@pytest.mark.parametrize("wrong", ["0811", "681", "68112", "6811 B", "Arnhem", "6811-BC"])
def test_a_location_with_a_wrong_postcode_is_refused(wrong: str) -> None:
    with pytest.raises(actions.UnableToFound, match="postcode") as refusal:
        make_location(name="Rozenhof", pc4=wrong)
    assert wrong in str(refusal.value)


def test_a_location_may_have_no_postcode_yet() -> None:
    assert make_location(pc4="").pc4 == ""


def test_every_founding_stands_in_the_journal() -> None:
    team = make_team()
    _pool("Pool")
    location = team.location
    events = {
        line.event
        for subject in (
            f"organisation:{location.organisation_id}",
            f"location:{location.pk}",
            f"team:{team.pk}",
        )
        for line in journal.entries_about(subject)
    }
    assert events == {
        "organisations.organisation.created",
        "organisations.location.created",
        "organisations.team.created",
    }
    assert journal.entries_of_organisation(location.organisation_id).count() == 3
