"""A part of a region as an ordinary problem: some workers, and what others leave of the demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from flexpool.planning.prices.cover import Cover, Ints
from flexpool.planning.problem import OFF, Demand, Problem, Worker
from flexpool.planning.problem.slots import slots_of
from flexpool.planning.solution import Grid


@dataclass(frozen=True)
class Part:
    """A problem cut out of a region.

    Parameters
    ----------
    problem
        An ordinary problem: any solver takes it, the one judge judges it.
    rows
        The rows of its workers in the region.
    slots
        The region's number of each slot of the part.
    """

    problem: Problem
    rows: Ints
    slots: Ints

    def outward(self, grid: Grid) -> Grid:
        """Give a grid of the part in slots of the region."""
        found: Grid = np.append(self.slots, OFF).astype(np.int32)[grid]
        return found

    def inward(self, grid: Grid) -> Grid:
        """Give the part's rows of the region's grid in slots of the part."""
        return self.inside(grid[self.rows])

    def inside(self, cells: Grid) -> Grid:
        """Give rosters in slots of the region as ones in slots of the part."""
        numbers = np.full(max(int(self.slots.max(initial=0)), int(cells.max(initial=0))) + 2, OFF)
        numbers[self.slots] = np.arange(len(self.slots))
        found: Grid = numbers[cells].astype(np.int32)
        return found


class Cutter:
    """Cuts parts out of a region.

    Parameters
    ----------
    problem, cover
        The region and its demand.
    """

    def __init__(self, problem: Problem, cover: Cover) -> None:
        self.problem, self.cover = problem, cover
        self.order = {kind.id: number for number, kind in enumerate(problem.kinds)}
        self.demands: dict[str, list[Demand]] = {}
        for demand in problem.demands:
            self.demands.setdefault(demand.kind, []).append(demand)

    def cut(self, rows: Sequence[int], others: Ints | None = None) -> Part:
        """Cut out workers with all kinds they may work.

        Parameters
        ----------
        rows
            The workers.
        others
            Day × slot that workers outside the part staff; None for nobody.
        """
        workers = tuple(self.problem.workers[row] for row in rows)
        chosen = self._kinds(workers)
        known = {self.problem.kinds[number].id for number in chosen}
        kinds = tuple(
            replace(kind, not_next_day=kind.not_next_day & known)
            for kind in (self.problem.kinds[number] for number in chosen)
        )
        demands = tuple(
            demand if others is None else self._left(demand, others)
            for kind in kinds
            for demand in self.demands.get(kind.id, ())
        )
        problem = replace(self.problem, kinds=kinds, workers=workers, demands=demands)
        numbers = [self.cover.number[slot] for slot in slots_of(kinds, workers, demands, ())]
        return Part(problem, np.array(rows, dtype=np.int64), np.array(numbers, dtype=np.int64))

    def _kinds(self, workers: Sequence[Worker]) -> list[int]:
        """Give the numbers of all kinds that these workers may work, or that they speak of."""
        if any(worker.kinds is None for worker in workers):
            return list(range(len(self.order)))
        return sorted({self.order[kind] for worker in workers for kind in _named(worker)})

    def _left(self, demand: Demand, others: Ints) -> Demand:
        """Give what others leave of a demand; what is over already costs the same anyhow."""
        taken = int(others[demand.day, self.cover.number[demand.kind, demand.skill]])
        return replace(
            demand,
            minimum=max(0, demand.minimum - taken),
            optimum=max(0, demand.optimum - taken),
            maximum=None if demand.maximum is None else max(0, demand.maximum - taken),
        )


def _named(worker: Worker) -> set[str]:
    """Give the kinds that a worker may work, and those that wishes, rules or history speak of."""
    named = set(worker.kinds or ()) | set(worker.kind_cost)
    named |= {one.kind for one in worker.requests} | {one.kind for one in worker.published}
    named |= {kind for _, kind in worker.unavailable}
    named |= {kind for kind, _ in worker.fixed.values()}
    named |= set(worker.contract.per_kind) | set(worker.contract.kind_run)
    named |= {worker.history.kind} if worker.history else set()
    return named - {""}
