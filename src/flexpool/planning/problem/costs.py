"""What each assignment and each day off costs by itself, whatever else is rostered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem.notice import Short, may_refuse
from flexpool.planning.problem.terms import Terms
from flexpool.planning.problem.worker import Worker

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


def columns_of(kind: str, slot_kind: Ints, kind_number: Mapping[str, int]) -> Bools:
    """Mark the slots of a kind; "" marks all."""
    if not kind:
        return np.ones(len(slot_kind), dtype=bool)
    columns: Bools = slot_kind == kind_number[kind]
    return columns


class Costs:
    """The price of each worker × day × slot, and of each worker × day off; grows by adding.

    Parameters
    ----------
    workers, days
        Who and how long.
    slot_kind, kind_number
        The kind of each slot, and the number of each kind.
    """

    def __init__(
        self, workers: int, days: int, slot_kind: Ints, kind_number: Mapping[str, int]
    ) -> None:
        self._slot_kind, self._kind_number = slot_kind, kind_number
        self.cost = np.zeros((workers, days, len(slot_kind)), dtype=np.int64)
        self.off_cost = np.zeros((workers, days), dtype=np.int64)

    def add_placements(self, row: int, worker: Worker, terms: Terms) -> None:
        """Add the price per kind, of wishes, and of changes of what was published."""
        for kind, price in worker.kind_cost.items():
            self.cost[row][:, self._columns(kind)] += price
        for request in worker.requests:
            chosen = self._columns(request.kind)
            if request.is_on:
                self._add_unless(row, request.day, chosen, request.weight * terms.wish_on)
            else:
                self.cost[row, request.day, chosen] += request.weight * terms.wish_off
        for promise in worker.published:
            if promise.kind:
                chosen = self._columns(promise.kind)
                self._add_unless(row, promise.day, chosen, promise.weight)
            else:
                self.cost[row, promise.day] += promise.weight

    def add_beyond_agreed(self, row: int, worker: Worker, price: int) -> None:
        """Add the price of shifts that the worker may refuse."""
        for day in {day for day, _ in worker.beyond_agreed}:
            refusable = [may_refuse(worker, day, kind) for kind in self._kind_number]
            self.cost[row, day, np.array(refusable, dtype=bool)[self._slot_kind]] += price

    def add_short_notice(self, row: int, worker: Worker, short: Sequence[Short]) -> None:
        """Add the price of late calls and late cancellations."""
        notice = worker.contract.notice
        for one in short if notice is not None else ():
            assert notice is not None
            self.cost[row, one.day, one.calls[self._slot_kind]] += notice.call_weight or 0
            if one.told:
                chosen = self._columns(one.told)
                self._add_unless(row, one.day, chosen, notice.cancel_weight)

    def _add_unless(self, row: int, day: int, chosen: Bools, weight: int) -> None:
        """Add a price to all slots but the chosen ones, and to a day off."""
        self.off_cost[row, day] += weight
        self.cost[row, day, ~chosen] += weight

    def _columns(self, kind: str) -> Bools:
        return columns_of(kind, self._slot_kind, self._kind_number)
