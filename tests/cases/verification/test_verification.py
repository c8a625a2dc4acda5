"""Every case of the rules of verification, judged without a database."""

from __future__ import annotations

from typing import Any

import pytest

from rooms.skills.verification.cases import TABLES, blocks_of

CASES = [
    pytest.param(case, id=f"{table['id']}: {case['name']}")
    for table in TABLES
    for case in table["cases"]
]


@pytest.mark.parametrize("case", CASES)
def test_the_case(case: dict[str, Any]) -> None:
    found = blocks_of(case)
    assert [one.rule for one in found if not one.is_warning] == case["blocks"]
    assert [one.rule for one in found if one.is_warning] == case.get("warns", [])
    if "says" in case:
        assert case["says"] in found[0].text
    if "owner" in case:
        assert found[0].owner == case["owner"]
    assert [str(one.matter) for one in found if one.matter] == (
        [case["person"]] if "person" in case else [str(one.matter) for one in found if one.matter]
    )
    assert all(one.remedy and one.missing for one in found)


def test_every_rule_of_the_study_has_a_table() -> None:
    wanted = {f"B{n}" for n in range(1, 8)} | {f"V{n}" for n in range(1, 5)}
    wanted |= {f"G{n}" for n in range(1, 8)} | {"W1", "W2", "W3", "W7", "W9", "S28"}
    assert {table["id"] for table in TABLES} == wanted


def test_every_table_says_where_the_rule_comes_from() -> None:
    for table in TABLES:
        assert {"id", "title", "page", "rule", "source", "confidence", "cases"} <= set(table)
        assert table["confidence"] in {"H", "M", "L"}
