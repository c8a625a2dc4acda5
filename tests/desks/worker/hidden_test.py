"""The words for what is not in the list: every rule that exists has one."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import translation

import rondstroom.rooms
from rondstroom.rooms.matching.queries import Reason
from rondstroom.web.worker.finding import hidden

ROOMS = Path(rondstroom.rooms.__file__).parent
RULE = re.compile(r'"((?:matching|gate)\.[a-z-]+)"')


def rules() -> list[str]:
    """Give every rule id of matching and of the gate that stands in the rooms."""
    found = {
        rule
        for path in ROOMS.rglob("*.py")
        for rule in RULE.findall(path.read_text(encoding="utf-8"))
    }
    return sorted(found)


def because(*reasons: Reason) -> Any:
    return SimpleNamespace(), reasons


CONDUCT = Reason("gate.conduct", "VOG: niet gezien.", "Vraag een VOG aan.")
REST = Reason("worktime.daily-rest", "Te kort rust.", "")
FULL = Reason("matching.full", "Vol.", "Zet je op de wachtlijst.")


def test_rules_are_found_at_all() -> None:
    assert {"gate.conduct", "gate.right-to-work", "matching.full"} <= set(rules())


@pytest.mark.parametrize("rule", rules())
def test_every_rule_has_a_word(rule: str) -> None:
    assert hidden.WORDS[rule]


def test_no_word_is_for_a_rule_that_is_gone() -> None:
    assert set(hidden.WORDS) - {"worktime"} <= set(rules())


@pytest.mark.parametrize("rule", ["worktime.daily-rest", "worktime.weekly-rest", "worktime.new"])
def test_all_of_the_working_time_law_is_one_word(rule: str) -> None:
    with translation.override("nl"):
        assert str(hidden.word_of(rule)) == "rusttijd of werktijd"


def test_an_unknown_rule_shows_its_name() -> None:
    assert hidden.word_of("parking.none") == "parking.none"


def test_rules_with_the_same_word_are_counted_together_most_first() -> None:
    counts = {"gate.conduct": 5, "worktime.daily-rest": 2, "worktime.weekly-rest": 4}
    with translation.override("nl"):
        assert hidden.counted(counts) == [("rusttijd of werktijd", 6), ("VOG", 5)]


def test_nothing_hidden_counts_nothing() -> None:
    assert hidden.counted({}) == []
    assert hidden.one_step_away([]) == []


def test_only_what_one_thing_would_open_is_offered() -> None:
    several = [because(CONDUCT), because(CONDUCT), because(CONDUCT, REST), because(FULL)]
    assert hidden.one_step_away(several) == [
        ("Vraag een VOG aan.", 2),
        ("Zet je op de wachtlijst.", 1),
    ]


def test_what_cannot_be_mended_is_not_offered() -> None:
    assert hidden.one_step_away([because(REST)]) == []
