"""Columns: whole rosters of single workers with their true price, each kept once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solvers.column_generation.pricing.automaton import (
    Floats,
    Group,
    Ints,
    groups_of,
)
from flexpool.planning.solvers.column_generation.pricing.laying_out import rules_of
from flexpool.planning.solvers.column_generation.pricing.loops.cheapest import several
from flexpool.planning.solvers.column_generation.pricing.program import Pricing
from flexpool.planning.solvers.column_generation.pricing.runs import Cells
from flexpool.planning.solvers.column_generation.pricing.window import Part


@dataclass(frozen=True)
class Duals:
    """Prices: of one more on each day × slot, and of one more of each worker × slot."""

    cover: Floats
    capped: Floats


@dataclass(frozen=True)
class Found:
    """What a pricing gives: rosters (worker rows, cells, price at the duals), least per worker.

    `doubt` is what rounding may have added to the sum of the least.
    """

    workers: Ints
    cells: Cells
    prices: Floats
    least: Floats
    doubt: float

    def costs(self, duals: Duals) -> Floats:
        """Give what each roster costs by itself, where these were the duals."""
        return np.rint(self.prices + at_duals(self.cells, self.workers, duals))


class Columns:
    """Prices all workers of a problem.

    Parameters
    ----------
    problem
        What to plan.
    tracks
        Whether rosters keep the tightest maximum of their worker exactly.
    """

    thinks_twice = False
    """Whether more can be found at the same prices when nothing was found in haste."""

    def __init__(self, problem: Problem, tracks: bool = True) -> None:
        self.problem = problem
        self.pricings = [Pricing(problem, group) for group in groups_of(problem, tracks)]

    @property
    def cells(self) -> int:
        """How many numbers the tables of all groups hold together."""
        return sum(pricing.size for pricing in self.pricings)

    def rough(self) -> Columns:
        """Give the same without the maximum."""
        return Columns(self.problem, tracks=False)

    def allows(self, workers: Ints, cells: Cells) -> npt.NDArray[np.bool_]:
        """Tell which rosters may be chosen: what a pricing does not know is asked only then."""
        del cells
        return np.ones(len(workers), dtype=np.bool_)

    @property
    def further_prices(self) -> list[float]:
        """The prices of rules that are not in the tables."""
        return []

    def tables_alone(self) -> Columns | None:
        """Give the same without what is not in the tables; None where all is."""
        return None

    def price(
        self, duals: Duals, most: int, only: Part | None = None, thorough: bool = True
    ) -> Found:
        """Find up to `most` cheapest rosters of each worker, of all or of a part."""
        del thorough  # the tables know all
        least = np.full(len(self.problem.workers), np.inf)
        found: list[tuple[Ints, Cells, Floats]] = []
        doubt = 0.0
        for pricing in self.pricings:
            part = only.of(pricing) if only else pricing
            if part is None:
                continue
            rows = price_rows(part, duals, most)
            workers = part.group.workers[rows.at]
            doubt += rows.doubt
            np.minimum.at(least, workers, rows.prices)
            prices = rows.prices + pricing.untold(workers, rows.cells)
            found.append((workers, rows.cells, prices))
        return Found(
            np.concatenate([part[0] for part in found]),
            np.concatenate([part[1] for part in found]),
            np.concatenate([part[2] for part in found]),
            least,
            doubt,
        )


class Rows(NamedTuple):
    """Rosters at given prices, of workers by their place in the program.

    `doubt` is what rounding may have added to the sum of the least.
    """

    at: Ints
    cells: Cells
    prices: Floats
    doubt: float


def price_rows(pricing: Pricing, duals: Duals, most: int, more: Floats | None = None) -> Rows:
    """Find the cheapest rosters of a program's workers, told apart by totals.

    Parameters
    ----------
    pricing, duals, most
        Whose, at which prices, and the most of each.
    more
        What work costs more, worker × day × slot, infinite for what may not be; None for nothing.
    """
    price, best_slot = _offered(pricing, duals, more)
    rules, count = rules_of(pricing), len(price)
    costs, rows = np.empty((count, most)), np.empty((count, most, pricing.days), dtype=np.int64)
    several(price, rules, costs, rows)
    chosen, number = np.nonzero(np.isfinite(costs))
    prices, classes = costs[chosen, number], rows[chosen, number]
    slots = best_slot[chosen[:, None], np.arange(pricing.days)[None], np.maximum(classes, 0)]
    cells = np.where(classes >= 0, slots, OFF).astype(np.int32)
    workers = pricing.group.workers[chosen]
    if pricing.around:
        outside = pricing.around.cells[chosen]
        prices += pricing.around.price[chosen] - at_duals(outside, workers, duals)
        if more is not None:
            prices += tolls(outside, more[chosen])
        outside[:, pricing.first_day : pricing.first_day + pricing.days] = cells
        cells = outside
    return Rows(chosen, cells, prices, _doubt(price))


def _offered(pricing: Pricing, duals: Duals, more: Floats | None) -> tuple[Floats, Ints]:
    """Give worker × day × class: the best price at the duals, and in which slot."""
    group, span = pricing.group, slice(pricing.first_day, pricing.first_day + pricing.days)
    shape = (len(group.workers), pricing.days, len(group.classes.slots))
    price, best_slot = np.empty(shape), np.empty(shape, dtype=np.int64)
    for number, slots in enumerate(group.classes.slots):
        paid = duals.cover[None, span, slots] + duals.capped[group.workers][:, None, slots]
        reduced = pricing.cost[:, :, slots] - paid
        if more is not None:
            reduced += more[:, span, slots]
        choice = reduced.argmin(axis=2)
        best_slot[:, :, number] = slots[choice]
        price[:, :, number] = np.take_along_axis(reduced, choice[:, :, None], axis=2)[:, :, 0]
    return price, best_slot


def _doubt(price: Floats) -> float:
    """Give what rounding can add up to: half an ulp a day of the most a roster can cost or gain."""
    largest = np.where(np.isfinite(price), np.abs(price), 0.0).max(axis=(0, 2), initial=0.0).sum()
    half_ulp = float(np.finfo(np.float64).eps) / 2
    return float(half_ulp * price.shape[1] * largest * len(price))


def at_duals(cells: Cells, workers: Ints, duals: Duals) -> Floats:
    """Give what the duals pay for each roster."""
    days = np.arange(cells.shape[1])
    works = cells != OFF
    slots = np.where(works, cells, 0)
    paid = duals.cover[days[None], slots] + duals.capped[workers[:, None], slots]
    total: Floats = np.where(works, paid, 0.0).sum(axis=1)
    return total


def tolls(cells: Cells, more: Floats) -> Floats:
    """Give what is paid more for each roster; roster × day × slot says how much."""
    rows, days, works = np.arange(len(cells))[:, None], np.arange(cells.shape[1]), cells != OFF
    total: Floats = np.where(works, more[rows, days, np.where(works, cells, 0)], 0.0).sum(axis=1)
    return total


__all__ = ["Columns", "Duals", "Found", "Group", "Part", "Rows", "at_duals", "price_rows", "tolls"]
