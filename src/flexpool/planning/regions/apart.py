"""Solves each connected component of a problem by itself: what never meets need not wait."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np

from flexpool.planning.prices.cover import Cover
from flexpool.planning.problem import OFF, Problem
from flexpool.planning.regions.neighbourhoods import Posts, at_home, divide
from flexpool.planning.regions.parts import Cutter, Part
from flexpool.planning.result import Result
from flexpool.planning.scoring import judge
from flexpool.planning.solution import Roster
from flexpool.planning.solve import Params, solve
from flexpool.planning.stop import AnyOf, MaxRuntime, StopCriterion


def components(problem: Problem) -> list[Part]:
    """Cut a problem into its connected components; demand that nobody can meet stays with none."""
    posts, cutter = Posts(problem), Cutter(problem, Cover(problem))
    parts = (at_home(posts, part) for part in divide(posts, np.inf))
    return [cutter.cut(rows) for rows in parts if rows]


def solve_apart(
    problem: Problem, stop: StopCriterion, seed: int = 0, params: Params | None = None
) -> Result:
    """Solve each component in turn with the one `solve`, as `solve` does; judged as a whole.

    Each gets a share of the time that is left by its number of workers. The problem must be small
    enough for the judge to see it in one piece.
    """
    began, parts = time.perf_counter(), components(problem)
    found: list[Result] = []
    for number, part in enumerate(parts):
        waiting = sum(len(one.rows) for one in parts[number:])
        left = stop.seconds_left(time.perf_counter() - began) * len(part.rows) / waiting
        until = AnyOf(stop, MaxRuntime(left)) if np.isfinite(left) else stop
        found.append(solve(part.problem, until, seed, params))
    roster = _together(problem, parts, found)
    score = judge(problem, roster) if roster else None
    return replace(
        found[0],
        roster=roster,
        objective=score.objective if score else None,
        bound=sum(result.bound for result in found),
        seconds=time.perf_counter() - began,
        is_proven_infeasible=any(result.is_proven_infeasible for result in found),
        statistics={"components": float(len(parts))},
        history=(),
        failures=tuple(failure for result in found for failure in result.failures),
    )


def _together(problem: Problem, parts: list[Part], found: list[Result]) -> Roster | None:
    """Give the rosters of all parts as one; None when a part has none."""
    grid = np.full((len(problem.workers), problem.days), OFF, dtype=np.int32)
    for part, result in zip(parts, found, strict=True):
        if result.roster is None:
            return None
        grid[part.rows] = part.outward(result.roster.grid)
    return Roster(grid)
