"""What lending law asks before somebody starts, and until when its record is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from flexpool.contracts.duties import (
    Admission,
    Seen,
    duties_of,
    duty_findings,
    keep_until,
)
from flexpool.contracts.duty_rules import ADMITTED, DUTIES
from flexpool.contracts.rule import Weight

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "cases" / "contracts" / "duties.yaml").read_text(encoding="utf-8")
)["cases"]


def seen_in(case: dict[str, Any]) -> dict[str, Seen]:
    found = {
        f"lending.{key}": Seen(on=days[0], through=days[1] if days[1:] else None)
        for key, days in case["seen"].items()
    }
    if case["admission"]:
        admission = Admission(case["admission"])
        found[ADMITTED.id] = Seen(on=date(2026, 11, 1), admission=admission)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_what_is_missing_on_a_day(case: dict[str, Any]) -> None:
    found = duty_findings(case["basis"], seen_in(case), case["day"])
    by_weight: dict[Weight, list[str]] = {Weight.BLOCKS: [], Weight.DUE: []}
    for one in found:
        by_weight[one.weight].append("a" if one.rule is ADMITTED else one.rule.source_ref.lower())
    assert by_weight[Weight.BLOCKS] == case["blocks"]
    assert by_weight[Weight.DUE] == case["due"]


def test_every_duty_has_a_name_of_its_own_and_an_article() -> None:
    rules = duties_of("agency")
    assert len({rule.id for rule in rules}) == len(rules) == 10
    assert [rule.source_ref for rule in DUTIES] == [f"W{number}" for number in range(1, 10)]
    assert all(rule.article.startswith("Waadi") for rule in rules)


def test_a_block_of_the_register_names_both_dates() -> None:
    (found,) = duty_findings(
        "agency",
        seen_in(CASES[1]) | {ADMITTED.id: Seen(on=date(2026, 11, 1), admission=Admission.REFUSED)},
        date(2026, 11, 23),
    )
    assert "01-01-2027" in found.message.nl
    assert "2028-01-01" in found.message.en
    assert found.due_on == date(2027, 1, 1)


def test_the_record_is_kept_seven_calendar_years() -> None:
    assert keep_until(date(2026, 1, 1)) == date(2033, 12, 31)
    assert keep_until(date(2026, 12, 31)) == date(2033, 12, 31)
