"""What the lines of work and cost say, word for word and number for number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from flexpool.pay.comparison import Form, compare_forms
from flexpool.pay.employer import employer_cost
from flexpool.pay.explanation import Line, LineUnit
from flexpool.pay.ownership import cost_of_ownership
from flexpool.pay.self_employed import self_employed_income
from unit.pay.form_situations import CONTRACT, ON_ONE_S_OWN, comparison
from unit.pay.hire_situations import choice
from unit.pay.work_situations import TABLES, Told, employer_situation, self_employment

TOLD = yaml.safe_load((TABLES / "explanations" / "work.yaml").read_text(encoding="utf-8"))
ELSEWHERE = {"income_tax", "pension.employee", "wage.gross", "cost.per_productive_hour"}
HIGH: Told = ON_ONE_S_OWN | {"rate": 65, "paid": 32, "intermediary": 0.02}
COSTLY: Told = CONTRACT | {"other_wage": 100, "other": {"travel": 600}}
LASTING: Told = {
    "year": 2026, "month": 3593, "hours": 36, "months": 24, "recruitment": 4000, "induction": 40,
    "learning": 3, "productivity": 0.5, "development": 500, "stay": 48, "form": "agency",
    "base": 23, "irregular": 1.6, "factor": 2.2, "fee": 0.02, "extra": 1, "start": 16,
    "hire_stay": 6,
}  # fmt: skip
TREES = {
    "self_employed": self_employed_income(self_employment(HIGH)).explanation,
    "employer": employer_cost(employer_situation(COSTLY)).explanation,
    "comparison": compare_forms(comparison()).worker_side(Form.AGENCY).explanation,
    "ownership": cost_of_ownership(choice(LASTING)).explanation,
}


def own_lines(line: Line, stop: set[str]) -> Iterator[Line]:
    """Give a line and those under it, up to the lines that other tables tell."""
    yield line
    for part in line.parts:
        yield from [part] if part.key in stop else own_lines(part, stop)


def told(line: Line) -> dict[str, Any]:
    """Give a line as the table writes it."""
    euros = line.unit is LineUnit.EURO_CENTS
    amount = int(line.amount) / 100 if euros else float(line.amount)
    words = {"key": line.key, "nl": line.what.nl, "en": line.what.en, "amount": amount}
    return words | ({"formula": line.formula.nl} if line.formula else {})


@pytest.mark.parametrize("name", list(TREES))
def test_the_lines_say_what_the_table_says(name: str) -> None:
    stop = ELSEWHERE - ({"wage.gross"} if name == "employer" else set())
    assert [told(line) for line in own_lines(TREES[name], stop)] == TOLD[name]


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_every_line_speaks_both_languages(tree: Line) -> None:
    for line in tree.walk():
        assert line.what.nl and line.what.en
        assert line.key == line.key.lower()
        for text in (line.formula, line.rounding):
            assert text is None or (text.nl and text.en)


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_a_rounded_amount_says_how(tree: Line) -> None:
    for line in tree.walk():
        shares = line.formula and "%" in line.formula.nl and line.unit is LineUnit.EURO_CENTS
        assert not shares or line.rounding, line.key


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_a_tree_becomes_plain_values(tree: Line, language: str) -> None:
    written = tree.as_json(language)
    assert written["what"] == tree.what.in_language(language)
    assert len(written["parts"]) == len(tree.parts)
