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
    """Where everybody may work: the places of one worker after those of another.

    Parameters
    ----------
    first
        Worker: the number of the first place; and once more what comes after the last.
    slots, classes
        Per place: the slot, and its class.
    alone
        Day × place: what work there costs by itself, infinite when not allowed.
    class_of
        The class of each slot.
    first_other, others, theirs
        The same the other way: the workers of one slot after those of another, and which of their
        places it is.
    """

    first: Ints
    slots: Ints
    classes: Ints
    alone: Floats
    class_of: Ints
    first_other: Ints
    others: Ints
    theirs: Ints


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
    shape = len(places.alone), int(places.class_of.max()) + 1
    return Offer(np.empty(shape), np.zeros(shape, dtype=np.int64), np.empty(shape))


def calm_of(places: Places) -> Floats:
    """Give day × place of one worker, nothing to be added to any of them."""
    return np.zeros((len(places.alone), max(1, int(np.diff(places.first).max(initial=0)))))


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
    class_of = np.empty(sum(map(len, classes)), dtype=np.int64)
    for one, slots in enumerate(classes):
        class_of[slots] = one
    prices = np.empty((len(problem.workers), problem.days, len(class_of)))
    for pricing in pricings:
        prices[pricing.group.workers] = pricing.cost
    may: Bools = np.asarray(np.isfinite(prices).any(axis=1))
    workers, places = np.nonzero(may)
    first = np.concatenate([[0], np.cumsum(may.sum(axis=1))]).astype(np.int64)
    alone = np.ascontiguousarray(prices[workers, :, places].T)
    theirs = np.argsort(places, kind="stable")
    after = np.searchsorted(places[theirs], np.arange(len(class_of) + 1)).astype(np.int64)
    others = workers[theirs], theirs
    return Places(first, places, class_of[places], alone, class_of, after, *others)


def neighbours(places: Places) -> list[Ints]:
    """Give, per worker, those with whom a slot is shared."""
    of_slot: dict[int, list[int]] = {}
    own = [one.tolist() for one in np.split(places.slots, places.first[1:-1])]
    for worker, slots in enumerate(own):
        for slot in slots:
            of_slot.setdefault(slot, []).append(worker)
    return [
        np.array(
            sorted({one for slot in slots for one in of_slot[slot]} - {worker}), dtype=np.int64
        )
        for worker, slots in enumerate(own)
    ]


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
        Day × place of this worker, added to its worth.
    offer
        The answer.
    """
    price, slots, classes, alone = offer.price, places.slots, places.classes, places.alone
    first, after = places.first[worker], places.first[worker + 1]
    price[:] = np.inf
    for day in range(price.shape[0]):
        for place in range(first, after):
            paid = worth[day, slots[place]] + unrest[day, place - first]
            cost, one = alone[day, place] + paid, classes[place]
            if cost < price[day, one]:
                price[day, one], offer.slots[day, one] = cost, slots[place]
                offer.paid[day, one] = paid
