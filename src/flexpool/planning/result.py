"""What a solver gives back: the best roster, how good it is, and how good it could be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flexpool.planning.solution import Roster

Progress = Callable[[float, int | None, float, float | None], None]
"""Called with seconds, objective (None before the first roster), lower bound and gap."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One point of the history of a run."""

    seconds: float
    objective: int | None
    bound: float


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a run.

    Parameters
    ----------
    roster
        The best roster found; None when none was.
    objective
        Its penalties, as the judge counts them.
    bound
        No roster can have a lower objective than this.
    is_proven_infeasible
        A solver proved that no roster satisfies all hard constraints.
    seconds
        Wall time used.
    solver, seed, version
        What ran, so that it can be run again.
    statistics
        Counts by the solver.
    history
        Every improvement of roster or bound.
    failures
        Solvers that broke down while others went on; empty when all is well.
    """

    roster: Roster | None
    objective: int | None
    bound: float
    seconds: float
    solver: str
    seed: int
    version: str
    is_proven_infeasible: bool = False
    statistics: Mapping[str, float] = field(default_factory=dict)
    history: tuple[Moment, ...] = ()
    failures: tuple[str, ...] = ()

    @property
    def is_feasible(self) -> bool:
        """Whether there is a roster that satisfies all hard constraints."""
        return self.roster is not None

    @property
    def is_optimal(self) -> bool:
        """Whether the roster is proven to be the best: objectives are whole numbers."""
        return self.objective is not None and self.bound > self.objective - 1 + 1e-6

    @property
    def gap(self) -> float | None:
        """The share of the objective that is not proven; None without a roster."""
        return gap_between(self.objective, self.bound)


def gap_between(objective: int | None, bound: float) -> float | None:
    """Give (objective - bound) / objective, 0 when they meet, None without an objective."""
    if objective is None:
        return None
    if objective <= bound:
        return 0.0
    return (objective - max(bound, 0.0)) / max(1, abs(objective))
