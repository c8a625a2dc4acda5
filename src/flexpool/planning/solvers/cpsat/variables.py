"""The decisions of the model: does this worker fill this slot on this day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from ortools.sat.python import cp_model

from flexpool.planning.problem import OFF, Problem
from flexpool.planning.solution import Roster

# OR-Tools is not type-checked here, so these names only tell the reader what is meant.
Literal: TypeAlias = Any
Sum: TypeAlias = Any


class Variables:
    """A Boolean per allowed worker × day × slot, and the views that constraints need of them."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.prices: list[tuple[int, cp_model.IntVar]] = []
        self.fixed_price = 0
        tables, allowed = problem.tables, problem.tables.allowed
        self.slots_on: list[list[dict[int, cp_model.IntVar]]] = [
            [
                {
                    slot: self.model.new_bool_var(f"x{worker},{day},{slot}")
                    for slot in range(len(tables.slots))
                    if allowed[worker, day, slot]
                }
                for day in range(problem.days)
            ]
            for worker in range(len(problem.workers))
        ]
        self.work = [[self.one_of(slots.values()) for slots in days] for days in self.slots_on]
        self._kinds: dict[tuple[int, int, int], Literal] = {}

    def one_of(self, choices: Iterable[cp_model.IntVar]) -> Literal:
        """Give a literal that is true when one of the choices, of which one may be, is."""
        chosen = list(choices)
        if not chosen:
            return self.model.new_constant(0)
        if len(chosen) == 1:
            return chosen[0]
        literal = self.model.new_bool_var("")
        self.model.add_exactly_one([*chosen, ~literal])
        return literal

    def kind(self, worker: int, day: int, kind: int) -> Literal:
        """Give the literal that this worker works this kind, with whatever skill."""
        key = worker, day, kind
        if key not in self._kinds:
            slot_kind = self.problem.tables.slot_kind
            self._kinds[key] = self.one_of(
                x for slot, x in self.slots_on[worker][day].items() if slot_kind[slot] == kind
            )
        return self._kinds[key]

    def kinds_on(self, worker: int, day: int) -> list[int]:
        """Give the kinds that this worker may work on a day."""
        slot_kind = self.problem.tables.slot_kind
        return sorted({int(slot_kind[slot]) for slot in self.slots_on[worker][day]})

    def can_work(self, worker: int, day: int, kind: int) -> bool:
        """Tell whether the kind is possible at all for this worker on this day."""
        slot_kind = self.problem.tables.slot_kind
        return any(slot_kind[slot] == kind for slot in self.slots_on[worker][day])

    def price(self, weight: int, variable: cp_model.IntVar) -> None:
        """Charge a weight per unit of a variable."""
        if weight:
            self.prices.append((weight, variable))

    def minutes(self, worker: int, days: Iterable[int]) -> Sum:
        """Give the working minutes of a worker over some days."""
        length = self.problem.tables.slot_minutes
        return cp_model.LinearExpr.sum(
            [
                int(length[slot]) * x
                for day in days
                for slot, x in self.slots_on[worker][day].items()
            ]
        )

    def hint(self, roster: Roster) -> None:
        """Give the model a roster to start from."""
        self.model.clear_hints()
        for worker, days in enumerate(self.slots_on):
            for day, slots in enumerate(days):
                for slot, variable in slots.items():
                    self.model.add_hint(variable, bool(roster.grid[worker, day] == slot))

    def read(self, value: cp_model.CpSolverSolutionCallback | cp_model.CpSolver) -> Roster:
        """Read the roster out of a solution."""
        grid = Roster.empty(self.problem).grid.copy()
        for worker, days in enumerate(self.slots_on):
            for day, slots in enumerate(days):
                chosen = [slot for slot, x in slots.items() if value.boolean_value(x)]
                grid[worker, day] = chosen[0] if chosen else OFF
        return Roster(grid)
