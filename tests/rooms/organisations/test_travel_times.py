"""Travel times between postcode areas: known or unknown, never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from factories.identity import signed
from factories.organisations import POSTCODES, make_postcodes
from rondstroom.rooms.journal import queries as journal
from rondstroom.rooms.organisations import actions, queries

pytestmark = pytest.mark.django_db


def test_there_and_back_take_as_long() -> None:
    make_postcodes()
    there = queries.travel_minutes("6811", "6511", "car")
    assert there == queries.travel_minutes("6511", "6811", "car")
    assert there is not None
    assert 30 < there < 45


def test_the_bicycle_takes_longer() -> None:
    make_postcodes()
    by_car = queries.travel_minutes("6811", "6881", "car")
    by_bicycle = queries.travel_minutes("6811", "6881", "bicycle")
    assert by_car is not None
    assert by_bicycle is not None
    assert by_bicycle > by_car


@pytest.mark.parametrize(("origin", "destination"), [("6811", "9999"), ("", "6811"), ("", "")])
def test_an_unknown_postcode_has_no_travel_time(origin: str, destination: str) -> None:
    make_postcodes()
    assert queries.travel_minutes(origin, destination, "car") is None


def test_many_trips_take_one_query(django_assert_max_num_queries: Any) -> None:
    make_postcodes()
    codes = [row[0] for row in POSTCODES] + ["9999"]
    trips = [(one, other, "bicycle") for one in codes for other in codes]
    with django_assert_max_num_queries(1):
        found = queries.travel_times(trips)
    assert len(found) == len(trips)
    assert sum(minutes is None for minutes in found.values()) == 15


def test_no_trips_is_no_answer() -> None:
    assert queries.travel_times([]) == {}


@pytest.mark.parametrize(
    ("text", "pc4"),
    [
        ("6811", "6811"),
        ("6811 BC", "6811"),
        (" 6811bc ", "6811"),
        ("6811  BC", "6811"),
        ("0811 BC", None),
        ("6811 B", None),
        ("6811 BCD", None),
        ("", None),
        ("NL-6811 BC", None),
    ],
)
def test_a_postcode_is_read_as_people_write_it(text: str, pc4: str | None) -> None:
    assert queries.pc4_in(text) == pc4


def test_loading_twice_replaces_and_says_how_many() -> None:
    assert actions.load_postcodes([("6811", "Arnhem", 51.0, 5.0)], **signed()) == 1
    assert actions.load_postcodes(POSTCODES, **signed()) == len(POSTCODES)
    near = queries.travel_minutes("6811", "6823", "car")
    assert near is not None
    assert near < 20
    lines = journal.entries_about("postcodes")
    assert [line.data for line in lines] == [{"number": 1}, {"number": len(POSTCODES)}]


@pytest.mark.parametrize(
    "wrong",
    [
        ("6811 BC", "Arnhem", 51.98, 5.91),
        ("0811", "Nergens", 51.98, 5.91),
        ("6811", "Berlijn", 52.52, 13.40),
        ("6811", "Parijs", 48.85, 5.91),
    ],
)
def test_a_row_that_is_no_place_here_loads_nothing(wrong: Any) -> None:
    with pytest.raises(actions.UnableToLoadPostcodes, match="Er is niets geladen"):
        actions.load_postcodes([("6823", "Arnhem", 52.0, 5.94), wrong], **signed())
    assert queries.travel_minutes("6823", "6823", "car") is None
