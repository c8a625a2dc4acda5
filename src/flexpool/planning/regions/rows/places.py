"""Where the workers of a part may work at what price, and what is best of it at given prices."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from flexpool.planning.compiled import compiled
from flexpool.planning.problem import Problem
from flexpool.planning.solvers.column_generation.pricing.automaton import groups_of
from flexpool.planning.solvers.column_generation.pricing.loops.automaton import Bools, Floats, Ints
from flexpool.planning.solvers.column_generation.pricing.program import Pricing


class Places(NamedTuple):
    """Where everybody may work.

    Parameters
    ----------
    reach
        Worker × class × number: the slots of the class that are open to the worker, then -1.
    alone
        Day × worker × class × number: what work there costs by itself, infinite when not allowed.
    class_of
        The class of each slot.
    """

    reach: Ints
    alone: Floats
    class_of: Ints


class Offer(NamedTuple):
    """What a worker is offered, day × class.

    Parameters
    ----------
    price, slots
        The best price and where; infinite where no place of the class is open.
    paid
        What of the price is the worth of the place.
    """

    price: Floats
    slots: Ints
    paid: Floats


def empty_offer(places: Places) -> Offer:
    """Give room for an offer."""
    shape = places.alone.shape[0], places.alone.shape[2]
    return Offer(np.empty(shape), np.zeros(shape, dtype=np.int64), np.empty(shape))


def pricings_of(problem: Problem) -> list[Pricing] | None:
    """Give the groups of a problem; None when rows cannot be planned this way.

    All must divide the kinds in the same classes, and no kind may have a maximum of its own.
    """
    contracts = [worker.contract for worker in problem.workers]
    if any(contract.per_kind or contract.kind_run for contract in contracts):
        return None
    found = [Pricing(problem, group) for group in groups_of(problem)]
    same = [_parts(pricing) == _parts(found[0]) for pricing in found]
    return found if all(same) else None


def _parts(pricing: Pricing) -> list[list[int]]:
    return [slots.tolist() for slots in pricing.group.classes.slots]


def places_of(problem: Problem, pricings: list[Pricing]) -> Places:
    """Lay out who may work where at what price."""
    classes = pricings[0].group.classes.slots
    count = sum(map(len, classes))
    prices = np.empty((len(problem.workers), problem.days, count))
    for pricing in pricings:
        prices[pricing.group.workers] = pricing.cost
    may: Bools = np.asarray(np.isfinite(prices).any(axis=1))
    class_of = np.empty(count, dtype=np.int64)
    most = max(1, max(int(may[:, slots].sum(axis=1).max()) for slots in classes))
    reach = np.full((len(problem.workers), len(classes), most), -1, dtype=np.int64)
    alone = np.full((problem.days, *reach.shape), np.inf)
    for one, slots in enumerate(classes):
        class_of[slots] = one
        for worker, own in enumerate(may[:, slots]):
            chosen = slots[own]
            reach[worker, one, : len(chosen)] = chosen
            alone[:, worker, one, : len(chosen)] = prices[worker][:, chosen]
    return Places(reach, alone, class_of)


@compiled
def priced(worker: int, worth: Floats, unrest: Floats, places: Places, offer: Offer) -> None:
    """Fill in what work would cost a worker at the worth of places.

    Parameters
    ----------
    worker, places
        Who, and where that one may work.
    worth
        Day × slot: what one more there costs.
    unrest
        Day × class × number, added to the worth of a place.
    offer
        The answer.
    """
    price, reach, alone = offer.price, places.reach, places.alone
    price[:] = np.inf
    for day in range(price.shape[0]):
        for one in range(price.shape[1]):
            for number in range(reach.shape[2]):
                slot = reach[worker, one, number]
                if slot < 0:
                    break
                paid = worth[day, slot] + unrest[day, one, number]
                cost = alone[day, worker, one, number] + paid
                if cost < price[day, one]:
                    price[day, one], offer.slots[day, one] = cost, slot
                    offer.paid[day, one] = paid
