"""The file on a labour relation shows both directions, and adds nothing up."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.contracts.dba.file import (
    QUESTIONS,
    VIEWPOINTS,
    Answer,
    Indications,
    indications,
    unknown_names,
)

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "contracts" / "dba.yaml").read_text(encoding="utf-8")
)["cases"]


def names(found: tuple[Indications, ...], side: str) -> dict[int, list[str]]:
    return {
        one.viewpoint.number: [question.id for question in getattr(one, side)]
        for one in found
        if getattr(one, side)
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_what_answers_point_to(case: dict[str, Any]) -> None:
    found = indications(case["answers"])
    assert names(found, "employment") == case["employment"]
    assert names(found, "contractor") == case["contractor"]
    unanswered = {name for rows in names(found, "unanswered").values() for name in rows}
    said = {name for name, answer in case["answers"].items() if answer != "unknown"}
    assert unanswered == set(QUESTIONS) - said


def test_there_are_nine_viewpoints_each_with_a_question() -> None:
    assert [one.number for one in VIEWPOINTS] == list(range(1, 10))
    assert all(one.questions for one in VIEWPOINTS)
    assert len(QUESTIONS) == sum(len(one.questions) for one in VIEWPOINTS)
    assert [one.number for one in VIEWPOINTS if one.by_roster] == [1, 2, 3, 7]


def test_every_question_speaks_both_languages_and_both_ways() -> None:
    for one in QUESTIONS.values():
        for text in (one.text, one.employment, one.contractor):
            assert text.nl
            assert text.en
            assert text.nl != text.en
        assert one.employment != one.contractor


def test_a_file_has_no_place_for_an_outcome() -> None:
    assert {one.name for one in fields(Indications)} == {
        "viewpoint",
        "employment",
        "contractor",
        "unanswered",
    }
    assert {one.value for one in Answer} == {"employment", "contractor", "unknown"}


def test_what_is_no_question_or_answer_is_named() -> None:
    assert unknown_names({"duration": "employment", "hours": "unknown"}) == ()
    assert unknown_names({"mood": "employment", "hours": "maybe"}) == ("mood", "hours")
