"""Puts a made-up region together: places, kinds of shift, staff, and demand that fits the staff."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from flexpool.planning.problem import Demand, Kind, Problem, Worker
from flexpool.planning.regions.generator.places import Site, sites_of, travel_minutes
from flexpool.planning.regions.generator.recipe import (
    FUNCTIONS,
    MISSING_WEIGHT,
    REST_MINUTES,
    SHIFT_MINUTES,
    SURPLUS_WEIGHT,
    TIME_SHARES,
    TIMES,
    Recipe,
)
from flexpool.planning.regions.generator.staff import Staffing, kind_id


def generate(recipe: Recipe, seed: int) -> Problem:
    """Draw a region: an ordinary problem, the same for the same recipe and seed."""
    rng = np.random.default_rng(seed)
    sites = sites_of(recipe, rng)
    staffing = Staffing(recipe, sites, travel_minutes(sites), rng)
    staff = [
        [staffing.worker(place, number) for number in range(site.staff)]
        for place, site in enumerate(sites)
    ]
    kinds = [kind for site in sites for kind in _kinds(site)]
    demands = [
        demand
        for site, workers in zip(sites, staff, strict=True)
        for demand in _demands(site, workers, recipe, rng)
    ]
    return Problem(
        f"region-{recipe.workers}-{seed}",
        recipe.days,
        tuple(kinds),
        tuple(worker for workers in staff for worker in workers),
        tuple(demands),
        first_date=recipe.first_date,
        rest_minutes=REST_MINUTES,
        only_demanded=True,
    )


def _kinds(site: Site) -> list[Kind]:
    return [
        Kind(
            kind_id(site, function, time),
            SHIFT_MINUTES,
            starts,
            starts + SHIFT_MINUTES,
            organisation=site.organisation,
            place=site.id,
            function=function,
            is_night=time == "night",
        )
        for function in FUNCTIONS
        for time, starts in TIMES
    ]


def _demands(
    site: Site, workers: list[Worker], recipe: Recipe, rng: np.random.Generator
) -> list[Demand]:
    """Ask what the staff of a place can give: per function, divided over the times of day.

    Fractions are rounded by chance, so that the days differ and the sum fits.
    """
    given: dict[str, float] = defaultdict(float)
    for worker in workers:
        limit = worker.contract.assignments
        assert limit is not None
        own = max(worker.kinds or (), key=lambda kind: _level_at(site, kind)).split()[1]
        given[own] += (limit.maximum or 0) * recipe.load / recipe.days
    demands = []
    for function in FUNCTIONS:
        for (time, _), share in zip(TIMES, TIME_SHARES, strict=True):
            for day in range(recipe.days):
                wanted = int(given[function] * share + rng.random())
                if wanted:
                    demands.append(_demand(site, day, function, time, wanted))
    return demands


def _level_at(site: Site, kind: str) -> int:
    """Give the level of a kind at this place; -1 elsewhere."""
    place, function, _ = kind.split()
    return FUNCTIONS.index(function) if place == site.id else -1


def _demand(site: Site, day: int, function: str, time: str, wanted: int) -> Demand:
    return Demand(
        day,
        kind_id(site, function, time),
        optimum=wanted,
        under_weight=MISSING_WEIGHT[function],
        over_weight=SURPLUS_WEIGHT,
    )
