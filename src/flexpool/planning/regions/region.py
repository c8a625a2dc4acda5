"""The one call that plans a region, on this machine or on many."""

from __future__ import annotations

from flexpool.planning.constraints import registry
from flexpool.planning.problem import Problem
from flexpool.planning.regions.executor import Executor, Here
from flexpool.planning.regions.planning import Planning, RegionParams
from flexpool.planning.regions.settling.first_use import compile_first
from flexpool.planning.result import Progress, Result
from flexpool.planning.solve import UnableToSolve
from flexpool.planning.stop import StopCriterion


def solve_region(
    problem: Problem,
    stop: StopCriterion,
    seed: int = 0,
    executor: Executor | None = None,
    params: RegionParams | None = None,
    progress: Progress | None = None,
) -> Result:
    """Find a good roster for a region, with a proven bound, without ever laying it out whole.

    Parameters
    ----------
    problem, stop, seed, progress
        As `solve` has them; the problem may be too large for tables of worker × day × slot.
    executor
        Where errands are done; in this process when None.
    params
        How to divide the time, and when it is good enough.

    Raises
    ------
    UnableToSolve, JudgedOtherwise
        When something ties workers together beyond cover; when judge and books disagree.
    """
    for one in registry.active(problem):
        if one.judge_cover and not one.id.startswith("cover."):
            raise UnableToSolve(f"{problem.name}: a region cannot be divided with {one.id}")
    params = params or RegionParams()
    compile_first()  # once on a computer, some ten seconds that are not counted
    return Planning(problem, stop, seed, executor or Here(), params, progress).run()
