"""What the law leaves of the plan: no shift that breaks it with what stands already, and cures."""

from __future__ import annotations

from flexpool.planning.constraints.lawful import breaches, fixed_shifts, shift_on
from flexpool.planning.problem import OFF
from flexpool.planning.scoring.unlawful import CURABLE
from flexpool.planning.solution import Roster
from flexpool.planning.solvers.cpsat.law.lawyer import Lawyer
from flexpool.planning.solvers.cpsat.variables import Variables
from flexpool.staffing import Shift

NEAR_DAYS = 2


def leave_out_unlawful(variables: Variables) -> None:
    """Leave out every shift that breaks the law together with what stands already near it."""
    for worker in range(len(variables.problem.workers)):
        _near_fixed(variables, worker)


def _near_fixed(variables: Variables, worker: int) -> None:
    problem = variables.problem
    who, fixed = problem.workers[worker], fixed_shifts(problem, worker)
    for day, slots in enumerate(variables.slots_on[worker]):
        if day in who.fixed:
            continue
        for slot, chosen in slots.items():
            shift = shift_on(problem, day, int(problem.tables.slot_kind[slot]))
            near = tuple(other for other in fixed if _is_near(shift, other))
            found = breaches(near, (shift,), who.age_group, problem.law_profile)
            if any(one.rule not in CURABLE for one in found):
                variables.model.add(chosen == 0)


def _is_near(shift: Shift, other: Shift) -> bool:
    between = max(
        (other.period.starts_at - shift.period.ends_at).days,
        (shift.period.starts_at - other.period.ends_at).days,
    )
    return between < NEAR_DAYS


def cured(lawyer: Lawyer, roster: Roster) -> Roster:
    """Give the roster without the shifts that break the law, and learn from each."""
    grid = roster.grid.copy()
    for worker in range(grid.shape[0]):
        row = [int(slot) for slot in grid[worker]]
        for day in lawyer.learn(worker, row):
            grid[worker, day] = OFF
    return Roster(grid)
