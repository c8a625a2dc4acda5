"""The one call `solve`: proof, progress, and stopping at any moment."""

import threading

import pytest

from flexpool.planning import (
    AnyOf,
    MaxRuntime,
    Params,
    WhenTold,
    judge,
    solve,
)
from flexpool.planning.formats import read_problem
from shared_data import shared

LONG = 600
"""Seconds of running time that nobody waits for: only who is not told to stop gets there."""


@pytest.mark.parametrize(("instance", "optimum"), [(1, 607), (2, 828), (3, 1001), (4, 1716)])
def test_small_public_instances_are_proven(instance: int, optimum: int) -> None:
    """The known optima are found, and nothing lower is shown to exist."""
    problem = read_problem(shared(f"bench/curtois/Instance{instance}.txt"))
    result = solve(problem, MaxRuntime(120), seed=1, params=Params(workers=2))
    assert result.objective == optimum
    assert result.bound == optimum
    assert result.is_optimal
    assert result.roster is not None
    assert judge(problem, result.roster).objective == optimum


def test_progress_tells_every_step_and_the_flag_stops_it() -> None:
    """The callback sees falling objectives and rising bounds; a set flag ends the run at once."""
    problem = read_problem(shared("bench/curtois/Instance8.txt"))
    told, seen = threading.Event(), []

    def progress(seconds: float, objective: int | None, bound: float, gap: float | None) -> None:
        seen.append((objective, bound))
        if objective is not None:
            told.set()

    result = solve(problem, AnyOf(MaxRuntime(LONG), WhenTold(told)), 1, Params(2), progress)
    objectives = [objective for objective, _ in seen if objective is not None]
    assert result.is_feasible
    assert result.seconds < LONG / 2
    assert objectives == sorted(objectives, reverse=True)
    assert [bound for _, bound in seen] == sorted(bound for _, bound in seen)
