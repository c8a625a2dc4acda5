"""The list of findings at the planner's and HR's desk: filtered, and as a file."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.urls import reverse

from desks.conftest import SignIn
from desks.planner.reading import text_of
from factories.identity import make_hr, signed
from factories.moments import MONDAY
from factories.people import make_worker
from factories.settlement import make_worked
from factories.work_codes import make_code
from people import Cast
from rondstroom.rooms.people import actions as people
from rondstroom.rooms.people.models import Worker
from rondstroom.rooms.people.states import EngagementForm
from rondstroom.rooms.rosters.models import Assignment

PAGES = {"planner": "/planner/findings/", "hr": "/hr/findings/"}


@pytest.fixture
def mira(cast: Cast) -> Worker:
    """Give somebody called on a day that was not agreed, in a house with a code."""
    worker = make_worker("Mira", team=cast.vlinder, form=EngagementForm.ON_CALL)
    people.agree_times(engagement=worker.engagements.get(), times=[], **signed())
    row = make_worked(worker, cast.vlinder, day=MONDAY)
    Assignment.objects.filter(pk=row.pk).update(called_at=row.made_at)
    make_code(cast.de_linde, training_minutes=600)
    return worker


def desks(cast: Cast, sign_in: SignIn) -> dict[str, Any]:
    return {"planner": sign_in(cast.pia), "hr": sign_in(make_hr(cast.de_linde))}


def test_both_desks_read_the_same_list_with_their_own_way(
    cast: Cast, mira: Worker, sign_in: Any
) -> None:
    for desk, client in desks(cast, sign_in).items():
        page = client.get(PAGES[desk])
        assert "buiten de afgesproken dagen en uren" in text_of(page)
        assert "0 uur scholing gepland" in text_of(page)
        way = reverse("hr:times", args=[mira.engagements.get().pk])
        if desk == "planner":
            way = reverse("planner:shift", args=[Assignment.objects.get().shift_id])
        assert way in page.content.decode()


def test_who_is_lent_has_no_file_here_to_open(cast: Cast, sign_in: Any) -> None:
    make_code(cast.de_linde, notice_days=28)
    row = make_worked(cast.joke, cast.vlinder, day=MONDAY)
    Assignment.objects.filter(pk=row.pk).update(called_at=row.made_at)
    page = desks(cast, sign_in)["hr"].get(PAGES["hr"])
    assert "Joke" in text_of(page)
    assert reverse("hr:file", args=[cast.joke.pk]) not in page.content.decode()


def test_it_is_filtered_by_kind_and_team(cast: Cast, mira: Worker, sign_in: Any) -> None:
    client, path = sign_in(cast.pia), PAGES["planner"]
    calls = text_of(client.get(path, {"kind": "call", "team": cast.vlinder.pk}))
    assert "scholing gepland" not in calls
    assert "afgesproken dagen en uren" in calls
    assert "Niets gevonden" in text_of(client.get(path, {"kind": "contract"}))
    assert "scholing gepland" in text_of(client.get(path, {"kind": "x", "team": "999"}))


def test_it_leaves_as_a_file(cast: Cast, mira: Worker, sign_in: Any) -> None:
    for desk, client in desks(cast, sign_in).items():
        made = client.get(PAGES[desk], {"kind": "call", "format": "csv"})
        rows = list(csv.reader(io.StringIO(made.content.decode("utf-8-sig")), delimiter=";"))
        assert {row[0] for row in rows[1:]} == {"oproepen"}
        assert ["Mira", "PG Vlinder", "23-11-2026"] in [row[1:4] for row in rows]
        assert client.get(PAGES[desk], {"format": "xlsx"}).content[:2] == b"PK"
        assert client.get(PAGES[desk], {"format": "pdf"}).status_code == 404


def test_without_findings_it_says_so(cast: Cast, sign_in: Any) -> None:
    assert "Niets gevonden" in text_of(sign_in(cast.pia).get(PAGES["planner"]))
