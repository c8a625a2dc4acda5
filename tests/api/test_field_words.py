"""What is wrong with a field is said in Dutch and in English, and helps."""

from __future__ import annotations

from typing import Any

import pytest

from api.asking import System
from people import Cast
from rondstroom.api.field_words import WORDS, told

WHOLE = {"starts_at": "2026-12-01T07:00+01:00", "ends_at": "2026-12-01T15:00+01:00"}
WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("nope", {"nope": 1}, "Dit veld kennen we hier niet.", "We do not know this field here."),
    ("team", {"team": None}, "Dit moet een geheel getal zijn.", "This must be a whole number."),
    ("starts_at", {"starts_at": "2026-12-01T07:00"}, "verschil met UTC", "offset from UTC"),
    ("starts_at", {"starts_at": "morgen"}, "verschil met UTC", "offset from UTC"),
    ("starts_at", {"starts_at": "1990-12-01T07:00Z"}, "2000 tot en met 2099", "2000 through 2099"),
    ("places", {"places": 0}, "Dit moet 1 of meer zijn.", "This must be 1 or more."),
    ("places", {"places": 100}, "ten hoogste 99", "at most 99"),
    ("sign_up", {"sign_up": "x"}, "Kies uit: request, instant.", "Choose from: request, instant."),
    ("skills", {"skills": "tillen"}, "Dit moet een lijst zijn.", "This must be a list."),
    ("reason", {"reason": 1}, "Dit moet tekst zijn.", "This must be text."),
    ("reason", {"reason": "x" * 301}, "ten hoogste 300 lang", "at most 300 long"),
    ("reason", {"reason": "a\u0007"}, "besturen", "control"),
    ("reason", {"reason": "\ud800"}, "Dit moet tekst zijn.", "This must be text."),
]


@pytest.mark.parametrize(("field", "body", "dutch", "english"), WRONG)
def test_a_field_is_told_in_both_languages(
    field: str, body: dict[str, Any], dutch: str, english: str, cast: Cast, linde: System
) -> None:
    sent = {"team": cast.vlinder.pk, **WHOLE, **body}
    for language, words in (("nl", dutch), ("en", english)):
        answer = linde.post("/shifts", sent, Accept_Language=language)
        assert answer.status == 422
        (one,) = answer.body["errors"]
        assert one["field"] == field
        assert words in one["message"]


def test_a_field_that_is_missing_is_named(cast: Cast, linde: System) -> None:
    (one,) = linde.post("/shifts", {"team": cast.vlinder.pk, "starts_at": WHOLE["starts_at"]}).body[
        "errors"
    ]
    assert one == {"field": "ends_at", "message": "Dit veld moet erin staan."}


def test_a_wrong_day_in_the_address(cast: Cast, linde: System) -> None:
    where = f"/rosters?team={cast.vlinder.pk}&starts_on=gisteren&ends_on=2026-11-29"
    (one,) = linde.get(where).body["errors"]
    assert one == {"field": "starts_on", "message": "Dit moet een dag zijn: 2026-12-01."}


def test_what_nobody_translated_is_still_told() -> None:
    assert told({"type": "weird", "msg": "Odd."}) == "Dit klopt niet: Odd."


def test_every_text_can_be_filled_in() -> None:
    known = {"expected": "a", "max_length": 1, "min_length": 1, "ge": 1, "le": 1}
    for kind in WORDS:
        assert "%" not in told({"type": kind, "msg": "", "ctx": known})


def test_no_cache_keeps_what_is_asked_with_a_key(linde: System) -> None:
    for answer in (linde.get("/workers"), linde.get("/workers/999999"), linde.post("/shifts", {})):
        assert answer.headers["Cache-Control"] == "no-store"
    assert "Cache-Control" not in System().get("/openapi.json").headers
