"""Columns: whole rosters of single workers with their true price, each kept once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

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
from flexpool.planning.solvers.column_generation.pricing.untold import untold_price
from flexpool.planning.solvers.column_generation.pricing.window import Cells, span_of, windowed


@dataclass(frozen=True)
class Duals:
    """Prices: of one more on each day × slot, and of one more of each worker × slot."""

    cover: Floats
    capped: Floats


@dataclass(frozen=True)
class Part:
    """Whom to price, and which of their days stay as they are.

    Parameters
    ----------
    workers
        Marks the workers wanted.
    cells, open_days
        What all workers do now, and the days that are open; None when all days are.
    prices
        What their rosters cost; needed where only the open days are to be computed.
    wider
        The part of which this is a part: its tables serve here as well.
    """

    workers: npt.NDArray[np.bool_]
    cells: Cells | None = None
    open_days: npt.NDArray[np.bool_] | None = None
    prices: Floats | None = None
    wider: Part | None = None
    made: dict[int, Pricing | None] = field(init=False, default_factory=dict, compare=False)

    def only(self, workers: npt.NDArray[np.bool_]) -> Part:
        """Give the same part for fewer workers."""
        return replace(self, workers=workers, wider=self.wider or self)

    def of(self, pricing: Pricing) -> Pricing | None:
        """Give the dynamic program for this part, None when nobody in it is wanted."""
        key = id(pricing)
        if key not in self.made:
            self.made[key] = self._of(pricing)
        return self.made[key]

    def _of(self, pricing: Pricing) -> Pricing | None:
        rows = pricing.group.workers
        wanted = np.nonzero(self.workers[rows])[0]
        if not len(wanted):
            return None
        whole = self.wider.of(pricing) if self.wider else None
        if self.wider and whole:
            return whole.of(np.flatnonzero(self.workers[rows[self.wider.workers[rows]]]))
        part = pricing if len(wanted) == len(rows) else pricing.of(wanted)
        if self.cells is None or self.open_days is None:
            return part
        held, span = self.cells[rows[wanted]], span_of(pricing, self.open_days)
        if span is None or self.prices is None:
            return part.holding(held, self.open_days)
        contract = pricing.problem.workers[rows[0]].contract
        untold = untold_price(pricing.problem, contract, rows[wanted], held)
        return windowed(part, held, span, self.prices[rows[wanted]] - untold)


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

    def __init__(self, problem: Problem, tracks: bool = True) -> None:
        self.problem = problem
        self.pricings = [Pricing(problem, group) for group in groups_of(problem, tracks)]

    @property
    def cells(self) -> int:
        """How many numbers the tables of all groups hold together."""
        return sum(pricing.size for pricing in self.pricings)

    def price(self, duals: Duals, most: int, only: Part | None = None) -> Found:
        """Find up to `most` cheapest rosters of each worker, of all or of a part."""
        least = np.full(len(self.problem.workers), np.inf)
        found: list[tuple[Ints, Cells, Floats]] = []
        doubt = 0.0
        for pricing in self.pricings:
            part = only.of(pricing) if only else pricing
            if part is None:
                continue
            workers, cells, prices, unsure = _price_group(part, duals, most)
            doubt += unsure
            np.minimum.at(least, workers, prices)
            contract = self.problem.workers[pricing.group.workers[0]].contract
            prices = prices + untold_price(self.problem, contract, workers, cells)
            found.append((workers, cells, prices))
        return Found(
            np.concatenate([part[0] for part in found]),
            np.concatenate([part[1] for part in found]),
            np.concatenate([part[2] for part in found]),
            least,
            doubt,
        )


def _price_group(pricing: Pricing, duals: Duals, most: int) -> tuple[Ints, Cells, Floats, float]:
    price, best_slot = _offered(pricing, duals)
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
        outside[:, pricing.first_day : pricing.first_day + pricing.days] = cells
        cells = outside
    return workers, cells, prices, _doubt(price)


def _offered(pricing: Pricing, duals: Duals) -> tuple[Floats, Ints]:
    """Give worker × day × class: the best price at the duals, and in which slot."""
    group, span = pricing.group, slice(pricing.first_day, pricing.first_day + pricing.days)
    shape = (len(group.workers), pricing.days, len(group.classes.slots))
    price, best_slot = np.empty(shape), np.empty(shape, dtype=np.int64)
    for number, slots in enumerate(group.classes.slots):
        paid = duals.cover[None, span, slots] + duals.capped[group.workers][:, None, slots]
        reduced = pricing.cost[:, :, slots] - paid
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


__all__ = ["Columns", "Duals", "Found", "Group", "Part", "at_duals"]
