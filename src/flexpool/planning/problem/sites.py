"""What it costs to send a worker somewhere, or that it may not be: rules of worker × site.

A site is what these rules see of a kind of shift. In a region there are many kinds and few sites,
so each rule is asked once per worker and site.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem.demand import Kind
from flexpool.planning.problem.terms import Reach, Terms, Tier
from flexpool.planning.problem.worker import Worker


class Site(NamedTuple):
    """Where a shift is, and as what it is worked."""

    organisation: str
    place: str
    team: str
    function: str

    @property
    def home(self) -> str:
        """Where faces are known: the team where one is named, else the place."""
        return self.team or self.place


def site_of(kind: Kind) -> Site:
    """Give the site of a kind."""
    return Site(kind.organisation, kind.place, kind.team, kind.function)


@dataclass(frozen=True, slots=True)
class SiteRule:
    """One rule.

    Parameters
    ----------
    price
        Price of one assignment of a worker at a site; None when it may not be.
    applies
        Whether any of these workers is touched by it on these terms.
    """

    price: Callable[[Terms, Reach, Site], int | None]
    applies: Callable[[Terms, Sequence[Worker]], bool]


def tier_of(reach: Reach, site: Site) -> Tier:
    """Give the tier: own staff at their own organisation, otherwise as the worker is known."""
    is_own = bool(site.organisation) and reach.organisation == site.organisation
    return Tier.OWN if is_own else reach.tier


def _tier(terms: Terms, reach: Reach, site: Site) -> int | None:
    return terms.tiers.get(tier_of(reach, site), 0)


def _substitution(terms: Terms, reach: Reach, site: Site) -> int | None:
    if reach.functions is None or not site.function or site.function in reach.functions:
        return 0
    prices = [
        one.price
        for one in terms.substitutions
        if one.function == site.function
        and one.by in reach.functions
        and one.place in ("", site.place)
    ]
    return min(prices, default=None)


def _travel(terms: Terms, reach: Reach, site: Site) -> int | None:
    minutes = reach.travel_minutes.get(site.place, 0)
    if reach.most_travel is not None and minutes > reach.most_travel:
        return None
    return terms.travel_minute * minutes


def _willing(terms: Terms, reach: Reach, site: Site) -> int | None:
    if site.place in reach.never_at:
        return None
    return terms.unwilling if site.place in reach.rather_not_at else 0


def _known(terms: Terms, reach: Reach, site: Site) -> int | None:
    is_known = reach.familiar is None or site.home in reach.familiar
    return 0 if is_known else terms.unfamiliar


SITE_RULES: dict[str, SiteRule] = {
    "placement.substitution": SiteRule(
        _substitution, lambda _, workers: any(w.reach.functions is not None for w in workers)
    ),
    "placement.travel": SiteRule(
        _travel, lambda _, workers: any(w.reach.travel_minutes for w in workers)
    ),
    "placement.willing": SiteRule(
        _willing, lambda _, workers: any(w.reach.never_at or w.reach.rather_not_at for w in workers)
    ),
    "placement.tier": SiteRule(_tier, lambda terms, _: any(terms.tiers.values())),
    "continuity.known": SiteRule(
        _known,
        lambda terms, workers: (
            terms.unfamiliar > 0 and any(w.reach.familiar is not None for w in workers)
        ),
    ),
}


def site_prices(
    terms: Terms, workers: Sequence[Worker], sites: Sequence[Site]
) -> npt.NDArray[np.int64]:
    """Give worker × site: the price of all rules together, -1 where one forbids it."""
    found = np.zeros((len(workers), len(sites)), dtype=np.int64)
    for rule in (rule for rule in SITE_RULES.values() if rule.applies(terms, workers)):
        for row, worker in enumerate(workers):
            for column, site in enumerate(sites):
                price = rule.price(terms, worker.reach, site)
                if price is None:
                    found[row, column] = -1
                elif found[row, column] >= 0:
                    found[row, column] += price
    return found
