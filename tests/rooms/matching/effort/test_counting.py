"""Counting actions and minutes: a table of cases, and what holds for any day of work."""

from __future__ import annotations

from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factories.moments import NOW
from rondstroom.rooms.matching.queries.effort import MOST_ACTIONS, Effort, Writing, spent
from rondstroom.rooms.matching.queries.effort.counting import Spent

CASES = yaml.safe_load(
    (Path(__file__).parents[3] / "cases/effort/counting.yaml").read_text(encoding="utf-8")
)
ACTORS = {"pia": 1, "bas": 2}


def after(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    written, moments = [], {1: [], 2: []}  # type: tuple[list[Writing], dict[int, list[datetime]]]
    for who, minutes, shifts in case["did"]:
        written += [Writing(pk, ACTORS[who], after(minutes)) for pk in shifts]
        moments[ACTORS[who]].append(after(minutes))
    for who, minutes in case.get("also", []):
        moments[ACTORS[who]].append(after(minutes))
    ends = {pk: after(minutes) for pk, minutes in case["filled"].items()}
    found = spent(written, moments, ends)
    told = {pk: [one.actions, one.minutes, one.untimed] for pk, one in found.items()}
    assert told == case["took"]


WRITINGS = st.lists(
    st.builds(Writing, st.integers(1, 4), st.integers(1, 2), st.integers(0, 90).map(after)),
    max_size=20,
)


@given(WRITINGS)
def test_nothing_is_lost_or_counted_twice(writings: list[Writing]) -> None:
    """All shifts together took as many actions as were sent, and no more time than passed."""
    moments: dict[int, list[datetime]] = {}
    for one in writings:
        moments.setdefault(one.actor_id, []).append(one.at)
    found = spent(writings, moments, dict.fromkeys(range(1, 5), after(90)))
    assert sum(one.actions for one in found.values()) == len(
        {(one.actor_id, one.at) for one in writings}
    )
    passed = sum((max(times) - min(times)).total_seconds() / 60 for times in moments.values())
    assert sum(one.minutes for one in found.values()) <= passed
    assert all(one.untimed <= one.actions for one in found.values())


def test_a_source_tells_its_means_and_how_many_stay_within_the_aim() -> None:
    counted = Effort()
    for actions in (1, 2, MOST_ACTIONS, MOST_ACTIONS + 2):
        counted.take(Spent(Fraction(actions), Fraction(6), Fraction(1)))
    assert (counted.shifts, counted.within) == (4, 3)
    assert (counted.actions, counted.minutes) == (Fraction(11, 4), 6)
    assert counted.untimed == Fraction(4, 11)
    both = Effort()
    both.add(counted)
    both.add(counted)
    assert (both.shifts, both.actions) == (8, counted.actions)


def test_no_shifts_is_nothing_and_no_crash() -> None:
    assert (Effort().actions, Effort().minutes, Effort().untimed) == (0, 0, 0)
