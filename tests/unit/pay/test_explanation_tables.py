"""Every line of wage, pension, allowance, hours and benefits, word for word in both languages."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from flexpool.pay.benefits.benefit import BenefitName
from flexpool.pay.benefits.entitlements import FORMULAS
from flexpool.pay.explanation import Line
from unit.pay.household_text import household_from
from unit.pay.taxes.told import told
from unit.pay.trees import TREES
from unit.pay.work_situations import TABLES

LANGUAGES = ("nl", "en")


def _table(name: str) -> Any:
    return yaml.safe_load((TABLES / "explanations" / f"{name}.yaml").read_text(encoding="utf-8"))


WAGE, BENEFITS = _table("wage"), _table("benefits")


def tell(line: Line) -> dict[str, str]:
    """Write a tree in both languages, as the tables do."""
    return {language: told(line, language) + "\n" for language in LANGUAGES}


def benefit_of(case: dict[str, Any]) -> Line:
    """Explain the benefit of a case."""
    benefit = FORMULAS[BenefitName(case["benefit"])](household_from(case["household"]))
    assert benefit.explanation.amount == benefit.year
    return benefit.explanation


@pytest.mark.parametrize("name", list(TREES))
def test_wage_and_hours_read_as_in_the_table(name: str) -> None:
    assert tell(TREES[name]()) == WAGE[name]


@pytest.mark.parametrize("case", BENEFITS, ids=lambda case: case["name"])
def test_a_benefit_reads_as_in_the_table(case: dict[str, Any]) -> None:
    assert tell(benefit_of(case)) == {language: case[language] for language in LANGUAGES}


def test_every_tree_has_a_row_and_every_benefit_a_case() -> None:
    assert list(WAGE) == list(TREES)
    assert {case["benefit"] for case in BENEFITS} == {name.value for name in BenefitName}


@pytest.mark.parametrize("name", list(TREES))
def test_a_rounded_amount_of_wage_and_hours_says_how(name: str) -> None:
    assert rounded_in_silence(TREES[name]()) == []


@pytest.mark.parametrize("case", BENEFITS, ids=lambda case: case["name"])
def test_a_rounded_amount_of_a_benefit_says_how(case: dict[str, Any]) -> None:
    assert rounded_in_silence(benefit_of(case)) == []


def rounded_in_silence(tree: Line) -> list[str]:
    """Give the lines that take a share or a part without telling how they were rounded."""
    return [
        line.key
        for line in tree.walk()
        if line.formula and {"%", "/"} & set(line.formula.nl.split()) and not line.rounding
    ]
