"""The table of questions and answers in tests/cases/api/answers.yaml, each asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from api.asking import System
from factories.demand import make_night_shift
from factories.skills import make_function
from people import Cast

TABLE = Path(__file__).resolve().parents[1] / "cases" / "api" / "answers.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def filled_in(text: str, numbers: dict[str, int]) -> str:
    """Put the numbers in."""
    for name, number in numbers.items():
        text = text.replace(name, str(number))
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it is"])
def test_a_question_is_answered_as_the_table_says(
    case: dict[str, Any], cast: Cast, linde: System
) -> None:
    make_function("VIG")
    numbers = {
        "TEAM": cast.vlinder.pk,
        "SHIFT": make_night_shift(cast.vlinder).pk,
        "UNWILLING": cast.ruud.pk if not cast.ruud.willing_for.exists() else _unwilling(cast),
        "WORKER": cast.niels.pk,
        "PARTNER": cast.ruud.pk,
    }
    method, path = case["ask"].split(" ", 1)
    body = filled_in(case["body"], numbers) if "body" in case else None
    answer = linde.ask(method, filled_in(path, numbers), body)
    assert answer.status == case["status"], answer.body
    if answer.status >= 400:
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.body["code"] == case["code"]
        assert answer.body["title"]
        assert answer.body["detail"]
    if "field" in case:
        assert any(case["field"] in one["field"] for one in answer.body["errors"])
    if "refusal" in case:
        assert answer.body["refusal"] == case["refusal"]


def _unwilling(cast: Cast) -> int:
    """Let the reservist of Rijnzicht want to work nowhere else."""
    cast.joke.willing_for.all().delete()
    return cast.joke.pk


def test_no_two_cases_say_the_same() -> None:
    asked = [(case["ask"], case.get("body")) for case in CASES]
    assert len(set(map(str, asked))) == len(asked)
    assert len({case["it is"] for case in CASES}) == len(CASES)
