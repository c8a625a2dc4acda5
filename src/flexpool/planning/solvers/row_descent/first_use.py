"""What takes time at the first use on a computer only: compiling the loops that plan rows."""

from __future__ import annotations

from itertools import count

from flexpool.planning.compiled import is_kept
from flexpool.planning.problem import Demand, Kind, Problem, Worker
from flexpool.planning.scoring import Referee
from flexpool.planning.solvers.row_descent import solver
from flexpool.planning.solvers.row_descent.first_rows import PASSES
from flexpool.planning.solvers.row_descent.moves.chains import untangle
from flexpool.planning.solvers.row_descent.one_row.within import row_within
from flexpool.planning.stop import WhenTold


def must_compile() -> bool:
    """Say whether the first rows on this computer begin with compiling."""
    return not (is_kept(untangle) and is_kept(row_within))


def compile_first() -> None:
    """Compile what rows need, once on a computer: other processes then find it there."""
    if must_compile():
        asked, enough = count(), 2 * PASSES
        solver.solve(Referee(_two_for_one_shift(), WhenTold(lambda: next(asked) > enough)), 0, 1)


def _two_for_one_shift() -> Problem:
    kind, team = Kind("early", 480, 420, 900), (Worker("a"), Worker("b"))
    demands = (Demand(0, "early", optimum=1, under_weight=1),)
    return Problem("two for one shift", 2, (kind,), team, demands)
