"""Who works in a made-up region: contract, level, willingness, wishes and sick leave."""

from __future__ import annotations

from functools import cache

import numpy as np

from flexpool.planning.problem import Contract, Limit, Request, Worker
from flexpool.planning.regions.generator.places import Site
from flexpool.planning.regions.generator.recipe import (
    FUNCTION_SHARES,
    FUNCTIONS,
    SHIFT_MINUTES,
    TIMES,
    WEEK_HOURS,
    WEEK_HOURS_SHARES,
    Recipe,
)

UNUSED_WEIGHT = 2
"""Price of a shift that the contract pays for and nobody asks."""
LONE_DAY_WEIGHT, HALF_WEEKEND_WEIGHT = 5, 5
MOST_IN_A_ROW, MOST_WEEKENDS = 5, 2
LOWER_LEVEL_COST, OTHER_ORGANISATION_COST, MINUTES_PER_POINT = 1, 2, 5
WISHES, WISH_WEIGHTS = 2, (1, 2, 3)
FREE_WEEKDAYS = {16: 2, 20: 1, 24: 1}
"""Weekdays on which a part-timer never works."""
SHORTEST_SPELL, LONGEST_SPELL = 3, 8


def kind_id(site: Site, function: str, time: str) -> str:
    """Give the name of a kind of shift."""
    return f"{site.id} {function} {time}"


@cache
def contract_of(week_hours: int, days: int, sick: int) -> Contract:
    """Give the rules of a contract; days of sick leave count as worked."""
    owed = round(week_hours * 60 * (days - sick) / 7 / SHIFT_MINUTES)
    return Contract(
        f"{week_hours} h, {sick} days sick",
        assignments=Limit(max(0, owed - 1), owed, under_weight=UNUSED_WEIGHT),
        weekends=Limit(maximum=MOST_WEEKENDS),
        weekend_days=Limit(minimum=2, under_weight=HALF_WEEKEND_WEIGHT),
        work_run=Limit(maximum=MOST_IN_A_ROW),
        off_run=Limit(minimum=2, under_weight=LONE_DAY_WEIGHT),
    )


class Staffing:
    """Draws workers one by one.

    Parameters
    ----------
    recipe, sites, minutes
        The region: what it is made of, its places and the travel between them.
    rng
        All chance.
    """

    def __init__(
        self, recipe: Recipe, sites: list[Site], minutes: np.ndarray, rng: np.random.Generator
    ) -> None:
        self.recipe, self.sites, self.minutes, self.rng = recipe, sites, minutes, rng

    def worker(self, home: int, number: int) -> Worker:
        """Draw a worker of a place."""
        site, rng = self.sites[home], self.rng
        hours = int(rng.choice(WEEK_HOURS, p=WEEK_HOURS_SHARES))
        level = int(rng.choice(len(FUNCTIONS), p=FUNCTION_SHARES))
        nights = rng.random() < self.recipe.works_nights
        costs, sick = self._kinds(home, level, nights), self._sick(site)
        return Worker(
            f"{site.id}-w{number + 1}",
            contract_of(hours, self.recipe.days, len(sick)),
            kinds=frozenset(costs),
            kind_cost={kind: cost for kind, cost in costs.items() if cost},
            days_off=frozenset(self._free(hours) | sick),
            requests=self._wishes(),
        )

    def _kinds(self, home: int, level: int, nights: bool) -> dict[str, int]:
        """Give the kinds this worker may work, with their price."""
        costs = {}
        for place, away in [(home, 0), *self._elsewhere(home)]:
            for function in FUNCTIONS[max(0, level - 1) : level + 1]:
                lower = LOWER_LEVEL_COST * (function != FUNCTIONS[level])
                for time, _ in TIMES if nights else TIMES[:2]:
                    costs[kind_id(self.sites[place], function, time)] = away + lower
        return costs

    def _elsewhere(self, home: int) -> list[tuple[int, int]]:
        """Give the other places where this worker is willing to work, with the price of each."""
        chance = self.rng.random()
        if chance >= self.recipe.willing + self.recipe.pooled:
            return []
        pooled = chance < self.recipe.pooled
        own = self.sites[home].organisation
        near = [
            int(place)
            for place in np.argsort(self.minutes[home], kind="stable")
            if self.minutes[home, place] <= self.recipe.most_minutes
            and (pooled or self.sites[place].organisation == own)
        ]
        most = 2 * self.recipe.most_elsewhere
        chosen = self.rng.permutation(near[:most])[: self.recipe.most_elsewhere]
        return [(int(place), self._price(home, int(place))) for place in chosen]

    def _price(self, home: int, place: int) -> int:
        other = self.sites[place].organisation != self.sites[home].organisation
        return int(self.minutes[home, place]) // MINUTES_PER_POINT + OTHER_ORGANISATION_COST * other

    def _free(self, hours: int) -> set[int]:
        weekdays = self.rng.choice(5, FREE_WEEKDAYS.get(hours, 0), replace=False)
        return {day for day in range(self.recipe.days) if day % 7 in weekdays}

    def _sick(self, site: Site) -> set[int]:
        """Give days of sick leave: the whole horizon for some, a spell for others."""
        share, days = self.recipe.sick_share(site.sector), self.recipe.days
        if self.rng.random() < share * self.recipe.long_sick:
            return set(range(days))
        length = int(self.rng.integers(SHORTEST_SPELL, LONGEST_SPELL + 1))
        if self.rng.random() >= share * (1 - self.recipe.long_sick) * days / length:
            return set()
        first = int(self.rng.integers(0, max(1, days - length + 1)))
        return set(range(first, min(days, first + length)))

    def _wishes(self) -> tuple[Request, ...]:
        days = self.rng.choice(self.recipe.days, min(WISHES, self.recipe.days), replace=False)
        weights = self.rng.choice(WISH_WEIGHTS, len(days))
        return tuple(
            Request(int(day), "", int(weight), is_on=False)
            for day, weight in zip(sorted(days), weights, strict=True)
        )
