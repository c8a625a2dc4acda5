"""A problem in, the best roster with a proven bound out."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from flexpool.planning.problem import Problem
from flexpool.planning.result import Progress, Result
from flexpool.planning.scoring import Referee
from flexpool.planning.solve import lineup
from flexpool.planning.solve.first_use import compile_first
from flexpool.planning.stop import StopCriterion

SOLVERS = ("auto", *lineup.SOLVERS, lineup.DAYS)


@dataclass(frozen=True, slots=True)
class Params:
    """How to solve.

    Parameters
    ----------
    workers
        Parallel searches.
    solver
        One of `SOLVERS`; "auto" lets those that know all constraints of the problem work together.
    """

    workers: int = 1
    solver: str = "auto"

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise ValueError(f"solving needs at least one worker, not {self.workers}")
        if self.solver not in SOLVERS:
            raise ValueError(f"there is no solver {self.solver!r}")


def solve(
    problem: Problem,
    stop: StopCriterion,
    seed: int = 0,
    params: Params | None = None,
    progress: Progress | None = None,
) -> Result:
    """Find the best roster, with a proven bound, within what the stop criterion allows.

    Parameters
    ----------
    problem, params
        What to plan, and how.
    stop
        When to stop; the best roster so far is given then.
    seed
        Seed of all chance.
    progress
        Told of every better roster and bound.

    Raises
    ------
    UnableToSolve, JudgedOtherwise
        When no solver knows all constraints; when a solver and the judge disagree: its fault.
    """
    params = params or Params()
    able = lineup.choose(problem, params.solver, params.workers)
    compile_first(able)
    referee = Referee(problem, stop, progress)
    return _result(referee, lineup.run(referee, able, seed, params.workers), seed)


def _result(referee: Referee, names: tuple[str, ...], seed: int) -> Result:
    return Result(
        roster=referee.roster,
        objective=referee.objective,
        bound=referee.bound,
        seconds=referee.seconds,
        solver="+".join(names),
        seed=seed,
        version=running_version(),
        is_proven_infeasible=referee.is_proven_infeasible,
        statistics=dict(referee.statistics),
        history=tuple(referee.history),
        failures=tuple(referee.failures),
    )


def running_version() -> str:
    """Give the version that solves, for the record of a result."""
    try:
        return version("rondstroom")
    except PackageNotFoundError:
        return "unknown"
