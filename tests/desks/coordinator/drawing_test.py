"""The drawing of the region: what lies where, how large it is, and what is named."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from rondstroom.web.coordinator.picture.drawing import EDGE, LARGEST, SMALLEST, WIDTH, drawn
from rondstroom.web.coordinator.picture.tallies import Tally


@dataclass(frozen=True)
class Area:
    """A postcode area as the map needs it."""

    pc4: str
    place: str
    latitude: float
    longitude: float


WEST = Area("6711", "Ede", 52.04, 5.68)
EAST = Area("7001", "Doetinchem", 51.97, 6.29)
SOUTH = Area("6511", "Nijmegen", 51.85, 5.86)
MIDDLE = Area("6811", "Arnhem", 51.98, 5.91)
BESIDE = Area("6812", "Arnhem", 51.985, 5.905)
AREAS = [WEST, EAST, SOUTH, MIDDLE, BESIDE]


def work(open_hours: int, filled_hours: int = 0) -> Tally:
    """Give work of some hours, eight to a place."""
    places = (open_hours + filled_hours) // 8
    return Tally(places, filled_hours // 8, open_hours * 60, filled_hours * 60)


def test_west_is_left_and_north_is_up() -> None:
    found = drawn(AREAS, {one.pc4: work(8) for one in AREAS}, {})
    assert found is not None
    at = {spot.pc4: (float(spot.x), float(spot.y)) for spot in found.spots}
    assert at["6711"][0] == pytest.approx(EDGE)
    assert at["7001"][0] == pytest.approx(WIDTH - EDGE)
    assert at["6711"][1] == pytest.approx(EDGE)
    assert at["6511"][1] == pytest.approx(found.height - EDGE, abs=0.6)
    assert at["6711"][0] < at["6811"][0] < at["7001"][0]


def test_a_kilometre_is_as_long_in_each_direction() -> None:
    found = drawn(AREAS, {"6711": work(8), "7001": work(8)}, {})
    assert found is not None
    # 0.61 degree east is about 41.8 km here, 0.19 degree south about 21.1 km
    across, down = WIDTH - 2 * EDGE, found.height - 2 * EDGE
    assert across / down == pytest.approx(41.8 / 21.1, rel=0.02)


def test_the_area_of_a_circle_is_the_work_and_the_disc_the_open_part() -> None:
    found = drawn(AREAS, {"6711": work(100, 300), "7001": work(0, 100)}, {})
    assert found is not None
    much, little = found.spots
    assert float(much.ring) == LARGEST
    assert float(little.ring) == pytest.approx(LARGEST / 2, abs=0.1)
    assert float(much.disc) == pytest.approx(LARGEST / 2, abs=0.1)
    assert float(little.disc) == 0


def test_little_work_can_still_be_seen() -> None:
    found = drawn(AREAS, {"6711": work(0, 8000), "7001": work(8)}, {})
    assert found is not None
    assert float(found.spots[-1].ring) == SMALLEST


def test_the_largest_is_drawn_first_and_a_town_is_named_once() -> None:
    found = drawn(AREAS, {"6812": work(8), "6811": work(80), "6711": work(16)}, {})
    assert found is not None
    assert [spot.pc4 for spot in found.spots] == ["6811", "6711", "6812"]
    assert [spot.is_named for spot in found.spots] == [True, True, False]


def test_a_name_that_would_lie_over_another_is_left_out() -> None:
    near = Area("6813", "Oosterbeek", 51.981, 5.912)
    found = drawn([*AREAS, near], {"6811": work(80), "6813": work(8)}, {})
    assert found is not None
    assert [(spot.place, spot.is_named) for spot in found.spots] == [
        ("Arnhem", True),
        ("Oosterbeek", False),
    ]


def test_whoever_works_there_is_told_in_order() -> None:
    found = drawn(AREAS, {"6811": work(8)}, {"6811": {"Molenpoort", "De Linde"}})
    assert found is not None
    assert found.spots[0].organisations == ("De Linde", "Molenpoort")
    assert found.unplaced is None


def test_work_at_unknown_postcodes_is_counted_apart() -> None:
    found = drawn(AREAS, {"6811": work(8), "9999": work(16), "": work(0, 24)}, {})
    assert found is not None
    assert found.unplaced is not None
    assert (found.unplaced.places, found.unplaced.open_places) == (5, 2)
    assert len(found.spots) == 1


@pytest.mark.parametrize("areas", [[], AREAS])
def test_without_a_known_place_there_is_no_map(areas: list[Area]) -> None:
    assert drawn(areas, {"9999": work(8)}, {}) is None


def test_one_area_alone_is_drawn_too() -> None:
    found = drawn([MIDDLE], {"6811": work(8)}, {})
    assert found is not None
    assert (found.spots[0].x, found.spots[0].y) == (f"{EDGE:.1f}", f"{EDGE:.1f}")


@pytest.mark.parametrize(
    ("open_hours", "filled_hours", "tone"),
    [(0, 0, "none"), (0, 80, "none"), (8, 72, "some"), (16, 64, "much"), (80, 0, "much")],
)
def test_a_fifth_open_is_much(open_hours: int, filled_hours: int, tone: str) -> None:
    assert work(open_hours, filled_hours).tone == tone
