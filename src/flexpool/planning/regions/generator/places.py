"""Where care is given: organisations of a sector, with places around a centre on the map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from flexpool.planning.regions.generator.recipe import SECTORS, Recipe, Sector
from flexpool.travel import Place, minutes_between, pace

MIDDLE = Place(52.0, 5.9)
PLACE_EVERY_KM = 2.5
"""Side of the square that has one place in it on average: larger regions are wider, not denser."""
SPREAD_KM = 6.0
KM_PER_DEGREE_NORTH, KM_PER_DEGREE_EAST = 111.2, 68.5


@dataclass(frozen=True, slots=True)
class Site:
    """One place of work and the organisation that it is of."""

    id: str
    organisation: str
    sector: Sector
    place: Place
    staff: int


def sites_of(recipe: Recipe, rng: np.random.Generator) -> list[Site]:
    """Lay out the places of a region; their staff adds up to the workers of the recipe."""
    count = max(1, round(recipe.workers / recipe.per_place))
    organisations = min(count, max(2, round(recipe.workers / recipe.per_organisation)))
    side = PLACE_EVERY_KM * count**0.5
    centres = rng.uniform(0, side, (organisations, 2))
    shares = np.array([sector.share for sector in SECTORS])
    sectors = rng.choice(len(SECTORS), organisations, p=shares)
    staff = _staff(recipe.workers, count, rng)
    sites = []
    for number in range(count):
        owner = number % organisations
        east, north = np.clip(centres[owner] + rng.normal(0, SPREAD_KM, 2), 0, side)
        organisation = f"o{owner + 1}"
        sites.append(
            Site(
                f"{organisation}-p{number // organisations + 1}",
                organisation,
                SECTORS[sectors[owner]],
                Place(
                    MIDDLE.latitude + north / KM_PER_DEGREE_NORTH,
                    MIDDLE.longitude + east / KM_PER_DEGREE_EAST,
                ),
                int(staff[number]),
            )
        )
    return sites


def _staff(workers: int, count: int, rng: np.random.Generator) -> np.ndarray:
    """Divide the workers over places of unequal size."""
    weights = rng.uniform(0.6, 1.4, count)
    ends = np.rint(np.cumsum(weights) / weights.sum() * workers).astype(int)
    return np.diff(ends, prepend=0)


def travel_minutes(sites: list[Site]) -> np.ndarray:
    """Give the minutes by car between every two places; far pairs are not computed, and infinite.

    Pairs further apart north or south than anybody travels are most of a large region.
    """
    order = np.argsort([site.place.latitude for site in sites], kind="stable")
    minutes = np.full((len(sites), len(sites)), np.inf)
    car = pace("car")
    for position, one in enumerate(order):
        for other in order[position + 1 :]:
            first, second = sites[one].place, sites[other].place
            if (second.latitude - first.latitude) * KM_PER_DEGREE_NORTH > FARTHEST_KM:
                break
            if abs(second.longitude - first.longitude) * KM_PER_DEGREE_EAST <= FARTHEST_KM:
                minutes[one, other] = minutes[other, one] = minutes_between(first, second, car)
    return minutes


FARTHEST_KM = 40.0
