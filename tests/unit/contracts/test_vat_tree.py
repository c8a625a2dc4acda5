"""The first VAT ground that fits: every ground on both sides of each of its conditions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flexpool.contracts.vat.grounds import IN_WORDS as WORDS
from flexpool.contracts.vat.grounds import Category, Ground
from flexpool.contracts.vat.tree import (
    ASK_THE_INSPECTOR,
    QUESTIONS,
    STEPS,
    UMBRELLA,
    StepState,
    vat_ground,
)

TABLE = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "contracts" / "vat.yaml").read_text(encoding="utf-8")
)
EACH = [(ground, key) for ground, keys in TABLE["grounds"].items() for key in keys]
KEYS = [condition.key for condition in QUESTIONS]


@pytest.mark.parametrize("ground", TABLE["grounds"])
def test_all_conditions_met(ground: str) -> None:
    outcome = vat_ground(dict.fromkeys(TABLE["grounds"][ground], True))
    assert outcome.ground == ground
    assert outcome.is_to_confirm
    assert WORDS[outcome.ground].category is not Category.STANDARD


@pytest.mark.parametrize(("ground", "key"), EACH)
@pytest.mark.parametrize("answer", [False, None], ids=["not", "silent"])
def test_one_condition_short_is_taxed(ground: str, key: str, answer: bool | None) -> None:
    told: dict[str, bool | None] = dict.fromkeys(TABLE["grounds"][ground], True)
    outcome = vat_ground({**told, key: answer})
    assert outcome.ground is Ground.TAXED
    assert not outcome.is_to_confirm and not outcome.documents
    step = next(one for one in outcome.steps if one.ground == ground)
    assert step.state is (StepState.FAILS if answer is False else StepState.OPEN)
    asked = {condition.key for condition in outcome.open_before}
    assert (key in asked) is (answer is None)


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    told = dict.fromkeys(case["met"], True) | dict.fromkeys(case.get("not_met", []), False)
    assert vat_ground(told).ground == case["ground"]


def test_the_table_holds_every_ground_and_condition() -> None:
    assert (
        {Ground(ground) for ground in TABLE["grounds"]}
        == set(STEPS)
        == set(Ground) - {Ground.TAXED}
    )
    for ground, asked in STEPS.items():
        assert [one.key for one in asked] == TABLE["grounds"][ground.value]


@given(st.dictionaries(st.sampled_from(KEYS), st.sampled_from([True, False, None])))
def test_no_exemption_is_silent(told: dict[str, bool | None]) -> None:
    """Every condition of the ground found was answered with yes, and one more answer of yes
    never takes a found ground away for the tax."""
    outcome = vat_ground(told)
    if outcome.ground is not Ground.TAXED:
        assert all(told.get(one.key) is True for one in STEPS[outcome.ground])
    if outcome.is_to_confirm:
        assert vat_ground({**told, KEYS[0]: True}).is_to_confirm


def test_a_found_ground_names_its_papers() -> None:
    outcome = vat_ground(dict.fromkeys(TABLE["grounds"]["structural"], True))
    papers = [paper.nl for paper in outcome.documents]
    assert len(papers) == len(set(papers)) == 3
    assert "de opbouw van de kostprijs" in papers
    assert all(step.name.nl and step.name.en for step in outcome.steps)


def test_the_umbrella_is_no_way_out() -> None:
    assert "uitgesloten" in UMBRELLA.nl
    assert "inspecteur" in ASK_THE_INSPECTOR.nl and "advice" in ASK_THE_INSPECTOR.en


def test_every_question_is_asked_in_two_languages() -> None:
    assert len(KEYS) == len(set(KEYS))
    for condition in QUESTIONS:
        assert condition.question.nl.endswith("?") and condition.question.en.endswith("?")
