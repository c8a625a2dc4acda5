"""The cheapest roster of every worker of a group at given prices, by dynamic programming over days.

Here is what holds for a group of workers; `loops` computes with it. A state is a block with the
days in a row at work, or days in a row off; a block is a memory of the last kind with the days on
that kind.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

import numpy as np
import numpy.typing as npt

from flexpool.planning.problem import Problem
from flexpool.planning.solvers.column_generation.pricing.automaton import Floats, Group, Ints
from flexpool.planning.solvers.column_generation.pricing.layer import Endings, Surroundings
from flexpool.planning.solvers.column_generation.pricing.loops.rules import Rules
from flexpool.planning.solvers.column_generation.pricing.runs import Cells
from flexpool.planning.solvers.column_generation.pricing.untold import untold_price

SATURDAY, SUNDAY = 5, 6


class Pricing:
    """The dynamic program of one group.

    Its days are those of the horizon from `first_day` on; `around` tells what stays as it is
    before and after them, None when it is nothing. `beside` gives what rosters cost by the rules
    that the tables leave out altogether; None where there are none.
    """

    first_day: int
    around: Surroundings | None
    beside: Callable[[Ints, Cells], Floats] | None = None

    def __init__(self, problem: Problem, group: Group) -> None:
        self.problem, self.group = problem, group
        self.days, self.count = problem.days, len(group.workers)
        self.first_day, self.around = 0, None
        self.rules: Rules | None = None
        classes = group.classes
        self.blocks = [
            (memory, length)
            for memory, run in enumerate(classes.kind_runs)
            for length in range(run.cap)
        ]
        self.memory_of: Ints = np.array([memory for memory, _ in self.blocks])
        self.first_block: Ints = np.array(
            [self.blocks.index((memory, 0)) for memory in range(len(classes.kind_runs))]
        )
        self._price_cells()
        runs = classes.kind_runs
        self.end_kind = np.array([runs[m].ending[j] for m, j in self.blocks])
        self.day_kind = np.array([runs[m].each_day[j] for m, j in self.blocks])
        self.enters, self.lengthens = self._links()
        self.units: Ints = np.array(group.units)

    def _price_cells(self) -> None:
        """Set the price of each worker × day × slot, and of each day off."""
        problem, rows = self.problem, self.group.workers
        tables = problem.tables
        allowed = tables.allowed[rows]
        if problem.only_demanded:
            allowed = allowed & tables.asked[None]
        self.cost = np.where(allowed, tables.cost[rows].astype(float), np.inf)
        self.off_cost = tables.off_cost[rows].astype(float)
        for number, row in enumerate(rows):
            for day, (kind, _) in problem.workers[row].fixed.items():
                if kind:
                    self.off_cost[number, day] = np.inf

    def _links(self) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
        """Give class × block: it may begin there the next day; block × block: it may go on."""
        classes = self.group.classes
        enters = np.zeros((len(classes.slots), len(self.blocks)), dtype=bool)
        lengthens = np.zeros((len(self.blocks), len(self.blocks)), dtype=bool)
        for number, memory in enumerate(classes.memory):
            own = classes.has_own_run(memory)
            for block, (source, _) in enumerate(self.blocks):
                enters[number, block] = source in classes.after[number]
                if own and source == memory:
                    enters[number, block] = False
            if own and memory in classes.after[number]:
                first, run = self.first_block[memory], classes.kind_runs[memory]
                for length in range(run.cap - 1):
                    lengthens[first + length, first + length + 1] = True
                lengthens[first + run.cap - 1, first + run.cap - 1] = run.loops
        return enters, lengthens

    def of(self, chosen: Ints) -> Pricing:
        """Give the same program for some workers of the group only."""
        part = copy(self)
        part.group = self.group.only(chosen)
        part.cost, part.off_cost = self.cost[chosen], self.off_cost[chosen]
        part.around = self.around.only(chosen) if self.around else None
        part.rules = self.rules.only(chosen) if self.rules else None
        return part

    def holding(self, cells: npt.NDArray[np.int32], open_days: npt.NDArray[np.bool_]) -> Pricing:
        """Give the same program in which all but some days stay as in the cells of its workers."""
        part, part.rules = copy(self), None
        slots = np.arange(self.cost.shape[2])
        stays = (cells[:, :, None] == slots) | open_days[None, :, None]
        part.cost = np.where(stays, self.cost, np.inf)
        is_off = (cells < 0) | open_days[None]
        part.off_cost = np.where(is_off, self.off_cost, np.inf)
        return part

    def untold(self, workers: Ints, cells: Cells) -> Floats:
        """Give what rosters of these workers cost that the tables leave out."""
        contract = self.problem.workers[self.group.workers[0]].contract
        price = untold_price(self.problem, contract, workers, cells)
        return price if self.beside is None else price + self.beside(workers, cells)

    @property
    def first_off(self) -> int:
        """The number of states at work; those off come after them."""
        return len(self.blocks) * self.group.work.cap

    def state_at_work(self, memory: int, kind_run: int, work_run: int) -> int:
        """Give the state after so many days on the kind of a memory, and at work."""
        length = min(kind_run, self.group.classes.kind_runs[memory].cap)
        longest = self.group.work.cap
        return int(self.first_block[memory] + length - 1) * longest + min(work_run, longest) - 1

    def state_off(self, run: int) -> int:
        """Give the state after so many days off."""
        return self.first_off + min(run, self.group.off.cap) - 1

    @property
    def least_units(self) -> int:
        """The fewest units with which a roster may end."""
        return int(np.isfinite(self.group.end).any(axis=(0, 1, 3)).argmax())

    @property
    def size(self) -> int:
        """How many numbers the layers hold together."""
        group = self.group
        states = len(self.blocks) * group.work.cap + group.off.cap
        totals = (group.most_units + 1) * (group.most_weekends + 1) * (group.most_tracked + 1)
        return self.days * len(group.workers) * states * totals

    def band(self, day: int, least: int) -> slice:
        """Give the units that can stand at the end of a day: earned by then, enough by the end."""
        longest = max(self.group.units)
        high = min(self.group.most_units, self._most_days(day + 1) * longest)
        low = least - (self._most_days(self.days - day - 1) + 1) * longest
        return slice(0 if day == 0 else max(0, low), high + 1)

    def _most_days(self, days: int) -> int:
        """Give the most days one can work of so many, where runs are hard."""
        work, off = self.group.work, self.group.off
        if work.loops:
            return days
        rest = int(np.isinf(off.ending).all(axis=1).sum()) + 1
        whole, part = divmod(days, work.cap + rest)
        return whole * work.cap + min(part, work.cap) + (work.cap if self.days > days else 0)

    def weekends(self, day: int) -> slice:
        """Give the numbers of weekends that can stand at the end of a day."""
        begun = sum(self.weekday(one) == SATURDAY for one in range(day + 1))
        return slice(min(self.group.most_weekends, begun + (self.weekday(0) == SUNDAY)) + 1)

    def weekday(self, day: int) -> int:
        """Give the weekday, 0 is Monday; days are counted from the first that is planned."""
        return (day + self.first_day + self.problem.first_weekday) % 7

    def begins_unknown(self, day: int) -> bool:
        """Whether nothing is known of what comes before this day."""
        return day + self.first_day == 0 and not self.group.knows_history

    def is_second_half(self, day: int) -> bool:
        """Whether the day is a Sunday whose Saturday lies in the horizon."""
        return self.weekday(day) == SUNDAY and day + self.first_day > 0

    def new_weekend(self, day: int) -> int:
        """Give the weekends that begin with work on this day after a day off."""
        return int(self.weekday(day) >= SATURDAY)

    def endings(self, day: int) -> Endings:
        """Give the prices of ending, on this day, runs at work, off and on a kind.

        A run that touches the first day is not bound by a minimum when the history is unknown.
        """
        work, off, kind = self.group.work.ending, self.group.off.ending, self.end_kind
        if not self.group.knows_history:
            day += self.first_day
            work, off, kind = work.copy(), off.copy(), kind.copy()
            if 0 < day <= len(work):
                work[day - 1] = 0.0
            if 0 < day <= len(off):
                off[day - 1] = 0.0
            kind[[j + 1 == day for _, j in self.blocks]] = 0.0
        return Endings(work, off, kind)
