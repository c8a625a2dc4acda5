"""The best whole rosters among known columns, by HiGHS' branch and bound."""

from __future__ import annotations

import highspy
import numpy as np

from flexpool.planning.solvers.column_generation.mix.master import Master
from flexpool.planning.solvers.column_generation.pricing.automaton import Ints

FEASIBLE = 2  # HiGHS' number for a primal feasible point


def best_whole(
    master: Master, cutoff: float, seconds: float, seed: int, grain: float = 1.0
) -> Ints | None:
    """Give one column per worker with total price below the cutoff, or None.

    Only columns whose reduced cost leaves room below the cutoff take part: no other can be in a
    better choice. Costs are multiples of the grain, so the search ends when less is left.
    """
    room = cutoff - 1 - master.objective
    reduced = np.array(master.highs.getSolution().col_dual)[master.first_column :]
    useful = (reduced <= room + 1e-6) & master.fits
    program = _branch_and_bound(master, seconds, seed)
    program.setOptionValue("mip_abs_gap", grain - 0.01)
    places = master.first_column + np.arange(len(useful))
    program.changeColsBounds(
        len(places), places.astype(np.int32), np.zeros(len(places)), useful.astype(float)
    )
    chosen = places[useful].astype(np.int32)
    program.changeColsIntegrality(
        len(chosen), chosen, np.array([highspy.HighsVarType.kInteger] * len(chosen))
    )
    program.run()
    found = program.getInfo()
    is_better = found.objective_function_value + master.paid <= cutoff - 0.5
    if found.primal_solution_status != FEASIBLE or not is_better:
        return None
    values = np.array(program.getSolution().col_value)[master.first_column :]
    chosen_columns: Ints = np.nonzero(values > 0.5)[0]
    return chosen_columns


def _branch_and_bound(master: Master, seconds: float, seed: int) -> highspy.Highs:
    """Give a copy of the master's program, set up for whole numbers."""
    program = highspy.Highs()
    program.setOptionValue("output_flag", False)
    program.passModel(master.highs.getLp())
    for name, value in (
        ("threads", 1),
        ("time_limit", seconds),
        ("random_seed", seed),
        ("mip_rel_gap", 0.0),
    ):
        program.setOptionValue(name, value)
    return program
