"""Stands between a solver that plans an easier problem and the referee of the whole."""

from __future__ import annotations

from collections.abc import Sequence

from flexpool.planning.problem import Problem
from flexpool.planning.scoring import Prices, Referee, confirm, judge
from flexpool.planning.solution import Roster
from flexpool.planning.solve.mending import Mender

Lane = list[tuple[str, float]]
"""Solvers that follow each other, each with its share of the time."""


class Eased:
    """The referee as a solver of an easier problem sees it.

    Its bound is a bound of the whole; its rosters are mended before they are proposed; those of
    others are judged by the easier problem before they are handed on.

    Parameters
    ----------
    home
        Referee of the whole problem.
    problem
        The same without what the solver does not know.

    Attributes
    ----------
    prices
        None: what a place is worth in one of the problems says nothing in the other.
    """

    prices: None = None

    def __init__(self, home: Referee, problem: Problem) -> None:
        self.home, self.problem = home, problem
        self._mender = Mender(home.problem, home.should_stop)
        self._best: tuple[Roster, int] | None = None

    @property
    def seconds(self) -> float:
        """Wall seconds since the run began."""
        return self.home.seconds

    @property
    def seconds_left(self) -> float:
        """Wall seconds that are left."""
        return self.home.seconds_left

    @property
    def best(self) -> tuple[Roster, int] | None:
        """The best roster so far with what it costs in the easier problem."""
        best = self.home.best
        if best is None:
            return None
        if self._best is None or self._best[0] is not best[0]:
            self._best = best[0], judge(self.problem, best[0]).objective
        return self._best

    @property
    def is_proven_infeasible(self) -> bool:
        """Whether nothing exists; what cannot be without a constraint cannot be with it."""
        return self.home.is_proven_infeasible

    @is_proven_infeasible.setter
    def is_proven_infeasible(self, proven: bool) -> None:
        self.home.is_proven_infeasible = proven

    def should_stop(self) -> bool:
        """Tell whether the run ends now."""
        return self.home.should_stop()

    def propose(self, roster: Roster, claimed: int) -> bool:
        """Mend a roster and propose what is left of it; the claim is of the easier problem.

        Raises
        ------
        JudgedOtherwise
            When it costs more than claimed, or breaks what the solver knows.
        """
        best = self.home.best
        if best is not None and claimed >= best[1]:
            return False  # what is left out rarely makes it cheaper
        confirm(self.problem, roster, claimed)
        found = self._mender.mended(roster)
        return found is not None and self.home.propose(*found)

    def raise_bound(self, bound: float, prices: Prices | None = None) -> None:
        """Note that no roster can be cheaper than this."""
        del prices  # of the easier problem
        self.home.raise_bound(bound)

    def count(self, what: str, amount: float = 1) -> None:
        """Add to the statistics."""
        self.home.count(what, amount)


def lanes_beside(lead: str, names: Sequence[str], workers: int) -> list[Lane]:
    """Give the lanes where the one that leads elsewhere does not know all constraints.

    It proves, and its mended rosters are there for the others to go on from; those who know all
    of the problem keep the first lane, and every other one.

    Parameters
    ----------
    lead
        Who plans the easier problem; "" when nobody does.
    names
        Who knows all of the problem, in order; `lead` among them is passed over.
    workers
        How many lanes.
    """
    whole = [(one, 1.0) for one in names if one != lead]
    proving = [(lead, 1.0), whole[-1]] if lead else whole
    return [proving if number % 2 else whole for number in range(workers)]
