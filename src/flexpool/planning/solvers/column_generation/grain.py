"""The unit in which a problem's costs go: no roster costs between two multiples of it.

Where every price is a multiple of five, a bound of 2011.5 is one of 2015, and only a neighbourhood
whose bound leaves room for five less is worth planning.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import Problem
from flexpool.planning.problem.tables import Tables
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


def grain_of(problem: Problem, pricings: Iterable[Pricing], *others: float) -> float:
    """Give the largest amount of which every cost is a multiple; 1 where there is none larger.

    Parameters
    ----------
    problem, pricings
        What to plan, and the programs that know all prices of rows.
    others
        Further prices.
    """
    tables = problem.tables
    known = [tables.under_weight, tables.over_weight, np.array(others)]
    known.append(np.maximum(0, tables.minimum_weight))  # below nothing where it must hold
    for pricing in pricings:
        known += _of_rows(pricing)
    known += [
        np.array([limit.over_weight or 0])
        for worker in problem.workers
        for limit in worker.contract.kind_run.values()
    ]
    amounts = np.concatenate([np.ravel(one).astype(float) for one in known])
    amounts = np.unique(np.abs(amounts[np.isfinite(amounts)]))
    whole = np.rint(amounts).astype(np.int64)
    if (whole != amounts).any():
        return 1.0
    return float(max(1, np.gcd.reduce(whole)))


def _of_rows(pricing: Pricing) -> list[npt.NDArray[np.floating]]:
    """Give all prices of a group's rows."""
    group = pricing.group
    found = [pricing.cost, pricing.off_cost, group.end, pricing.end_kind, pricing.day_kind]
    for run in (group.work, group.off):
        found += [run.ending, run.each_day]
    further = [one for one in group.beyond.prices if one is not None]
    return [*found, *further, np.array([group.half_weekend])]


def high_price(tables: Tables) -> float:
    """Give a price above what any one missing worker can cost otherwise.

    Not far above: the prices of a dive that falls short somewhere would be of nothing else. Where
    this turns out too low for a problem, it is raised.
    """
    weights = [
        int(getattr(tables, name).max(initial=0))
        for name in ("under_weight", "over_weight", "minimum_weight", "cost", "off_cost")
    ]
    return 3.0 * max(100, *weights)
