"""The words for what is not in the list: every rule that exists has one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.utils import translation

import rondstroom.rooms
from people import Cast
from rondstroom.rooms.matching.queries import Opening
from rondstroom.rooms.people.states import DayPart
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


def test_nothing_hidden_counts_nothing(db: None) -> None:
    assert hidden.counted({}) == []
    assert hidden.one_step_away([]) == []


TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("opening", "text", "href"),
    [
        (Opening("gate.conduct", 2, "Vraag een VOG aan."), "Vraag een VOG aan.", ""),
        (
            Opening("matching.unavailable", 2, day=TUESDAY, part=DayPart.EVENING),
            "Beschikbaar zijn op dinsdag 24 november (avond)",
            "/worker/availability/?from=2026-11-23",
        ),
        (Opening("matching.too-far", 2), "Verder willen reizen", "/worker/settings/#travel"),
    ],
    ids=["proof", "free day", "further"],
)
def test_a_step_says_what_to_do_and_where(opening: Opening, text: str, href: str, db: None) -> None:
    with translation.override("nl"):
        assert hidden.one_step_away([opening]) == [hidden.Step(text, 2, href)]


def test_another_place_is_named(cast: Cast) -> None:
    opening = Opening("matching.not-willing", 3, organisation_id=cast.rijnzicht.pk)
    [step] = hidden.one_step_away([opening])
    assert step.text == "Ook willen werken bij Rijnzicht"


def test_only_the_first_are_shown(db: None) -> None:
    many = [Opening("gate.skill", 1, f"Bekwaamheid {n}") for n in range(20)]
    assert [one.text for one in hidden.one_step_away(many, shown=2)] == [
        "Bekwaamheid 0",
        "Bekwaamheid 1",
    ]
