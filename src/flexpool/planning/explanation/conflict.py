"""The smallest set of demands that cannot hold together, when no roster satisfies them all.

A deletion filter (Chinneck, Dravnieks 1991, doi:10.1287/ijoc.3.2.157) by halves: of the demands a
part is left out; when the rest still cannot be, that part had nothing to do with it. What is left
at the end cannot be made smaller. Every step is proven by the exact solver.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flexpool.planning.explanation.demanded import Demanded, demanded, only
from flexpool.planning.problem import Problem
from flexpool.planning.solve import Params, solve

EXACT = "cpsat"
CHECK_SECONDS = 10.0
"""One question to the solver takes no longer; what it cannot prove in time stays in the set."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Demands that cannot hold together.

    Parameters
    ----------
    demands
        The set; without any one of them the others can, when `is_smallest`.
    is_smallest
        Whether that is proven; otherwise time ran out, and some may have nothing to do with it.
    """

    demands: tuple[Demanded, ...]
    is_smallest: bool


class _FirstRoster:
    """Stops at the first roster, or after so many seconds."""

    def __init__(self, max_seconds: float) -> None:
        self._max_seconds = max_seconds

    def should_stop(self, seconds: float, objective: int | None) -> bool:
        """Tell whether a roster is known or the time is up."""
        return objective is not None or seconds >= self._max_seconds

    def seconds_left(self, seconds: float) -> float:
        """Give what is left of the time."""
        return max(0.0, self._max_seconds - seconds)


def smallest_conflict(problem: Problem, max_seconds: float = 120.0) -> Conflict | None:
    """Find why there is no roster: the smallest set of demands in conflict.

    None when a roster exists, or when in the time given nothing was proven.

    Parameters
    ----------
    problem
        The problem that cannot be solved.
    max_seconds
        Solving time that may be used in all; the set is as small as it got by then.
    """
    search = _Search(problem, max_seconds)
    everything = list(demanded(problem))
    if not search.is_impossible(everything):
        return None
    return Conflict(tuple(search.smaller(everything)), search.is_certain)


class _Search:
    def __init__(self, problem: Problem, max_seconds: float) -> None:
        self._problem, self._left = problem, max_seconds
        self.is_certain = True

    def is_impossible(self, kept: Sequence[Demanded]) -> bool:
        """Tell whether it is proven that these demands cannot hold together."""
        if self._left <= 0:
            self.is_certain = False
            return False
        stop = _FirstRoster(min(CHECK_SECONDS, self._left))
        found = solve(only(self._problem, set(kept)), stop, params=Params(solver=EXACT))
        self._left -= found.seconds
        if not found.is_proven_infeasible and found.roster is None:
            self.is_certain = False
        return found.is_proven_infeasible

    def smaller(self, kept: list[Demanded]) -> list[Demanded]:
        """Leave out what has nothing to do with it, in parts that halve."""
        size = max(1, len(kept) // 2)
        while True:
            at = 0
            while at < len(kept):
                rest = kept[:at] + kept[at + size :]
                if self.is_impossible(rest):
                    kept = rest
                else:
                    at += size
            if size == 1:
                return kept
            self.is_certain = True  # what a larger part left open is asked again in smaller ones
            size //= 2
