"""What the model minimises: prices of placements and of everything outside a priced limit."""

from __future__ import annotations

from ortools.sat.python import cp_model

from flexpool.planning.solvers.cpsat.variables import Variables


def minimise(variables: Variables) -> None:
    """Set the objective: the same sum that the judge counts."""
    tables = variables.problem.tables
    weights: list[int] = [weight for weight, _ in variables.prices]
    terms: list[cp_model.IntVar] = [variable for _, variable in variables.prices]
    constant = int(tables.off_cost.sum())
    for worker, days in enumerate(variables.slots_on):
        for day, slots in enumerate(days):
            for slot, variable in slots.items():
                difference = int(tables.cost[worker, day, slot] - tables.off_cost[worker, day])
                if difference:
                    weights.append(difference)
                    terms.append(variable)
    variables.model.minimize(cp_model.LinearExpr.weighted_sum(terms, weights) + constant)
