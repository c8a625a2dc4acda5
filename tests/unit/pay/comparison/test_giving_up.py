"""What one gives up by a form, sentence by sentence."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
import yaml

from flexpool.pay.comparison import (
    Certainty,
    Comparison,
    Conditions,
    EmployedForm,
    Form,
    Say,
    compare_forms,
)
from unit.pay.form_situations import own_organisation
from unit.pay.work_situations import TABLES, Told, exact

TABLE = yaml.safe_load((TABLES / "comparison" / "giving_up.yaml").read_text(encoding="utf-8"))


def form(told: Told) -> EmployedForm:
    """Give the usual contract with the conditions told."""
    usual = own_organisation()
    conditions = Conditions(
        say=Say(told.get("say", "wishes")),
        certainty=Certainty(told.get("certainty", "permanent")),
        evening_night_weekend=exact(told.get("evenings", 0.35)) or Fraction(0),
        paid_training_hours=Fraction(told.get("training", 0)),
        own_administration_hours=Fraction(told.get("administration", 0)),
    )
    return replace(
        usual,
        conditions=conditions,
        unpaid_weeks=Fraction(told.get("unpaid_weeks", 0)),
        paid_when_ill=told.get("paid_when_ill", True),
    )


def given_up(this: Told, other: Told) -> list[str]:
    """Give what is told of the first form, the second being the regional pool."""
    both = Comparison(own_organisation=form(this), pool=form(other))
    side = compare_forms(both).worker_side(Form.OWN_ORGANISATION)
    return [text.nl for text in side.gives_up]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    assert given_up(case["this"], case.get("other", {})) == case["says"]


@pytest.mark.parametrize("case", TABLE["cases"], ids=lambda case: case["name"])
def test_there_are_as_many_sentences_in_english(case: dict[str, Any]) -> None:
    both = Comparison(own_organisation=form(case["this"]), pool=form(case.get("other", {})))
    told = compare_forms(both).worker_side(Form.OWN_ORGANISATION).gives_up
    assert all(text.en and text.en != text.nl for text in told)
    assert len(told) == len(case["says"])


def test_of_the_others_the_best_is_named() -> None:
    three = Comparison(
        own_organisation=form({"say": "rostered"}),
        pool=form({"say": "wishes"}),
        agency=form({"say": "chosen"}),
    )
    (lost,) = compare_forms(three).worker_side(Form.POOL).gives_up
    assert "via een uitzendbureau: je kiest elke dienst zelf" in lost.nl
