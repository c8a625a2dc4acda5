"""Who comes new at the planner's desk, what a place tells, and what was shown."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from desks.planner.conftest import sign_in
from desks.planner.reading import said, text_of
from factories.demand import make_night_shift, make_shift
from factories.identity import signed
from factories.learning import make_checklist
from factories.moments import MONDAY
from factories.people import make_worker
from factories.rosters import raw_assignment
from people import Cast
from rondstroom.rooms.journal.models import Entry
from rondstroom.rooms.learning import queries as learning
from rondstroom.rooms.organisations import actions as organisations
from rondstroom.rooms.organisations.models import Location, Team
from rondstroom.rooms.rosters import actions, queries
from rondstroom.rooms.rosters.models import Assignment
from rondstroom.rooms.skills.models import Proof

pytestmark = pytest.mark.django_db
LIST, PLACES = reverse("planner:welcomes"), reverse("planner:places")
ABOUT = {
    "location-how_to_arrive": "Bus 3",
    "location-parking": "Achter het gebouw",
    "location-dress": "Eigen kleding",
    "location-login": "Via de receptie",
}


@pytest.fixture
def mine(cast: Cast) -> Assignment:
    """Niels comes to PG Vlinder for the first time, on a night for two."""
    shift = make_night_shift(cast.vlinder, places=2)
    return actions.assign(worker=cast.niels, shift=shift, **signed())


def page(row: Assignment) -> str:
    return reverse("planner:welcome", args=[row.pk])


def steps(cast: Cast) -> list[str]:
    far = learning.induction(cast.niels.pk, cast.vlinder.location_id)
    return [str(line.step.pk) for line in far.lines]


def test_the_list_says_who_comes_new_and_what_is_missing(
    pia: Client, bas: Client, cast: Cast, mine: Assignment
) -> None:
    seen = text_of(pia.get(LIST))
    assert "Niels :" in seen
    assert "geen inwerklijst" in seen
    assert "nog geen buddy" in seen
    make_checklist(cast.vlinder.location)
    assert "getoond: 0 van 3" in text_of(pia.get(LIST))
    assert "Niels" not in text_of(bas.get(LIST))


def test_who_was_here_before_is_not_new(pia: Client, cast: Cast, mine: Assignment) -> None:
    before = make_night_shift(cast.vlinder, day=MONDAY - timedelta(days=9))
    raw_assignment(cast.niels, before)
    assert "Niemand komt voor het eerst" in text_of(pia.get(LIST))
    assert "voor het eerst" not in text_of(pia.get(page(mine))).replace(
        "Wie komt voor het eerst", ""
    )


def test_step_by_step_up_to_the_proof(pia: Client, cast: Cast, mine: Assignment) -> None:
    make_checklist(cast.vlinder.location)
    one, *rest = steps(cast)
    assert "1 van 3" in said(pia.post(page(mine), {"do": "show", "step": [one]}))
    seen = text_of(pia.get(page(mine)))
    assert "Nooduitgangen gezien gebouw en rondleiding · Pia" in seen
    assert "ingewerkt" in said(pia.post(page(mine), {"do": "show", "step": rest}))
    assert Proof.objects.filter(kind="induction", worker=cast.niels, withdrawn_on=None).exists()
    assert "Teruggenomen" in said(pia.post(page(mine), {"do": "take_back", "step": one}))
    assert not Proof.objects.filter(kind="induction", withdrawn_on=None).exists()


def test_a_buddy_of_the_same_night(pia: Client, cast: Cast, mine: Assignment) -> None:
    assert "nog geen collega" in text_of(pia.get(page(mine)))
    other = raw_assignment(make_worker("Tess", team=cast.vlinder), mine.shift, 2)
    assert "De buddy staat erop" in said(pia.post(page(mine), {"do": "buddy", "buddy": other.pk}))
    assert "buddy Tess" in text_of(pia.get(LIST))
    assert "Geen buddy meer" in said(pia.post(page(mine), {"do": "buddy", "buddy": ""}))
    day = raw_assignment(make_worker("Wim"), make_shift(cast.vlinder))
    assert pia.post(page(mine), {"do": "buddy", "buddy": day.pk}).status_code == 404


def test_a_mentor_of_the_team(pia: Client, cast: Cast, mine: Assignment) -> None:
    told = {"do": "mentor", "mentor": cast.sanne.pk}
    assert "Sanne begeleidt hier" in said(pia.post(page(mine), told))
    mentor = learning.mentor_of(cast.niels.pk, cast.vlinder.location_id)
    assert mentor is not None
    assert mentor.mentor == cast.sanne
    assert "Geen vaste begeleider" in said(pia.post(page(mine), {"do": "mentor"}))
    for other in (cast.ruud.pk, cast.niels.pk, "x"):
        assert pia.post(page(mine), {"do": "mentor", "mentor": other}).status_code == 404


def test_known_faces_are_told(pia: Client, cast: Cast, mine: Assignment) -> None:
    assert "Werkte nog met niemand" in text_of(pia.get(page(mine)))
    before = make_night_shift(cast.vlinder, day=MONDAY - timedelta(days=9), places=2)
    raw_assignment(cast.niels, before)
    raw_assignment(cast.sanne, before, 2)
    assert "Sanne 1 keer samen" in text_of(pia.get(page(mine)))


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"do": "dance"}, 404),
        ({}, 404),
        ({"do": "show", "step": ["99999"]}, 409),
        ({"do": "show", "step": ["x"]}, 404),
        ({"do": "take_back", "step": ""}, 404),
    ],
)
def test_what_nobody_can_ask(
    told: dict[str, Any], status: int, pia: Client, mine: Assignment
) -> None:
    assert pia.post(page(mine), told).status_code == status


def test_nobody_notes_this_of_oneself(cast: Cast, mine: Assignment) -> None:
    make_checklist(cast.vlinder.location)
    cast.niels.account = cast.pia
    cast.niels.save()
    pia, before = sign_in(cast.pia), Entry.objects.count()
    told: dict[str, Any] = {"do": "show", "step": steps(cast)}
    assert pia.post(page(mine), told).status_code == 404
    assert Entry.objects.count() == before
    assert "Dit is getoond" not in text_of(pia.get(page(mine)))


def test_a_cancelled_placement_has_no_welcome(pia: Client, mine: Assignment) -> None:
    actions.cancel(assignment=mine, **signed())
    assert pia.get(page(mine)).status_code == 404


def test_a_place_is_described_part_by_part(pia: Client, cast: Cast) -> None:
    here = cast.vlinder.location
    address = reverse("planner:place", args=[here.pk])
    assert "nog leeg: Hoe je er komt, Parkeren en fiets" in text_of(pia.get(PLACES))
    assert said(pia.post(address, {"part": "location", **ABOUT})) == "Bewaard."
    key = f"team-{cast.vlinder.pk}"
    told = {"part": key, f"{key}-where_to_be": "Teampost", f"{key}-contact": "026 1234567"}
    assert said(pia.post(address, told)) == "Bewaard."
    assert Location.objects.get(pk=here.pk).parking == "Achter het gebouw"
    assert Team.objects.get(pk=cast.vlinder.pk).where_to_be == "Teampost"
    listed = {"part": "checklist", "checklist-building": "Lift\n\nBrandtrap\n"}
    assert said(pia.post(address, listed)) == "Bewaard."
    seen = pia.get(address)
    assert "Nu: versie 1, van Pia" in text_of(seen)
    assert "Lift\nBrandtrap" in seen.content.decode()
    assert "inwerklijst 1: 2 stappen" in text_of(pia.get(PLACES))


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        ({"part": "checklist"}, 422, "minstens één ding"),
        ({"part": "location", "location-login": "wachtwoord: 1234"}, 422, "geen wachtwoord"),
        ({"part": "location", "location-dress": "x" * 301}, 422, "300"),
        ({"part": "roof"}, 404, ""),
        ({}, 404, ""),
    ],
)
def test_what_cannot_be_kept_of_a_place(
    told: dict[str, str], status: int, words: str, pia: Client, cast: Cast
) -> None:
    address = reverse("planner:place", args=[cast.vlinder.location_id])
    answer = pia.post(address, told)
    assert answer.status_code == status
    assert words in text_of(answer)


def test_a_place_of_another_house_does_not_exist(bas: Client, cast: Cast) -> None:
    address = reverse("planner:place", args=[cast.vlinder.location_id])
    assert bas.get(address).status_code == 404
    assert bas.post(address, {"part": "location", **ABOUT}).status_code == 404
    assert "De Linde" not in text_of(bas.get(PLACES))


def describe(cast: Cast) -> None:
    told = {"how_to_arrive": "Bus 3", "parking": "Achterom", "dress": "Wit", "login": "Receptie"}
    organisations.describe_location(location=cast.vlinder.location, **told, **signed())
    organisations.describe_team(
        team=cast.vlinder, where_to_be="Teampost 2", contact="026 765", **signed()
    )


def test_the_worker_reads_where_to_be_and_who_helps(cast: Cast, mine: Assignment) -> None:
    describe(cast)
    make_checklist(cast.vlinder.location)
    niels = sign_in(cast.niels.account)
    address = reverse("worker:shift", args=[mine.shift_id])
    seen = text_of(niels.get(address))
    for words in ("Je eerste keer hier", "Teampost 2", "Achterom", "Receptie", "026 765"):
        assert words in seen
    assert "0 van 3 getoond" in seen
    other = raw_assignment(make_worker("Tess", team=cast.vlinder), mine.shift, 2)
    actions.choose_buddy(assignment=mine, buddy=other, **signed())
    assert "Tess is je buddy" in text_of(niels.get(address))
    assert "ken je" not in text_of(niels.get(address))


def test_the_calendar_tells_the_place_and_no_person(cast: Cast, mine: Assignment) -> None:
    describe(cast)
    other = raw_assignment(make_worker("Tess", team=cast.vlinder), mine.shift, 2)
    actions.choose_buddy(assignment=mine, buddy=other, **signed())
    assert queries.buddy_of(Assignment.objects.get(pk=mine.pk)) == other
    niels = sign_in(cast.niels.account)
    file = niels.get(reverse("worker:shift_file", args=[mine.pk])).content.decode()
    told = file.replace("\r\n ", "")
    for words in ("Teampost 2", "Bus 3", "Achterom", "Wit", "Receptie", "026 765"):
        assert words in told
    assert "Tess" not in told
