"""Travel times: from straight line to whole minutes, and never for a place or mode unknown."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flexpool.travel import (
    Pace,
    Place,
    UnknownMode,
    distance_km,
    minutes_between,
    pace,
)

ARNHEM = Place(51.985, 5.898)
NIJMEGEN = Place(51.842, 5.859)
PLACES = st.builds(
    Place, st.floats(-90, 90, allow_nan=False), st.floats(-180, 180, allow_nan=False)
)


def test_ten_kilometres_take_what_the_figures_say() -> None:
    ten_km_north = Place(ARNHEM.latitude + 10 / 111.19508, ARNHEM.longitude)
    assert distance_km(ARNHEM, ten_km_north) == pytest.approx(10, abs=0.001)
    assert minutes_between(ARNHEM, ten_km_north, pace("bicycle")) == 55
    assert minutes_between(ARNHEM, ten_km_north, pace("car")) == 27


@pytest.mark.parametrize(
    ("km_per_hour", "detour", "fixed_minutes", "minutes"),
    [
        (60, 1, 0, 17),  # 16.1 km, rounded up
        (60, 1, 5, 22),
        (30, 1, 0, 33),
        (60, 1.5, 0, 25),
    ],
)
def test_speed_detour_and_fixed_minutes_each_count(
    km_per_hour: float, detour: float, fixed_minutes: float, minutes: int
) -> None:
    walk = Pace(km_per_hour, detour, fixed_minutes)
    assert minutes_between(ARNHEM, NIJMEGEN, walk) == minutes


def test_staying_in_ones_own_area_takes_the_fixed_minutes() -> None:
    assert minutes_between(ARNHEM, ARNHEM, Pace(15, 1.25, 5)) == 5


def test_a_mode_without_figures_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(UnknownMode, match=r"'boat'.*bicycle.*car"):
        pace("boat")


@pytest.mark.parametrize(("latitude", "longitude"), [(91, 0), (-91, 0), (0, 181), (0, -181)])
def test_a_place_lies_on_earth(latitude: float, longitude: float) -> None:
    with pytest.raises(ValueError, match="not a place on Earth"):
        Place(latitude, longitude)


@pytest.mark.parametrize("figures", [(0, 1, 0), (15, 0.9, 0), (15, 1, -1)])
def test_a_pace_that_nobody_has_is_refused(figures: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="nobody travels"):
        Pace(*figures)


@given(PLACES, PLACES)
def test_there_is_as_far_as_back_and_never_further_than_half_the_earth(
    here: Place, there: Place
) -> None:
    assert distance_km(here, there) == pytest.approx(distance_km(there, here))
    assert 0 <= distance_km(here, there) <= 20_015.2


@given(PLACES, PLACES, PLACES)
def test_a_way_round_is_never_shorter(here: Place, halfway: Place, there: Place) -> None:
    round_km = distance_km(here, halfway) + distance_km(halfway, there)
    assert distance_km(here, there) <= round_km + 1e-6


def test_every_figure_says_its_unit_and_its_ground() -> None:
    text = resources.files("flexpool").joinpath("travel.yaml").read_text(encoding="utf-8")
    figures = yaml.safe_load(text)
    assert {"valid_from", "confidence", "source", "modes"} <= set(figures)
    for mode, values in figures["modes"].items():
        for name, figure in values.items():
            assert {"value", "unit", "ground"} == set(figure), f"{mode} {name}"
