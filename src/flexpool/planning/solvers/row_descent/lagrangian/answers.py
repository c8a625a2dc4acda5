"""What workers would take at given prices, all limits on totals being prices too.

Lagrangian relaxation: each worker answers alone with the cheapest path, so what all of them pay,
less what they are allowed at these prices, is never more than a lawful roster would cost.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.solvers.row_descent.board import Bounds, Scene
from flexpool.planning.solvers.row_descent.lagrangian.paths import cheapest_path
from flexpool.planning.solvers.row_descent.terms import (
    BEGINS_WEEKEND,
    ENDS_WEEKEND,
    MOST_WEEKENDS,
    Floats,
    Ints,
    Slots,
)


class Prices(NamedTuple):
    """A price for everything that workers share or have no more than so much of; or how much of
    it is taken, or how the sum changes with each price.

    Parameters
    ----------
    place
        Day × slot: what one more there saves.
    minute
        Per worker: what a minute costs, below nothing where too few are worked.
    kind
        Worker × kind: what a shift of a kind costs.
    weekend
        Per worker: what a weekend with work costs.
    """

    place: Floats
    minute: Floats
    kind: Floats
    weekend: Floats


@compiled
def answer(who: Ints, scene: Scene, prices: Prices, value: Floats, over: Prices) -> float:
    """Let some workers take the rows cheapest to them; give what that costs, limits priced in.

    Parameters
    ----------
    who, scene, prices
        Numbers of the workers; what holds; and what is asked.
    value
        Room for day × state.
    over
        Filled in for those workers: how many take each place, and how much more than allowed of
        minutes, kinds and weekends each takes.
    """
    slots, total = scene.slots, 0.0
    shape = prices.place.shape[0], slots.type_follows.shape[0]
    by_type, choice = np.empty(shape), np.empty(shape, dtype=np.int64)
    row = np.empty(shape[0], dtype=np.int64)
    for worker in who:
        _by_type(worker, scene, prices, by_type, choice)
        limits = scene.bounds.limits[worker]
        total += cheapest_path(by_type, slots, limits, prices.weekend[worker], value, row)
        over.minute[worker], over.weekend[worker], over.kind[worker] = 0.0, 0.0, 0.0
        for day in range(shape[0]):
            if row[day] >= 0:
                _take(worker, day, choice[day, row[day]], row, slots, over)
        total -= _allowed(worker, scene.bounds, prices, over)
    return total


@compiled
def _by_type(worker: int, scene: Scene, prices: Prices, by_type: Floats, choice: Ints) -> None:
    """Fill in the cheapest slot of each type on each day."""
    slots, alone, place = scene.slots, scene.alone[worker], prices.place
    extra = prices.minute[worker] * slots.minutes + prices.kind[worker][slots.kinds]
    by_type[:] = np.inf
    for day in range(place.shape[0]):
        for slot in range(place.shape[1]):
            one = slots.types[slot]
            asked = alone[day, slot] - place[day, slot] + extra[slot]
            if asked < by_type[day, one]:
                by_type[day, one], choice[day, one] = asked, slot


@compiled
def _take(worker: int, day: int, slot: int, row: Ints, slots: Slots, over: Prices) -> None:
    """Count a day of work."""
    over.place[day, slot] += 1.0
    over.minute[worker] += slots.minutes[slot]
    over.kind[worker, slots.kinds[slot]] += 1.0
    is_second = slots.weekend[day] == ENDS_WEEKEND and row[day - 1] >= 0
    if slots.weekend[day] == BEGINS_WEEKEND or (
        slots.weekend[day] == ENDS_WEEKEND and not is_second
    ):
        over.weekend[worker] += 1.0


@compiled
def _allowed(worker: int, bounds: Bounds, prices: Prices, over: Prices) -> float:
    """Give what a worker may have, at these prices; leave in `over` what is more than that."""
    weekends = bounds.limits[worker, MOST_WEEKENDS]
    found = prices.weekend[worker] * weekends
    over.weekend[worker] -= weekends
    for kind in range(prices.kind.shape[1]):
        found += prices.kind[worker, kind] * bounds.most_of_kind[worker, kind]
        over.kind[worker, kind] -= bounds.most_of_kind[worker, kind]
    least, most = bounds.window[worker]
    rate, total = prices.minute[worker], over.minute[worker]
    if rate > 0 or total > most:
        over.minute[worker] = total - most
    elif rate < 0 or total < least:
        over.minute[worker] = total - least
    else:
        over.minute[worker] = 0.0
    return float(found + rate * (most if rate > 0 else least))
