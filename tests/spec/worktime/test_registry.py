"""Every rule has a table of cases, an article and a text; nothing of the study is lost."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from flexpool.periods import Period, local
from flexpool.worktime.registry import RULES, WINDOWED
from flexpool.worktime.rule import Rule
from flexpool.worktime.scope import DEFINITIONS, NOT_JUDGED
from roster_text import shifts_from
from spec.worktime.reference_pages import CHAPTERS, PAGES, pages, table_of

RULE_COUNT = 45
STUDY = [
    *(f"D{number}" for number in range(1, 12)),
    *(f"A{number}" for number in range(1, 13)),
    *(f"N{number}" for number in range(1, 9)),
    *(f"Y{number}" for number in range(1, 8)),
]
CLOCK_GOES_BACK = [local(2026, 10, 25, 3), local(2025, 10, 26, 3)]
CLOCK_GOES_FORWARD = [local(2026, 3, 29, 3), local(2027, 3, 28, 3)]
TABLES = Path(__file__).parents[2] / "cases" / "worktime"

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.source_ref)


def test_no_rule_is_lost() -> None:
    """Change the count together with the list, on purpose."""
    assert len(RULES) == RULE_COUNT
    assert len({rule.id for rule in RULES}) == RULE_COUNT
    assert len({rule.source_ref for rule in RULES}) == RULE_COUNT
    assert {rule.id for rule in RULES if rule.windowed} == WINDOWED


def test_every_number_of_the_study_is_a_rule_or_has_a_reason() -> None:
    rules = [rule.source_ref for rule in RULES]
    others = [one.source_ref for one in (*DEFINITIONS, *NOT_JUDGED)]
    assert set(STUDY) <= {*rules, *others}
    assert not set(rules) & set(others)
    assert len(others) == len(set(others))


def test_every_table_belongs_to_a_rule() -> None:
    tables = {path.stem for path in TABLES.glob("*.yaml")}
    assert tables == {rule.source_ref for rule in RULES} | {"N7", "examples"}


@each_rule
def test_a_rule_is_written_out(rule: Rule) -> None:
    assert rule.id.startswith("worktime.")
    assert rule.article.startswith(("ATW", "ATB"))
    for text in (rule.title, rule.doc):
        assert text.nl
        assert text.en
        assert text.nl != text.en
    assert rule.source_ref[0] in "".join(letters for _title, letters in CHAPTERS.values())


@each_rule
def test_a_rule_has_cases_on_both_sides_of_its_limit(rule: Rule) -> None:
    table = table_of(rule.source_ref)
    assert (table["rule"], table["source_ref"]) == (rule.id, rule.source_ref)
    found = [bool(case["findings"]) for case in table["cases"]]
    assert any(found)
    assert not all(found)


@each_rule
def test_a_rule_is_tried_over_both_clock_changes(rule: Rule) -> None:
    assert _tried(rule, CLOCK_GOES_BACK)
    assert _tried(rule, CLOCK_GOES_FORWARD)


@each_rule
def test_a_rule_is_tried_over_midnight(rule: Rule) -> None:
    assert any(
        len(list(shift.period.local_days())) > 1
        for case in table_of(rule.source_ref)["cases"]
        for shift in shifts_from(case["shifts"])
    )


def _tried(rule: Rule, changes: list[datetime]) -> bool:
    for case in table_of(rule.source_ref)["cases"]:
        shifts = shifts_from(case["shifts"])
        whole = Period(
            min(shift.period.starts_at for shift in shifts),
            max(shift.period.ends_at for shift in shifts),
        )
        if any(whole.contains(change) for change in changes):
            return True
    return False


def test_the_reference_pages_are_fresh() -> None:
    stale = [
        name
        for name, text in pages().items()
        if not (PAGES / name).exists() or (PAGES / name).read_text("utf-8") != text
    ]
    assert not stale, "renew with ./run python tests/spec/worktime/reference_pages.py"


def test_the_tables_use_the_right_years() -> None:
    assert date(2026, 10, 25).weekday() == date(2026, 3, 29).weekday() == 6
