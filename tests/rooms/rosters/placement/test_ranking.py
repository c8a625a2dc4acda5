"""The order of candidates and its words: one number after the other, nothing about the person."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import permutations

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as some

from rondstroom.rooms.people.states import TravelMode, Wish
from rondstroom.rooms.rosters.queries.placement import (
    OWN_ORGANISATION,
    OWN_TEAM,
    POOL,
    Numbers,
)
from rondstroom.rooms.rosters.queries.placement.ranking import in_words, order

USUAL = Numbers(tier=OWN_ORGANISATION, travel_minutes=20, times_here=2, wish="", owed_minutes=0)
anybody = some.builds(
    Numbers,
    tier=some.sampled_from([OWN_TEAM, OWN_ORGANISATION, POOL]),
    travel_minutes=some.none() | some.integers(0, 120),
    times_here=some.integers(0, 50),
    wish=some.sampled_from(["", *Wish]),
    owed_minutes=some.integers(0, 2400),
)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (replace(USUAL, tier=OWN_TEAM), USUAL),
        (USUAL, replace(USUAL, tier=POOL)),
        (replace(USUAL, wish=Wish.AVAILABLE), USUAL),
        (USUAL, replace(USUAL, wish=Wish.RATHER_NOT)),
        (replace(USUAL, wish=Wish.RATHER_NOT), replace(USUAL, wish=Wish.UNAVAILABLE)),
        (replace(USUAL, owed_minutes=60), USUAL),
        (replace(USUAL, owed_minutes=480), replace(USUAL, owed_minutes=60)),
        (replace(USUAL, times_here=5), USUAL),
        (USUAL, replace(USUAL, times_here=0)),
        (replace(USUAL, travel_minutes=5), USUAL),
        (USUAL, replace(USUAL, travel_minutes=None)),
        # what counts first counts most
        (replace(USUAL, tier=OWN_TEAM, travel_minutes=90), replace(USUAL, wish=Wish.AVAILABLE)),
        (replace(USUAL, wish=Wish.AVAILABLE), replace(USUAL, owed_minutes=900, times_here=9)),
        (replace(USUAL, owed_minutes=60), replace(USUAL, times_here=40, travel_minutes=0)),
        (replace(USUAL, times_here=5), replace(USUAL, travel_minutes=0)),
    ],
)
def test_who_goes_first(better: Numbers, worse: Numbers) -> None:
    assert order(better) < order(worse)


def test_one_visit_more_does_not_outweigh_the_road() -> None:
    near, familiar = replace(USUAL, travel_minutes=5), replace(USUAL, times_here=3)
    assert order(near) < order(familiar)


def test_only_these_six_numbers_count() -> None:
    assert {field.name for field in fields(Numbers)} == {
        "tier",
        "travel_minutes",
        "times_here",
        "wish",
        "owed_minutes",
        "anw_share",
    }


@given(some.lists(anybody, min_size=3, max_size=3))
def test_the_order_does_not_depend_on_who_is_asked_first(three: list[Numbers]) -> None:
    ways = {tuple(order(one) for one in sorted(way, key=order)) for way in permutations(three)}
    assert len(ways) == 1


@given(anybody)
def test_the_words_hold_every_number_that_counted(numbers: Numbers) -> None:
    with translation.override("nl"):
        words = " · ".join(in_words(numbers, TravelMode.CAR))
    if numbers.travel_minutes is None:
        assert "reistijd niet bekend" in words
    else:
        assert f"{numbers.travel_minutes} min rijden" in words
    assert (f"{numbers.times_here} keer op dit team" in words) is (numbers.times_here > 0)
    assert ("te vullen" in words) is (numbers.owed_minutes > 0)
    assert ("zegt zelf: beschikbaar" in words) is (numbers.wish == Wish.AVAILABLE)


@pytest.mark.parametrize(
    ("minutes", "told"), [(480, "nog 8 uur"), (450, "nog 7,5 uur"), (20, "nog 0,3 uur")]
)
def test_hours_owed_are_written_as_people_read_them(minutes: int, told: str) -> None:
    words = in_words(replace(USUAL, owed_minutes=minutes), TravelMode.BICYCLE)
    assert any(word.startswith(told) for word in words)


@pytest.mark.parametrize(
    ("tier", "told"),
    [(OWN_TEAM, "eigen team"), (OWN_ORGANISATION, "eigen organisatie"), (POOL, "pool")],
)
def test_the_tier_comes_first_in_words(tier: int, told: str) -> None:
    assert in_words(replace(USUAL, tier=tier), TravelMode.BICYCLE)[0] == told
