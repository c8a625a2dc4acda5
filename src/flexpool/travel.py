"""How long a trip to work takes, estimated from the middle of two postcode areas.

The great circle between the two points, times a detour, at the speed of the way of travelling.
The three figures are assumptions of this project and stand, with their grounds, in `travel.yaml`;
the outcome is for choosing between shifts, not for paying travel costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import asin, ceil, cos, radians, sin, sqrt

import yaml

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


class UnknownMode(ValueError):
    """There are no figures for this way of travelling."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point on the map, in degrees north and east (WGS 84)."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise ValueError(f"{self.latitude}, {self.longitude} is not a place on Earth")


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast somebody goes.

    Parameters
    ----------
    km_per_hour
        Average speed from door to door.
    detour
        Length of the road over length of the straight line; at least 1.
    fixed_minutes
        Minutes that every trip takes: getting the car or bicycle, walking in.
    """

    km_per_hour: float
    detour: float
    fixed_minutes: float

    def __post_init__(self) -> None:
        if self.km_per_hour <= 0 or self.detour < 1 or self.fixed_minutes < 0:
            raise ValueError(f"nobody travels at {self}")


def distance_km(origin: Place, destination: Place) -> float:
    """Give the great-circle distance in kilometres (haversine formula).

    Examples
    --------
    >>> round(distance_km(Place(51.985, 5.898), Place(51.842, 5.859)), 1)
    16.1
    """
    north = radians(destination.latitude - origin.latitude)
    east = radians(destination.longitude - origin.longitude)
    middle = cos(radians(origin.latitude)) * cos(radians(destination.latitude))
    chord = sin(north / 2) ** 2 + middle * sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(min(1.0, chord)))


def minutes_between(origin: Place, destination: Place, pace: Pace) -> int:
    """Give the estimated travel time in whole minutes, rounded up."""
    road_km = distance_km(origin, destination) * pace.detour
    # A thousandth of a minute is below the worth of the figures and above floating-point dust.
    return ceil(round(pace.fixed_minutes + road_km / pace.km_per_hour * 60, 3))


def pace(mode: str) -> Pace:
    """Give the figures of a way of travelling, such as `bicycle` or `car`.

    Raises
    ------
    UnknownMode
        When `travel.yaml` has no figures for it.
    """
    try:
        return _paces()[mode]
    except KeyError:
        raise UnknownMode(f"no figures for {mode!r}; known are {sorted(_paces())}") from None


@cache
def _paces() -> dict[str, Pace]:
    """Read the figures once."""
    text = resources.files("flexpool").joinpath("travel.yaml").read_text(encoding="utf-8")
    modes = yaml.safe_load(text)["modes"]
    names = ("km_per_hour", "detour", "fixed_minutes")
    return {
        mode: Pace(*(figures[name]["value"] for name in names)) for mode, figures in modes.items()
    }
