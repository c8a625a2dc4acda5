"""What a place tells whoever comes for the first time."""

from __future__ import annotations

from typing import Any

import pytest

from factories.identity import signed
from factories.organisations import make_team
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.organisations import actions
from rondstroom.rooms.organisations.actions import UnableToDescribe
from rondstroom.rooms.organisations.models import Location, Team

pytestmark = pytest.mark.django_db
PLACE = {
    "how_to_arrive": "Bus 3, halte Molenweg",
    "parking": "Achter het gebouw, gratis",
    "dress": "Eigen kleding, dichte schoenen",
    "login": "Bij de receptie krijg je een account",
}
TEAM = {"where_to_be": "Tweede etage, teampost", "contact": "026 123 45 67"}


def test_a_location_is_described_once_and_read_by_all() -> None:
    location = make_team().location
    for _again in range(2):
        actions.describe_location(location=location, **PLACE, **signed())
    row = Location.objects.get(pk=location.pk)
    assert {name: getattr(row, name) for name in PLACE} == PLACE
    (line,) = Entry.objects.filter(event="organisations.location.described")
    assert line.data == {"changed": sorted(PLACE)}
    assert line.organisation_id == location.organisation_id


def test_a_team_says_where_to_be() -> None:
    team = make_team()
    actions.describe_team(team=team, **TEAM, **signed())
    actions.describe_team(team=team, **{**TEAM, "contact": ""}, **signed())
    row = Team.objects.get(pk=team.pk)
    assert (row.where_to_be, row.contact) == (TEAM["where_to_be"], "")
    lines = Entry.objects.filter(event="organisations.team.described").order_by("pk")
    assert [line.data["changed"] for line in lines] == [["contact", "where_to_be"], ["contact"]]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"login": "wachtwoord: welkom01"}, "geen wachtwoord"),
        ({"parking": "Password is geheim"}, "geen wachtwoord"),
        ({"dress": "wit " * 100}, "te lang"),
    ],
)
def test_what_does_not_belong_there(told: dict[str, Any], words: str) -> None:
    location = make_team().location
    with pytest.raises(UnableToDescribe, match=words):
        actions.describe_location(location=location, **{**PLACE, **told}, **signed())
    assert Location.objects.get(pk=location.pk).dress == ""
