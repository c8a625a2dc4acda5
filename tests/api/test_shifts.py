"""Shifts through the API: make, look, change, open, let lapse; twice; and badly."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.asking import System
from factories.demand import make_shift
from factories.skills import make_function, make_skill
from people import Cast
from rondstroom.rooms.demand.models import Shift
from rondstroom.rooms.identity.models import KeptAnswer
from rondstroom.rooms.journal import queries as journal


@pytest.fixture
def asked(cast: Cast) -> dict[str, Any]:
    """Give a shift as a system sends it."""
    make_function("VIG")
    make_skill("injecteren")
    return {
        "team": cast.vlinder.pk,
        "starts_at": "2026-12-01T07:00:00+01:00",
        "ends_at": "2026-12-01T15:30:00+01:00",
        "break_minutes": 30,
        "function": "VIG",
        "skills": ["injecteren"],
        "places": 2,
        "source_key": "D-1",
    }


def test_a_shift_is_made_opened_changed_and_lapses(linde: System, asked: dict[str, Any]) -> None:
    made = linde.post("/shifts", asked)
    assert made.status == 201
    one = made.body
    assert (one["state"], one["filled"], one["skills"]) == ("draft", 0, ["injecteren"])
    where = f"/shifts/{one['id']}"
    assert linde.post(f"{where}/publish").body["state"] == "published"
    changed = linde.ask("PATCH", where, {"places": 3, "remarks": "Sleutel bij de buren"})
    assert (changed.body["places"], changed.body["remarks"]) == (3, "Sleutel bij de buren")
    assert linde.post(f"{where}/withdraw").body["state"] == "draft"
    assert linde.post(f"{where}/cancel", {"reason": "Cliënt verhuisd"}).body["state"] == "cancelled"
    assert linde.get(where).body["state"] == "cancelled"
    events = journal.entries_about(f"shift:{one['id']}")
    assert {entry.actor_name for entry in events} == {"Roostersysteem"}


def test_the_list_comes_in_pages_and_by_day(linde: System, cast: Cast) -> None:
    made = [make_shift(cast.vlinder).pk for _number in range(5)]
    seen, cursor = [], ""
    while cursor is not None:
        page = linde.get(f"/shifts?limit=2&cursor={cursor}").body
        seen += [one["id"] for one in page["items"]]
        cursor = page["next"]
    assert seen == made
    later = linde.get("/shifts?starts_from=2026-11-24T00:00:00%2B01:00")
    assert later.body["items"] == []
    assert len(linde.get(f"/shifts?team={cast.vlinder.pk}&state=published").body["items"]) == 5


@pytest.mark.parametrize("cursor", ["onzin", "djE6", "djI6NQ", "é", "%00"])
def test_a_cursor_that_is_not_ours_is_refused(cursor: str, linde: System) -> None:
    answer = linde.get(f"/shifts?cursor={cursor}")
    assert (answer.status, answer.body["code"]) == (400, "unreadable")


def test_a_page_asks_as_many_queries_however_long(linde: System, cast: Cast) -> None:
    for _number in range(3):
        make_shift(cast.vlinder)
    linde.get("/shifts")
    with CaptureQueriesContext(connection) as few:
        linde.get("/shifts")
    for _number in range(30):
        make_shift(cast.vlinder, skills=["injecteren"])
    with CaptureQueriesContext(connection) as many:
        linde.get("/shifts")
    assert len(many) == len(few) <= 8


def test_the_same_key_twice_makes_one_shift(linde: System, asked: dict[str, Any]) -> None:
    first = linde.post("/shifts", asked, Idempotency_Key="a-1")
    again = linde.post("/shifts", asked, Idempotency_Key="a-1")
    assert (first.status, again.status) == (201, 201)
    assert first.body == again.body
    assert again.headers["Idempotency-Replayed"] == "true"
    assert Shift.objects.count() == 1


def test_the_same_key_with_another_question_is_a_conflict(
    linde: System, asked: dict[str, Any]
) -> None:
    linde.post("/shifts", asked, Idempotency_Key="a-1")
    other = linde.post("/shifts", asked | {"source_key": "D-2"}, Idempotency_Key="a-1")
    assert (other.status, other.body["code"]) == (409, "idempotency-key-reused")
    assert Shift.objects.count() == 1


def test_keys_of_two_systems_do_not_meet(
    linde: System, molenpoort: System, cast: Cast, asked: dict[str, Any]
) -> None:
    linde.post("/shifts", asked, Idempotency_Key="a-1")
    theirs = asked | {"team": cast.wijkteam.pk}
    assert molenpoort.post("/shifts", theirs, Idempotency_Key="a-1").status == 201


def test_what_was_refused_may_be_asked_again(linde: System, asked: dict[str, Any]) -> None:
    wrong = asked | {"ends_at": "2026-12-01T06:00:00+01:00"}
    refused = linde.post("/shifts", wrong, Idempotency_Key="a-1")
    assert (refused.status, refused.body["refusal"]) == (409, "unable-to-create-shift")
    assert refused.body["reason_code"] == "times"
    assert not KeptAnswer.objects.exists()
    assert linde.post("/shifts", asked, Idempotency_Key="a-1").status == 201


@pytest.mark.parametrize("name", ["x" * 81, "met spatie", "é"])
def test_an_idempotency_key_is_short_and_plain(
    name: str, linde: System, asked: dict[str, Any]
) -> None:
    assert linde.post("/shifts", asked, Idempotency_Key=name).status == 422


def test_a_source_key_that_is_taken_is_refused_in_two_languages(
    linde: System, asked: dict[str, Any]
) -> None:
    linde.post("/shifts", asked)
    dutch = linde.post("/shifts", asked)
    english = linde.post("/shifts", asked, Accept_Language="en")
    assert (dutch.status, dutch.body["reason_code"]) == (409, "taken")
    assert "staat er al" in dutch.body["detail"]
    assert english.body["detail"] != dutch.body["detail"]
    assert english.headers["Content-Type"] == "application/problem+json"


WRONG: list[tuple[str, Any, str]] = [
    ("team", 999999, "team"),
    ("team", "x", "team"),
    ("starts_at", "2026-12-01T07:00", "starts_at"),
    ("starts_at", "0001-01-01T00:00:00Z", "starts_at"),
    ("function", "Tovenaar", "function"),
    ("skills", ["toveren"], "skills"),
    ("places", 0, "places"),
    ("remarks", "nul\u0000teken", "remarks"),
    ("remarks", "x" * 301, "remarks"),
    ("onbekend", 1, "onbekend"),
]


@pytest.mark.parametrize(("name", "value", "field"), WRONG)
def test_what_is_wrong_is_told_per_field(
    name: str, value: Any, field: str, linde: System, asked: dict[str, Any]
) -> None:
    answer = linde.post("/shifts", asked | {name: value})
    assert (answer.status, answer.body["code"]) == (422, "invalid")
    assert any(field in error["field"] for error in answer.body["errors"])


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', "null"])
def test_a_body_that_is_no_json_object_is_refused(body: str, linde: System) -> None:
    answer = linde.ask("POST", "/shifts", body)
    assert answer.status in {400, 422}
    assert answer.body["code"] in {"unreadable", "invalid"}


def test_too_much_in_a_minute_is_held_back(linde: System, settings: Any) -> None:
    settings.API_RATE = 3
    statuses = [linde.get("/organisation").status for _number in range(5)]
    assert statuses.count(429) >= 1
    last = linde.get("/organisation")
    assert last.body["code"] == "too-many"
    assert 0 < int(last.headers["Retry-After"]) <= 60
