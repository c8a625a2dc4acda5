"""The dynamic program of a part: some workers, and some days, all others staying as they are.

Its tables know only what can still differ: the units, weekends and tracked shifts of the days that
are planned. Three weeks of a year are priced as fast as three weeks.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import OFF
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Group, Ints
from flexpool.planning.solvers.column_generation.pricing.beyond import carried_on
from flexpool.planning.solvers.column_generation.pricing.eve import eve_of, starts_of
from flexpool.planning.solvers.column_generation.pricing.layer import Surroundings
from flexpool.planning.solvers.column_generation.pricing.laying_out import rules_of
from flexpool.planning.solvers.column_generation.pricing.loops.cheapest import several
from flexpool.planning.solvers.column_generation.pricing.program import SATURDAY, Pricing
from flexpool.planning.solvers.column_generation.pricing.runs import Cells
from flexpool.planning.solvers.column_generation.pricing.tail import tail_of


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
        untold = pricing.untold(rows[wanted], held)
        return windowed(part, held, span, self.prices[rows[wanted]] - untold)


def span_of(pricing: Pricing, open_days: npt.NDArray[np.bool_]) -> range | None:
    """Give the open days when they are in a row and split no weekend at their end, else None."""
    days = np.flatnonzero(open_days)
    if not len(days) or days[-1] - days[0] + 1 != len(days):
        return None
    last = int(days[-1])
    splits = pricing.weekday(last) == SATURDAY and last + 1 < pricing.days
    return None if splits else range(int(days[0]), last + 1)


def windowed(pricing: Pricing, held: Cells, span: range, prices: Floats) -> Pricing:
    """Give the program for the days of the span.

    Parameters
    ----------
    pricing
        The program for all days, of the workers to plan.
    held, prices
        Their rosters now, and what these cost without what the tables leave out.
    span
        The days to plan; no weekend is split at their end.
    """
    outside = held.copy()
    outside[:, span.start : span.stop] = OFF
    part = copy(pricing)
    part.first_day, part.days, part.rules = span.start, len(span), None
    part.cost = pricing.cost[:, span.start : span.stop]
    part.off_cost = pricing.off_cost[:, span.start : span.stop]
    part.group = _within(part, class_of(pricing, outside))
    before = held[:, : span.start]
    eve = eve_of(part, class_of(pricing, before)) if span.start else starts_of(part)
    tail = tail_of(pricing, class_of(pricing, held), span.stop)
    part.around = Surroundings(outside, eve, tail, np.zeros(len(held)))
    now = _price_of(part, class_of(pricing, held[:, span.start : span.stop]), held)
    part.around, part.rules = replace(part.around, price=prices - now), None
    return part


def class_of(pricing: Pricing, cells: Cells) -> Ints:
    """Give the class of each cell, -1 for a day off."""
    classes = np.empty(len(pricing.problem.tables.slots) + 1, dtype=np.int64)
    classes[OFF] = -1
    for number, slots in enumerate(pricing.group.classes.slots):
        classes[slots] = number
    found: Ints = classes[cells]
    return found


def _within(part: Pricing, outside: Ints) -> Group:
    """Give the group with the totals that the days planned can still change."""
    group, works = part.group, outside >= 0
    units = np.where(works, part.units[outside], 0).sum(axis=1)
    weekends = _weekends(part, works)
    tracked = (works & (outside == group.tracked)).sum(axis=1)
    most_tracked = min(group.most_tracked, part.days)
    most_weekends = min(group.most_weekends, part.days // 7 + 1)
    most_units = min(group.most_units, part.days * max(group.units))
    further_weekends, further_units = group.beyond.prices
    end = carried_on(group.end, 2, units, most_units, further_units)
    end = carried_on(end, 1, weekends, most_weekends, further_weekends)
    end = carried_on(end, 0, tracked, most_tracked, None)
    useful = np.isfinite(end).any(axis=(0, 1, 3))
    most_units = int(np.flatnonzero(useful).max(initial=0))
    return replace(
        group,
        most_tracked=most_tracked,
        most_weekends=most_weekends,
        most_units=most_units,
        end=end[:, :, : most_units + 1],
    )


def _weekends(part: Pricing, works: npt.NDArray[np.bool_]) -> Ints:
    """Count the weekends with work."""
    found = np.zeros(len(works), dtype=np.int64)
    for pair in part.problem.tables.weekends:
        found += works[:, list(pair)].any(axis=1)
    return found


def _price_of(part: Pricing, classes: Ints, held: Cells) -> Floats:
    """Give what the program counts for the rosters as they are."""
    alone = copy(part)
    alone.rules = None
    alone.off_cost = np.where(classes < 0, part.off_cost, np.inf)
    price = np.full((len(held), part.days, len(part.group.classes.slots)), np.inf)
    worker, day = np.nonzero(classes >= 0)
    slot = held[worker, day + part.first_day]
    price[worker, day, classes[worker, day]] = part.cost[worker, day, slot]
    found, rows = np.empty((len(held), 1)), np.empty((len(held), 1, part.days), dtype=np.int64)
    several(price, rules_of(alone), found, rows)
    return found[:, 0]
